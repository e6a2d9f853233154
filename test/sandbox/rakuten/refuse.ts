/** How Rakuten's applications refuse. */
import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';

export const contentType = 'application/json;charset=UTF-8';

/** An error of the application; the gateway before it writes others. */
export function refuse(status: number, error: string, description: string): Answer {
  return json({ error, error_description: description }, status, contentType);
}
