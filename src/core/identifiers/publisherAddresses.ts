/** Addresses of publishers and archives that tell a DOI without holding it. */
import { siteAddress, type IdentifierForm } from './form.ts';

/** An archive's number that is not cut short. */
const number = '(?<id>\\d{1,10})(?!\\d)';

/** A number, then perhaps a version. */
const versioned = '(?<id>\\d{1,10})(?:v\\d{1,2})?(?![\\da-z])';

/** An id of the Open Science Framework; words such as "about" have no digit. */
const osfId = '(?<id>(?=[a-z]*\\d)[a-z0-9]{5})(?![a-z0-9])';

/** How a site's addresses become DOIs: what stands behind the host, with a group `id`, and the DOI of that id. */
interface Rule {
  readonly hosts: readonly string[];
  readonly path: string;
  readonly toDoi: (id: string) => string | undefined;
}

const rules: readonly Rule[] = [
  {
    hosts: ['nature.com'],
    path: '(?:articles/|[a-z]{2,20}/journal/v\\d{1,5}/n[\\w.-]{1,12}/(?:full|abs|pdf|covers)/)(?<id>(?!10\\.\\d)[a-z0-9](?:[\\w-]|\\.(?!(?:pdf|html|epdf|ris)\\b|\\W|$)){3,40})',
    toDoi: (id) => (/\d/.test(id) ? `10.1038/${id.replace(/_.*$/, '')}` : undefined),
  },
  {
    hosts: ['elifesciences.org'],
    path: `(?:articles|reviewed-preprints|content/\\d{1,3})/e?${versioned}`,
    toDoi: (id) => `10.7554/elife.${id}`,
  },
  {
    hosts: ['biorxiv.org', 'medrxiv.org'],
    path: '(?:content/(?:(?:bio|med)rxiv/)?early/\\d{4}/\\d\\d/\\d\\d|cgi/content/(?:short|abstract|full))/(?<id>\\d{4}\\.\\d\\d\\.\\d\\d\\.\\d{6,8}|\\d{6})(?!\\d)',
    toDoi: (id) => `10.1101/${id}`,
  },
  { hosts: ['zenodo.org'], path: `(?:api/)?records?/${number}`, toDoi: (id) => `10.5281/zenodo.${id}` },
  {
    hosts: ['figshare.com'],
    path: `articles/(?:[a-z_]{1,30}/)?(?:[^\\s/()<>"{}]{1,300}/)?(?<id>\\d{5,10})(?![\\w-])`,
    toDoi: (id) => `10.6084/m9.figshare.${id}`,
  },
  {
    hosts: ['papers.ssrn.com', 'ssrn.com'],
    path: `(?:sol3/papers\\.cfm\\?abstract_?id=|abstract=)${number}`,
    toDoi: (id) => `10.2139/ssrn.${id}`,
  },
  {
    hosts: ['dl.acm.org', 'portal.acm.org'],
    path: 'citation\\.cfm\\?(?:[a-z]{1,12}=[\\w.-]{0,40}&){0,4}doid=(?<id>\\d{4,9}\\.\\d{4,9})(?!\\d)',
    toDoi: (id) => `10.1145/${id}`,
  },
  { hosts: ['peerj.com'], path: `articles/${number}`, toDoi: (id) => `10.7717/peerj.${id}` },
  {
    hosts: ['peerj.com'],
    path: 'articles/(?<id>[a-z]{2,6}-\\d{1,6})(?!\\d)',
    toDoi: (id) => `10.7717/peerj-${id.replace('-', '.')}`,
  },
  {
    hosts: ['peerj.com'],
    path: 'preprints/(?<id>\\d{1,6}v\\d{1,2})(?!\\d)',
    toDoi: (id) => `10.7287/peerj.preprints.${id}`,
  },
  {
    hosts: ['researchsquare.com'],
    path: 'article/(?<id>rs-\\d{1,9}/v\\d{1,2})(?!\\d)',
    toDoi: (id) => `10.21203/rs.3.${id}`,
  },
  {
    hosts: ['preprints.org'],
    path: 'manuscript/(?<id>\\d{6}\\.\\d{4}/v\\d{1,2})(?!\\d)',
    toDoi: (id) => `10.20944/preprints${id.replace('/', '.')}`,
  },
  {
    hosts: ['hindawi.com'],
    path: 'journals/[a-z]{2,8}/(?<id>20\\d\\d/\\d{5,8})(?!\\d)',
    toDoi: (id) => `10.1155/${id}`,
  },
  {
    hosts: ['pubs.rsc.org'],
    path: '[a-z-]{2,5}/content/[a-z]{4,20}/(?:\\d{4}/[a-z]{2}/)?(?<id>[a-z]\\d[a-z]{2}\\d{5}[a-z]|b\\d{6}[a-z])(?![a-z0-9])',
    toDoi: (id) => `10.1039/${id}`,
  },
  {
    hosts: ['xlink.rsc.org'],
    path: '\\?doi=(?<id>[a-z]\\d[a-z]{2}\\d{5}[a-z]|b\\d{6}[a-z])(?![a-z0-9])',
    toDoi: (id) => `10.1039/${id}`,
  },
  { hosts: ['psyarxiv.com'], path: osfId, toDoi: (id) => `10.31234/osf.io/${id}` },
  {
    hosts: ['osf.io'],
    path: `preprints/psyarxiv/${osfId}`,
    toDoi: (id) => `10.31234/osf.io/${id}`,
  },
];

/** Addresses of works whose DOI follows from them for certain; the match is the part that stands for it. */
export const publisherForms: readonly IdentifierForm[] = [
  ...rules.map(({ hosts, path, toDoi }): IdentifierForm => ({
    kind: 'doi',
    pattern: siteAddress(...hosts) + path,
    normalize: (id) => toDoi(id)?.toLowerCase(),
  })),
  // Copernicus names the journal in the host: acp.copernicus.org/articles/10/1234/2010
  {
    kind: 'doi',
    pattern: String.raw`(?<![\w.-])(?<id>[a-z]{2,8}\.copernicus\.org/articles/\d{1,3}/\d{1,6}/20\d\d)(?!\d)`,
    normalize: (id) =>
      `10.5194/${id
        .replace(/\..*?s\//i, '-')
        .replaceAll('/', '-')
        .toLowerCase()}`,
  },
];

/** Pages of doi.org's own, which look like short DOIs. */
const ownPages =
  /^(?:about|api|contact|events|faq|handbook|help|home|index|login|members|news|overview|privacy|ra|register|resources|search|terms)$/i;

/** A short DOI whose `10/` the address leaves out. */
export const shortDoiForm: IdentifierForm = {
  kind: 'doi',
  pattern: String.raw`(?<=(?:www|dx)[.-]|[^\w.-]|^)(?:short)?doi[.-]org(?:\.[\w-]{1,40}){0,6}/(?<id>[a-z0-9]{3,8})(?![a-z0-9]|[.:_/%-]{1,9}[a-z0-9])`,
  normalize: (code) => (ownPages.test(code) ? undefined : `10/${code.toLowerCase()}`),
};
