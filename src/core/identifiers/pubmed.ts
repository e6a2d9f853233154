/** PubMed's and PubMed Central's numbers. */
import { afterLabel, bareStart, siteAddress, wordStart, type IdentifierForm } from './form.ts';

const notLonger = '(?![\\da-z]|\\.\\d)';
const pmid = `(?<id>[1-9]\\d{0,7})${notLonger}`;
const pmcid = '(?<id>(?:pmc)?[1-9]\\d{0,8})(?!\\d)';

const ncbi = 'ncbi.nlm.nih.gov';

function normalizePmid(id: string): string {
  return id;
}

function normalizePmcid(id: string): string {
  return `PMC${id.replace(/^pmc/i, '')}`;
}

/** PMIDs in addresses and behind a label, PMCIDs by themselves too. */
export const pubmedForms: readonly IdentifierForm[] = [
  {
    kind: 'pmid',
    pattern: `${siteAddress(`pubmed.${ncbi}`, ncbi, 'pubmed.gov')}(?:m/)?(?:pubmed/|entrez/query\\.fcgi)?(?:\\?(?:[a-z_]{1,20}=[^\\s&]{0,40}&){0,4}(?:term|list_uids)=)?${pmid}`,
    normalize: normalizePmid,
  },
  {
    kind: 'pmid',
    pattern: `${siteAddress('europepmc.org')}(?:article|abstract)/med/${pmid}`,
    normalize: normalizePmid,
  },
  {
    kind: 'pmid',
    pattern: `${wordStart}(?:pmid|pubmed\\s?id|pubmed(?=["']?\\s?[:=：/{]|\\s\\d{7,8}(?!\\d)))${afterLabel}${pmid}`,
    normalize: normalizePmid,
  },
  {
    kind: 'pmcid',
    pattern: `${siteAddress(ncbi, `pmc.${ncbi}`, 'europepmc.org')}(?:labs/)?(?:pmc/)?(?:articles?|abstract)/(?:pmc/)?${pmcid}`,
    normalize: normalizePmcid,
  },
  {
    kind: 'pmcid',
    pattern: `${wordStart}pmc(?:\\s?id|(?=["'*_]{0,3}\\s{0,4}[:=]))${afterLabel}${pmcid}`,
    normalize: normalizePmcid,
  },
  // A label of its own; shorter ones are also names of other things.
  { kind: 'pmcid', pattern: `${bareStart}(?<id>pmc\\d{5,9})(?![\\da-z])`, normalize: normalizePmcid },
];
