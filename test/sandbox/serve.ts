/**
 * Starts the stand-in services and prints their addresses:
 *
 *     node test/sandbox/serve.ts --port 8080 --limits documented
 */
import { parseArgs } from 'node:util';
import { startSandbox } from './server.ts';

const { values } = parseArgs({ options: { port: { type: 'string' }, limits: { type: 'string' } } });
const sandbox = await startSandbox({
  port: Number(values.port ?? 0),
  limits: values.limits === 'documented' ? 'documented' : 'none',
});
console.log(JSON.stringify(sandbox.endpoints, undefined, 2));
