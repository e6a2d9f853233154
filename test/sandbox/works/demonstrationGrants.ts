/** Grants that nobody was given: enough of them to fill pages. */
import type { Grant } from './grants.ts';

export const demonstrationGrants: readonly Grant[] = Array.from({ length: 45 }, (_, index) => ({
  number: `00A${String(index + 1).padStart(5, '0')}`,
  title: `見本の研究課題 ${String(index + 1)}`,
  category: '見本',
  institution: '見本大学',
  leader: { family: '見本', given: '太郎', reading: ['ミホン', 'タロウ'] },
  years: [1990 + (index % 20), 1993 + (index % 20)],
}));
