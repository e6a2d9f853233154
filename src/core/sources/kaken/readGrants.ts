/** Reads KAKEN's answer: grants, each with the works that its researchers reported. */
import { compact } from '../../record/compact.ts';
import { fromDateText } from '../../record/dates.ts';
import { hasJapanese, readJapaneseName } from '../../record/japaneseName.ts';
import { toTitle } from '../../record/markup.ts';
import type { CitationRecord, CslItem, CslName } from '../../record/record.ts';
import { toRecord } from '../../record/toRecord.ts';
import { childText, childrenOf, parseXml, type XmlElement } from '../xml.ts';
import { readWorks } from './readWorks.ts';

const credit = 'KAKEN (NII)';

/** A grant as a record, and its works as records. */
export interface Grant {
  readonly project: CitationRecord;
  readonly works: readonly CitationRecord[];
}

export interface Grants {
  /** Undefined where KAKEN keeps the true number back because it is asked too often. */
  readonly total: number | undefined;
  readonly grants: readonly Grant[];
}

function toCitation(csl: CslItem): CitationRecord {
  return toRecord(csl, 'kaken', { links: compact({ landing: csl.URL }), facts: { credit } });
}

/** Of a part that stands once for each language, the one in this. */
function inLanguage(elements: readonly XmlElement[], language: 'ja' | 'en'): XmlElement | undefined {
  return elements.find((element) => element.attributes['xml:lang'] === language);
}

interface Member {
  readonly name: CslName;
  readonly reading: CslName | null;
}

/** The people of a project, the leading one first. */
function readMembers(summary: XmlElement | undefined): readonly Member[] {
  return childrenOf(summary, 'member').flatMap((member): readonly Member[] => {
    const [personal] = childrenOf(member, 'personalName');
    const [familyName] = childrenOf(personal, 'familyName');
    const [givenName] = childrenOf(personal, 'givenName');
    const family = familyName?.text ?? '';
    const given = givenName?.text ?? '';
    const divided = family === '' ? undefined : compact({ family, given: given === '' ? undefined : given });
    const name = divided ?? readJapaneseName(childText(personal, 'fullName'));
    const reading = familyName?.attributes['yomi'];
    if (name === undefined) return [];
    return [
      {
        name,
        reading:
          reading === undefined ? null : compact({ family: reading, given: givenName?.attributes['yomi'] }),
      },
    ];
  });
}

/** The period's first and last fiscal year as a range. */
function readPeriod(summary: XmlElement | undefined): CslItem['issued'] {
  const [period] = childrenOf(summary, 'periodOfAward');
  const first = childText(period, 'startFiscalYear');
  const last = childText(period, 'endFiscalYear');
  if (first === undefined) return undefined;
  return fromDateText(last === undefined || last === first ? first : `${first}/${last}`);
}

function readOutline(summary: XmlElement | undefined): string | undefined {
  const paragraphs = childrenOf(summary, 'paragraphList').flatMap((list) => childrenOf(list, 'paragraph'));
  return paragraphs[0]?.text;
}

function readProject(award: XmlElement): CslItem | undefined {
  const summaries = childrenOf(award, 'summary');
  const ja = inLanguage(summaries, 'ja') ?? summaries[0];
  const en = inLanguage(summaries, 'en');
  const title = toTitle(childText(ja, 'title') ?? childText(en, 'title') ?? '');
  const number = award.attributes['awardNumber'];
  if (title === '' || number === undefined) return undefined;
  const members = readMembers(ja);
  const romanised = readMembers(en).map(({ name }) => name);
  const translated = toTitle(childText(en, 'title') ?? '');
  const url = childText(childrenOf(award, 'urlList')[0], 'url');
  const national = childText(childrenOf(award, 'identifier')[0], 'normalizedValue');
  const readings = members.map(({ reading }) => reading);
  const inLatin =
    romanised.length === members.length &&
    !romanised.some(({ family, literal }) => hasJapanese(family ?? literal ?? ''));
  return compact({
    id: `kaken:${number}`,
    type: 'report' as const,
    title,
    author: members.length === 0 ? undefined : members.map(({ name }) => name),
    issued: readPeriod(ja),
    number: national ?? `JP${number}`,
    genre: childText(ja, 'category'),
    publisher: childText(ja, 'institution'),
    abstract: readOutline(ja),
    keyword:
      childrenOf(ja, 'keywordList')
        .flatMap((list) => childrenOf(list, 'keyword'))
        .map(({ text }) => text)
        .join(', ') || undefined,
    language: hasJapanese(title) ? 'ja' : 'en',
    URL: url ?? `https://kaken.nii.ac.jp/grant/KAKENHI-PROJECT-${number}/`,
    custom: compact({
      kind: 'project',
      titleTranslated: translated === '' || translated === title ? undefined : translated,
      authorReadings: readings.some((reading) => reading !== null) ? readings : undefined,
      authorRomanised: inLatin && romanised.length > 0 ? romanised : undefined,
    }),
  });
}

/** Returns the grants of an answer; undefined where it is not KAKEN's. */
export function readGrants(xml: string): Grants | undefined {
  const root = parseXml(xml);
  if (root?.name !== 'grantAwards') return undefined;
  // Throttling looks like an empty answer, but it does not say where it begins.
  const isWhole = childText(root, 'startIndex') !== undefined;
  const grants = childrenOf(root, 'grantAward').flatMap((award): readonly Grant[] => {
    const project = readProject(award);
    return project === undefined
      ? []
      : [{ project: toCitation(project), works: readWorks(award).map(toCitation) }];
  });
  return { total: isWhole ? Number(childText(root, 'totalResults')) : undefined, grants };
}
