/** The form in which records are asked for. */

/** What a record is mapped from; the whole of a much-cited dataset can be a megabyte. */
const fields =
  'doi,identifiers,creators,titles,publisher,container,publicationYear,subjects,contributors,dates,language,types,' +
  'relatedIdentifiers,relatedItems,version,rightsList,descriptions,url,citationCount,client';

/** Affiliations and publishers as plain text, whatever the service's default is by then. */
export const plainForm = 'affiliation=false&publisher=false';

/** The form of lists; single records come whole whatever is asked. */
export const listForm = `fields[dois]=${fields}&${plainForm}`;
