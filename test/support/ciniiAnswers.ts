/** Answers in the shape of CiNii's. */

type Members = Readonly<Record<string, unknown>>;

/** A search answer with these hits. */
export function searchAnswer(items: readonly unknown[], total = items.length, start = 1): Members {
  return {
    '@type': 'channel',
    'opensearch:totalResults': total,
    'opensearch:startIndex': start,
    'opensearch:itemsPerPage': items.length,
    items,
  };
}

/** A hit; identifiers as `DOI`, `NAID` and the like. */
export function hit(crid: string, title: string, members: Members = {}, identifiers: Members = {}): Members {
  return {
    '@id': `https://cir.nii.ac.jp/crid/${crid}`,
    '@type': 'item',
    title,
    'dc:type': 'Article',
    'dc:identifier': Object.entries(identifiers).map(([type, value]) => ({
      '@type': `cir:${type}`,
      '@value': value,
    })),
    ...members,
  };
}

/** A text in a language. */
export function inLanguage(language: string, text: string): Members {
  return { '@language': language, '@value': text };
}

/** A person by their name in each language. */
export function person(names: Readonly<Record<string, string>>): Members {
  return {
    '@type': 'Researcher',
    'foaf:name': Object.entries(names).map(([language, name]) =>
      language === '' ? name : inLanguage(language, name),
    ),
  };
}

/** A record of an article, as `/crid/<crid>.json` has it. */
export function articleRecord(crid: string, members: Members = {}): Members {
  return {
    '@id': `https://cir.nii.ac.jp/crid/${crid}.json`,
    '@type': 'Article',
    productIdentifier: [{ identifier: { '@type': 'DOI', '@value': '10.14927/reeps.6.2_12' } }],
    'dc:title': [
      inLanguage('ja', '温室効果ガス排出規制の地域間CGE分析'),
      inLanguage('en', 'A Regional CGE Analysis of Greenhouse Gas Emission Regulation'),
    ],
    creator: [
      person({ ja: '白井 大地', en: 'SHIRAI Daichi', 'ja-Kana': 'シライ ダイチ' }),
      person({ ja: '武田 史郎', en: 'Takeda Shiro' }),
    ],
    publication: {
      publicationIdentifier: [
        { '@type': 'EISSN', '@value': '21892806' },
        { '@type': 'PISSN', '@value': '18823742' },
      ],
      'prism:publicationName': [
        inLanguage('ja', '環境経済・政策研究'),
        inLanguage('en', 'Review of Environmental Economics and Policy Studies'),
      ],
      'dc:publisher': [inLanguage('ja', '環境経済・政策学会')],
      'prism:publicationDate': '2013-09',
      'prism:volume': '6(2)',
      'prism:startingPage': '12',
      'prism:endingPage': '25',
    },
    ...members,
  };
}
