/** What DataCite computes from resourceTypeGeneral and the free resourceType: often not what the work is. */

/** DataCite's general types, with what it makes of them: citeproc, bibtex, RIS, schema.org. */
export const generalTypes: Readonly<
  Record<string, readonly [citeproc: string, bibtex: string, ris: string, schema: string]>
> = {
  Audiovisual: ['article', 'misc', 'MPCT', 'MediaObject'],
  Award: ['article', 'misc', 'GEN', 'Grant'],
  Book: ['book', 'book', 'BOOK', 'Book'],
  BookChapter: ['article', 'misc', 'CHAP', 'Chapter'],
  Collection: ['article', 'misc', 'GEN', 'Collection'],
  ComputationalNotebook: ['article', 'misc', 'COMP', 'SoftwareSourceCode'],
  ConferencePaper: ['', 'inproceedings', 'CPAPER', 'Article'],
  ConferenceProceeding: ['article', 'misc', 'CONF', 'Periodical'],
  DataPaper: ['', 'article', 'JOUR', 'Article'],
  Dataset: ['dataset', 'misc', 'DATA', 'Dataset'],
  Dissertation: ['thesis', 'phdthesis', 'THES', 'Thesis'],
  Event: ['article', 'misc', 'GEN', 'Event'],
  Image: ['graphic', 'misc', 'FIGURE', 'ImageObject'],
  Instrument: ['article', 'misc', 'GEN', 'CreativeWork'],
  InteractiveResource: ['article', 'misc', 'GEN', 'CreativeWork'],
  Journal: ['article', 'misc', 'GEN', 'Periodical'],
  JournalArticle: ['article-journal', 'article', 'JOUR', 'ScholarlyArticle'],
  Model: ['article', 'misc', 'GEN', 'CreativeWork'],
  Other: ['article', 'misc', 'GEN', 'CreativeWork'],
  OutputManagementPlan: ['article', 'misc', 'GEN', 'CreativeWork'],
  PeerReview: ['article', 'misc', 'GEN', 'Review'],
  PhysicalObject: ['article', 'misc', 'GEN', 'CreativeWork'],
  Poster: ['article', 'misc', 'GEN', 'CreativeWork'],
  Preprint: ['article', 'misc', 'GEN', 'CreativeWork'],
  Presentation: ['article', 'misc', 'GEN', 'CreativeWork'],
  Project: ['article', 'misc', 'GEN', 'Project'],
  Report: ['report', 'techreport', 'RPRT', 'Report'],
  Service: ['article', 'misc', 'GEN', 'Service'],
  Software: ['article', 'misc', 'COMP', 'SoftwareSourceCode'],
  Sound: ['song', 'misc', 'SOUND', 'AudioObject'],
  Standard: ['article', 'misc', 'STAND', 'CreativeWork'],
  StudyRegistration: ['article', 'misc', 'GEN', 'CreativeWork'],
  Text: ['article-journal', 'article', 'RPRT', 'ScholarlyArticle'],
  Workflow: ['article', 'misc', 'GEN', 'HowTo'],
};

/** Words of the free type that win over the general one. */
const freeTypes: Readonly<Record<string, readonly [citeproc: string, bibtex: string]>> = {
  book: ['book', 'book'],
  thesis: ['thesis', 'phdthesis'],
  'phd thesis': ['thesis', 'phdthesis'],
  report: ['report', 'techreport'],
};

/** The `types` of a record. */
export function toTypes(general: string, free: string | undefined) {
  const [citeproc, bibtex, ris, schemaOrg] = generalTypes[general] ?? [
    'article',
    'misc',
    'GEN',
    'CreativeWork',
  ];
  const override = free === undefined ? undefined : freeTypes[free.toLowerCase()];
  return {
    ris,
    bibtex: override?.[1] ?? bibtex,
    citeproc: override?.[0] ?? citeproc,
    schemaOrg,
    ...(free !== undefined && { resourceType: free }),
    ...(general !== '' && { resourceTypeGeneral: general }),
  };
}
