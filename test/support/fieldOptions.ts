import type { FieldOptions } from '../../src/core/bibtex/entry/fieldText.ts';

/** How fields are written where a test asks for nothing else: as the settings have it, and none left out. */
export const fieldOptions: FieldOptions = {
  dialect: 'bibtex',
  encoding: 'unicode',
  protectCase: 'smart',
  titleMarkup: 'tex',
  excludeFields: [],
  japaneseNameOrder: 'comma',
};
