import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { CitationRecord } from '../../../../src/core/record/record.ts';
import { mapWork } from '../../../../src/core/sources/cinii/mapWork.ts';
import { readBook } from '../../../../src/core/sources/cinii/readBook.ts';
import { readHit } from '../../../../src/core/sources/cinii/readHit.ts';
import { readRecord } from '../../../../src/core/sources/cinii/readRecord.ts';
import type { CiniiWork } from '../../../../src/core/sources/cinii/work.ts';
import { readGrants } from '../../../../src/core/sources/kaken/readGrants.ts';
import { mapProduct } from '../../../../src/core/sources/openaire/mapProduct.ts';
import { mapEbook } from '../../../../src/core/sources/rakuten/mapEbook.ts';
import { assertSound } from '../../../support/assertSound.ts';

/** Names that the mappers look for, so that nonsense stands where they read. */
const names =
  'id type mainTitle subTitle authors fullName name surname rank publicationDate container sp ep pids scheme value instances urls ' +
  'language code subjects subject descriptions sources bestAccessRight label indicators citationImpact citationCount ' +
  '@id @type @value @language title dc:title dc:creator dc:type dc:identifier dc:publisher description creator contributor foaf:name ' +
  'publication prism:publicationName prism:publicationDate prism:volume publicationIdentifier productIdentifier identifier ' +
  'Item author authorKana itemNumber salesDate itemUrl largeImageUrl seriesName publisherName';

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('10.1000/a', 'https://doi.org/10.1/x', '2010.6', '2025年04月23日', 'A, B著 ; C訳', '<i>x', '&lt;b&gt;', 'Book', 'doi', 'ja', '__proto__', '89(2)', '高橋 征義/後藤（訳）'), // prettier-ignore
);

const { json, members } = fc.letrec<{ json: unknown; members: Readonly<Record<string, unknown>> }>((tie) => ({
  members: fc.dictionary(fc.constantFrom(...names.split(' ')), tie('json'), {
    maxKeys: 20,
    noNullPrototype: true,
  }),
  json: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    texts,
    fc.constantFrom(null, true, 0, -1, 2.5),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names.split(' ')), tie('json'), { maxKeys: 8, noNullPrototype: true }),
  ),
}));

/** Answers that hold enough to be a record, and nonsense otherwise. */
const nearlyRecords = fc.oneof(
  json,
  fc.tuple(members, texts).map(([nonsense, title]) => ({
    ...nonsense, mainTitle: title, title, 'dc:title': [title], '@type': 'Book', itemNumber: '4524797386290',
  })), // prettier-ignore
);

/** What every record promises, whatever it was made of. */
function checkRecord(record: CitationRecord | undefined): void {
  if (record === undefined) return;
  assert.notEqual(record.csl.title, '');
  assertSound(record);
}

function mapIfRead(work: CiniiWork | undefined): CitationRecord | undefined {
  return work === undefined ? undefined : mapWork(work);
}

const mappers: Readonly<Record<string, (value: unknown) => CitationRecord | undefined>> = {
  OpenAIRE: (value) => mapProduct(value),
  'CiNii hits': (value) => mapIfRead(readHit(value)),
  'CiNii records': (value) => mapIfRead(readRecord(value)),
  'Rakuten Kobo': mapEbook,
};

describe('answers of any shape', () => {
  for (const [name, map] of Object.entries(mappers)) {
    it(`make a sound record of ${name} or none`, () => {
      fc.assert(
        fc.property(nearlyRecords, (value) => {
          checkRecord(map(value));
        }),
        { numRuns: 500 },
      );
    });
  }

  it('make sound records of KAKEN and CiNii Books or none', () => {
    const tags = 'grantAwards grantAward summary title member productList product author doi rdf:RDF rdf:Description dc:title cinii:ncid'.split(' '); // prettier-ignore
    const pieces = fc.oneof(
      texts,
      fc.constantFrom(...tags.flatMap((tag) => [`<${tag} awardNumber="1" type="book">`, `</${tag}>`])),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const grants = readGrants(`<grantAwards>${parts.join('')}`)?.grants ?? [];
        for (const { project, works } of grants) [project, ...works].forEach(checkRecord);
        checkRecord(mapIfRead(readBook(`<rdf:RDF><rdf:Description>${parts.join('')}`)));
      }),
      { numRuns: 500 },
    );
  });

  it('take time in proportion to their length', () => {
    for (const unit of [' ', ', ', '(', '/', ' ; ', '1', 'a ', '著, ', '〔']) {
      const text = `x${unit.repeat(30_000)}`;
      const answer = Object.fromEntries(names.split(' ').map((name) => [name, text]));
      const people = { authors: [{ fullName: text }], creator: [{ 'foaf:name': text }], publication: answer };
      const identified = { '@id': 'https://ci.nii.ac.jp/ncid/BB02488158', 'dc:type': 'Book', '@type': 'Book' };
      for (const map of Object.values(mappers)) checkRecord(map({ ...answer, ...people, ...identified }));
      for (const { project } of readGrants(`<grantAwards><grantAward awardNumber="1"><summary><title>${text}`)?.grants ?? []) checkRecord(project);
    } // prettier-ignore
  });
});
