/** What other programs read in a .bib text: the same four facts of each entry, in its order. */
import { spawnSync } from 'node:child_process';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parse as parseByRetorquere } from '@retorquere/bibtex-parser';
import latexUtensils from 'latex-utensils';
import type { Dialect } from '../../src/core/bibtex/entry/fieldMap.ts';
import { decodeTeX } from '../../src/core/bibtex/text/decodeTeX.ts';
import { readNames } from '../../src/core/bibtex/text/readNames.ts';
import { asList, asObject } from '../../src/core/sources/json.ts';

/** `name` is the first author's, of a person the family name; what an entry lacks is ''. */
export interface Facts {
  readonly title: string;
  readonly name: string;
  readonly year: string;
  readonly doi: string;
}

export interface BibReader {
  readonly name: string;
  /** The program that has to be installed. */
  readonly program?: string;
  read(bib: string, dialect: Dialect): readonly Facts[];
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function withoutTags(html: string): string {
  return html.replace(/<\/?(?:span|i|b|em|strong|sup|sub|sc)\b[^>]*>/g, '');
}

function factsOfCsl(item: unknown): Facts {
  const { title, author, issued, DOI } = asObject(item);
  const {
    family,
    literal,
    given,
    'non-dropping-particle': particle,
    'dropping-particle': dropped,
  } = asObject(asList(author)[0]);
  const [date] = asList(asObject(issued)['date-parts']);
  return {
    title: withoutTags(toText(title)),
    name: [dropped, particle, family ?? literal ?? given].map(toText).join(' '),
    year: toText(asList(date)[0]),
    doi: toText(DOI),
  };
}

const citationJs: BibReader = {
  name: 'citation-js',
  read(bib, dialect) {
    const entries: unknown = plugins.input.chain(bib, {
      forceType: dialect === 'bibtex' ? '@bibtex/text' : '@biblatex/text',
      generateGraph: false,
      maxChainLength: 10,
      strict: true,
      target: '@csl/list+object',
    });
    return asList(entries).map(factsOfCsl);
  },
};

const pandoc: BibReader = {
  name: 'pandoc',
  program: 'pandoc',
  read(bib, dialect) {
    const { stdout, stderr } = spawnSync('pandoc', ['--from', dialect, '--to', 'csljson'], {
      input: bib,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    if (stderr !== '') throw new Error(stderr);
    // Its CSL JSON has formulas as TeX without delimiters.
    return asList(JSON.parse(stdout))
      .map(factsOfCsl)
      .map((facts) => ({
        ...facts,
        title: facts.title.replaceAll(/\\[a-z]+/g, (tex) => decodeTeX(`$${tex}$`)),
      }));
  },
};

/** It says where values stand and leaves TeX as it is, which is read as this extension reads it. */
const utensils: BibReader = {
  name: 'latex-utensils',
  read: (bib) =>
    latexUtensils.bibtexParser
      .parse(bib)
      .content.filter((entry) => latexUtensils.bibtexParser.isEntry(entry))
      .map(({ content }) => {
        const tex = (name: string): string =>
          toText(content.find((field) => field.name === name)?.value.content);
        const [author] = readNames(tex('author'));
        return {
          title: decodeTeX(tex('title')),
          name: [author?.['non-dropping-particle'] ?? '', author?.family ?? author?.literal ?? ''].join(' '),
          year: (tex('year') || tex('date')).slice(0, 4),
          doi: tex('doi'),
        };
      }),
};

const retorquere: BibReader = {
  name: '@retorquere/bibtex-parser',
  read(bib) {
    const { entries, errors } = parseByRetorquere(bib, { sentenceCase: false });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return entries.map(({ fields }) => {
      const { prefix, lastName, name } = asObject(asList(fields.author)[0]);
      return {
        title: withoutTags(toText(fields['title'])),
        name: [prefix, lastName ?? name].map(toText).join(' '),
        year: (toText(fields['year']) || toText(fields['date'])).slice(0, 4),
        doi: toText(fields['doi']),
      };
    });
  },
};

export const bibReaders: readonly BibReader[] = [citationJs, utensils, retorquere, pandoc];
