import { formTexts, type QueryForm } from './protocol.ts';

export const emptyForm: QueryForm = {
  words: '', author: '', title: '', journal: '', publisher: '', funder: '', license: '', from: '', to: '', type: '', open: false,
  abstract: false, rest: '',
}; // prettier-ignore

function condition(field: string, value: string): readonly string[] {
  const text = value.replaceAll(/["“”]/g, ' ').replaceAll(/\s+/g, ' ').trim();
  if (text === '') return [];
  return [/\s/.test(text) ? `${field}:"${text}"` : `${field}:${text}`];
}

/** Writes a form in the query syntax, which the person learns by watching. */
export function composeQuery(form: QueryForm): string {
  const [from, to] = [form.from.trim(), form.to.trim()];
  const years = from === to ? from : `${from}-${to}`;
  return [
    ...[form.words.trim()].filter((words) => words !== ''),
    ...formTexts.flatMap((name) => condition(name, form[name])),
    ...condition('year', years),
    ...condition('type', form.type),
    ...(form.open ? ['open:yes'] : []),
    ...(form.abstract ? ['abstract:yes'] : []),
    ...[form.rest].filter((rest) => rest !== ''),
  ].join(' ');
}
