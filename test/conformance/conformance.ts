/**
 * Reads recorded answers through the mappers and prints what of them reaches a record:
 *
 *     npm run conformance -- FOLDER
 *
 * FOLDER holds `crossref`, `datacite`, `openaire`, `cinii` and `rakuten`, one answer a file, and `expected`, what other
 * programs made of some. Ends with 1 where a work lost something, or a difference or a field has not been judged.
 */
import { resolve } from 'node:path';
import { groupBy } from '../sandbox/group.ts';
import { compareExpected } from './expected.ts';
import { measureFields, type Field } from './fields.ts';
import { findAllLosses } from './losses.ts';
import { readService, services } from './read.ts';

const [given] = process.argv.slice(2);
if (given === undefined) {
  console.log('npm run conformance -- FOLDER');
  process.exit(2);
}
const folder = resolve(given);

function list(heading: string, lines: readonly string[]): void {
  console.log(`\n${heading}: ${lines.length === 0 ? 'none' : ''}`);
  for (const line of lines) console.log(`  ${line}`);
}

function count({ name, arrived, works }: Field): string {
  return `${name} ${arrived}/${works}`;
}

/** One line a reason, with the fields it is the reason of. */
function groupByReason(fields: readonly Field[]): readonly string[] {
  const groups = groupBy(fields, ({ reason }) => reason ?? '');
  return [...groups].map(([reason, group]) => `${reason}: ${group.map(({ name }) => name).join(', ')}`);
}

let unjudged = 0;
for (const service of services) {
  const { works, withoutWorks } = readService(folder, service);
  const fields = measureFields(service, works);
  const unexplained = fields.filter(({ arrived, reason }) => arrived === 0 && reason === undefined);
  unjudged += unexplained.length;
  console.log(`\n── ${service}: ${works.length} works; ${withoutWorks.length} answers hold none ──`);
  list('Fields that reach the record (works in whose record a value stands / works that have it)', fields.filter(({ arrived, reason }) => arrived > 0 && reason === undefined).map(count)); // prettier-ignore
  list('Left out on purpose', groupByReason(fields.filter(({ reason }) => reason !== undefined)));
  list('Neither', unexplained.map(count));
}

const losses = findAllLosses(folder);
console.log('\n── works that lost title, names, date, container, pages or identifiers ──');
list('Losses', losses);

const differences = compareExpected(folder);
const open = differences.filter(({ judgement }) => judgement === undefined);
console.log('\n── differences from what other programs made of the same answers ──');
for (const { file, field, theirs, ours, judgement } of differences) {
  console.log(`\n  ${file}, ${field}\n    theirs: ${theirs}\n    ours:   ${ours === '' ? '(none)' : ours}\n    ${judgement ?? 'NOT JUDGED'}`); // prettier-ignore
}
console.log(`\n${losses.length} losses, ${differences.length} differences (${open.length} not judged), ${unjudged} fields not judged`); // prettier-ignore
process.exitCode = losses.length + open.length + unjudged > 0 ? 1 : 0;
