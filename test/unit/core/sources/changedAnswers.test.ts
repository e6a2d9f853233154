import fc from 'fast-check';
import type { CitationRecord } from '../../../../src/core/record/record.ts';
import { mapWork as mapCiniiWork } from '../../../../src/core/sources/cinii/mapWork.ts';
import { readHit } from '../../../../src/core/sources/cinii/readHit.ts';
import { readRecord } from '../../../../src/core/sources/cinii/readRecord.ts';
import type { CiniiWork } from '../../../../src/core/sources/cinii/work.ts';
import { mapWork } from '../../../../src/core/sources/crossref/mapWork.ts';
import { mapDoi } from '../../../../src/core/sources/datacite/mapDoi.ts';
import { mapProduct } from '../../../../src/core/sources/openaire/mapProduct.ts';
import { mapEbook } from '../../../../src/core/sources/rakuten/mapEbook.ts';
import { toItem, toJsonLd } from '../../../sandbox/cinii/records.ts';
import { toMessage } from '../../../sandbox/crossref/message.ts';
import { toAttributes } from '../../../sandbox/datacite/resource.ts';
import { toProduct } from '../../../sandbox/openaire/product.ts';
import { japaneseWorks, works } from '../../../sandbox/works.ts';
import { assertSound } from '../../../support/assertSound.ts';

/** What services have been seen to send where something else was due, and what could come next. */
const oddities: readonly unknown[] = [
  null, undefined, '', ' ', [], {}, [null], [[null]], [[]], [''], [['a', 'b']], 0, -1, 1.5, 99_999, true,
  'null', ':unav', '(:tba)', '-', '–', '2010.6', '2019-02-31', '0000-00-00', '2024-13-40', '2011-02-01T12:00:00Z', '2004/2005',
  { 'date-parts': [[null]] }, { 'date-parts': [['2019', '2', '30']] }, { 'date-parts': [2019, 3] }, { 'date-parts': [[0, 0, 0]] },
  { 'date-parts': [[2005], [2004, 15]] }, [{ name: 'The A Group' }], [{ family: '', given: '', name: '' }], [{ given: 'Only' }],
  [{ family: ['A'], given: { b: 1 } }], [{ name: ', Ashley', familyName: '' }], [{ name: 'A, B; C, D' }], 'http://id.crossref.org/isbn/9783319245737',
  'urn:isbn:978-3-319-24573-7', 'ISSN 1234-5678', 'https://doi.org/10.5555/ABC', 'DOI:10.5555/ÄÖ', '10.5555/a b', '<jats:p>A</jats:p>',
  '<mml:math><mml:mi>x</mml:mi>', '<<b></b>i>', '<\u200bi>a', '&lt;i&gt;a', 'A &amp;amp;amp; B', '\u202eabc\u00ad\u200b', 'cut \ud83d', 'a\n\n b\u0000\u0001', '\ufeff', '1--2', '5-', '-5', 'pp. 1–2',
  'A, B著 ; C訳', '増井雄一郎(著)', '〔〕', '||', ' : ', { '@value': null }, [{ '@language': 'ja', '@value': '' }], { '#text': 'x' },
]; // prettier-ignore

type Json = Readonly<Record<string, unknown>>;

/** Returns the value with what stands at `path` replaced; `path` picks a member each step, wherever it leads. */
function change(value: unknown, path: readonly number[], oddity: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return oddity;
  const names = Object.keys(value);
  if (names.length === 0) return oddity;
  const at = names[step % names.length];
  const changed = Object.entries(value).map(
    ([name, member]) => [name, name === at ? change(member, rest, oddity) : (member as unknown)] as const,
  );
  return Array.isArray(value) ? changed.map(([, member]) => member) : Object.fromEntries(changed);
}

function mapIfRead(work: CiniiWork | undefined): CitationRecord | undefined {
  return work === undefined ? undefined : mapCiniiWork(work);
}

const form = { single: true, affiliationObjects: true, publisherObject: false };

const ebook = {
  title: 'たのしいRuby 第5版', titleKana: 'タノシイルビー', subTitle: 'Rubyではじめる気軽なプログラミング', seriesName: '', author: '高橋 征義/後藤 裕蔵',
  authorKana: 'タカハシ マサヨシ/ゴトウ ユウゾウ', publisherName: 'SBクリエイティブ', itemNumber: '4524797386290', salesDate: '2016年02月26日', language: 'JA',
  itemUrl: 'https://books.rakuten.co.jp/rk/1/', largeImageUrl: 'https://thumbnail.image.rakuten.co.jp/1.jpg',
}; // prettier-ignore

const services: Readonly<Record<string, readonly [bodies: readonly unknown[], map: (body: unknown) => CitationRecord | undefined]>> = {
  Crossref: [works.map((work) => JSON.parse(JSON.stringify(toMessage(work, 'single'))) as Json), (body) => mapWork(body, 'crossref')],
  DataCite: [works.map((work) => toAttributes(work, form)), mapDoi],
  OpenAIRE: [works.map((work) => toProduct(work, [], undefined)), (body) => mapProduct(body)],
  'CiNii’s hits': [japaneseWorks.map((work) => toItem(work, 'ja')), (body) => mapIfRead(readHit(body))],
  'CiNii’s records': [japaneseWorks.map(toJsonLd), (body) => mapIfRead(readRecord(body))],
  'Rakuten Kobo': [[ebook], mapEbook],
}; // prettier-ignore

describe('answers in which something is not as documented', () => {
  for (const [name, [bodies, map]] of Object.entries(services)) {
    it(`make sound records of ${name} or none`, () => {
      const body = fc.nat({ max: bodies.length - 1 }).map((index) => bodies[index]);
      const changes = fc.array(fc.tuple(fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 4 }), fc.constantFrom(...oddities)), { maxLength: 5 }); // prettier-ignore
      fc.assert(
        fc.property(body, changes, (whole, list) => {
          const record = map(
            list.reduce<unknown>((value, [path, oddity]) => change(value, path, oddity), whole),
          );
          if (record !== undefined) assertSound(record);
        }),
        { numRuns: 1000 },
      );
    });
  }
});
