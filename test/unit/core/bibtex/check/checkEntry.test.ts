import { strict as assert } from 'node:assert';
import { checkEntry } from '../../../../../src/core/bibtex/check/checkEntry.ts';
import type { FieldOptions } from '../../../../../src/core/bibtex/entry/fieldText.ts';
import { referenceText } from '../../../../../src/core/bibtex/check/referenceText.ts';
import { scanBib } from '../../../../../src/core/bibtex/text/scan.ts';
import type { CitationRecord, Notice } from '../../../../../src/core/record/record.ts';
import { fieldOptions } from '../../../../support/fieldOptions.ts';

const options: FieldOptions = { ...fieldOptions, protectCase: 'none' };

const doi = { kind: 'doi', id: '10.1000/ab' } as const;

function recordOf(notices: readonly Notice[] = []): CitationRecord {
  return {
    csl: {
      id: doi.id,
      type: 'article-journal',
      title: 'On Kettles',
      author: [{ family: 'Tea', given: 'Ada' }],
      issued: { 'date-parts': [[2021]] },
      'container-title': 'Journal of Kettles',
      page: '1-9',
      DOI: doi.id,
    },
    sources: ['crossref'],
    notices,
    links: {},
    provenance: {},
  };
}

/** What is found of the only entry of a text: the kind, the underlined text and what is said. */
function findingsOf(text: string, record: CitationRecord | undefined): readonly string[] {
  const index = scanBib(text);
  const [entry] = index.entries();
  assert.ok(entry);
  return checkEntry(index, entry, doi, record, options).map((finding) => {
    const said =
      finding.kind === 'differs'
        ? `${finding.change.name} ${finding.change.after}`
        : finding.kind === 'notice'
          ? finding.notice.kind
          : '';
    return `${finding.kind} ${text.slice(finding.start, finding.end)} ${said}`.trim();
  });
}

const entry = (year: string, title = 'On Kettles'): string =>
  `@article{tea, title={${title}}, author={Tea, A.}, journal={J. Kettles}, year={${year}}, pages={1--9}, doi={10.1000/ab}}`;

describe('checkEntry', () => {
  it('finds nothing in an entry that says the same in its own way', () => {
    assert.deepEqual(findingsOf(entry('2021'), recordOf()), []);
  });

  it('finds a field that differs, at its value', () => {
    assert.deepEqual(findingsOf(entry('2019'), recordOf()), ['differs {2019} year 2021']);
  });

  it('finds a DOI that nobody knows, at the DOI', () => {
    assert.deepEqual(findingsOf(entry('2021'), undefined), ['unknown {10.1000/ab}']);
  });

  it('says of the DOI of another work only that it is one', () => {
    assert.deepEqual(findingsOf(entry('1905', 'Elektrodynamik'), recordOf()), ['otherTitle {10.1000/ab}']);
  });

  it('finds each kind of notice once, at the key', () => {
    const retraction = { kind: 'retraction', assertedBy: 'publisher' } as const;
    assert.deepEqual(
      findingsOf(entry('2021'), recordOf([retraction, { ...retraction, assertedBy: 'Retraction Watch' }])),
      ['notice tea retraction'],
    );
  });
});

describe('referenceText', () => {
  const read = (text: string): string | undefined => {
    const index = scanBib(text);
    const [entry] = index.entries();
    return entry && referenceText(index, entry);
  };

  it('writes an entry as a reference', () => {
    assert.equal(
      read(
        '@article{k, author={M{\\"u}ller, Ada and Tea, B.}, title={On {Kettles}}, journal={J. Kettles}, year=2021, volume=3, pages={1--9}}',
      ),
      'Müller, Ada, Tea, B., 2021, On Kettles, J. Kettles, 3, 1–9',
    );
  });

  it('writes none of an entry without title or names', () => {
    assert.equal(read('@misc{k, author={Tea, A.}}'), undefined);
    assert.equal(read('@misc{k, title={On Kettles}}'), undefined);
  });
});
