import type { CslType } from '../../record/record.ts';
import { fieldMapOf, textVariables, type Dialect, type TextVariable } from './fieldMap.ts';

/** Fields of CSL variables where they differ from citation-js'; `undefined` leaves the variable out. */
type Corrections = Partial<Record<TextVariable, string | undefined>>;

/** Where a work without a publisher's type is to be had: in BibTeX, `howpublished` says all of it in one. */
const howPublished: Corrections = {
  publisher: undefined,
  number: undefined,
  'container-title': undefined,
  'event-title': undefined,
  'event-place': undefined,
};
const organization: Corrections = { publisher: 'organization' };
/** The styles that know no pictures, films and recordings print them so too. */
const biblatexMisc: Corrections = { ...organization, number: 'howpublished' };

const corrections: Readonly<Record<Dialect, Readonly<Record<string, Corrections>>>> = {
  bibtex: {
    article: { number: undefined },
    inproceedings: { publisher: 'publisher', 'collection-number': 'number' },
    booklet: howPublished,
    misc: howPublished,
    unpublished: howPublished,
  },
  biblatex: {
    article: { number: undefined, publisher: undefined, 'publisher-place': undefined },
    audio: biblatexMisc,
    booklet: { publisher: 'howpublished' },
    image: biblatexMisc,
    inproceedings: { publisher: 'publisher', 'collection-number': 'number' },
    misc: biblatexMisc,
    online: { ...organization, 'publisher-place': undefined },
    patent: { publisher: undefined },
    periodical: { publisher: undefined, 'publisher-place': undefined },
    software: organization,
    unpublished: { publisher: 'howpublished' },
    video: biblatexMisc,
  },
};

/** Fields that BibTeX' own styles ignore and its users want all the same. */
const bibtexExtras: Corrections = { abstract: 'abstract', keyword: 'keywords', version: 'version' };

/** The CSL type whose variables the fields of an entry type stand for, where it is not the work's own. */
function typeBehind(entryType: string, type: CslType): CslType {
  if (entryType === 'article') return 'article-journal';
  return /^in(?:book|collection|reference)$/.test(entryType) ? 'chapter' : type;
}

function fieldOf(
  variable: TextVariable,
  type: CslType,
  entryType: string,
  dialect: Dialect,
): string | undefined {
  const corrected = corrections[dialect][entryType];
  if (corrected !== undefined && variable in corrected) return corrected[variable];
  const field = fieldMapOf(dialect, typeBehind(entryType, type)).fields.get(variable);
  if (field === 'booktitle' && !entryType.startsWith('in')) return undefined;
  return field ?? (dialect === 'bibtex' ? bibtexExtras[variable] : undefined);
}

const known = new Map<string, ReadonlyMap<TextVariable, string>>();

/** Returns the fields that hold CSL variables in an entry of this type; a variable that none holds is absent. */
export function fieldsOf(
  type: CslType,
  entryType: string,
  dialect: Dialect,
): ReadonlyMap<TextVariable, string> {
  const name = `${dialect} ${entryType} ${type}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const fields = new Map<TextVariable, string>();
  for (const variable of textVariables) {
    const field = fieldOf(variable, type, entryType, dialect);
    if (field !== undefined) fields.set(variable, field);
  }
  known.set(name, fields);
  return fields;
}
