/** What NII's catalogues hold that no DOI agency does: the model, and the articles. */
import { createHash } from 'node:crypto';
import type { Name } from '../work.ts';

export interface JapaneseWork {
  readonly kind: 'Article' | 'Book' | 'Dissertation' | 'Dataset';
  /** Where the record is from, which decides how names and numbers are written. */
  readonly origin: 'JALC' | 'IRDB' | 'NACSIS_CAT' | 'NDL' | 'CROSSREF';
  /** The 19 digits of CiNii Research, where they are known. */
  readonly crid?: string;
  readonly naid?: string;
  readonly ncid?: string;
  readonly doi?: string;
  readonly title: string;
  /** In kana, with blanks between words. */
  readonly titleReading?: string;
  readonly latinTitle?: string;
  readonly creators: readonly Name[];
  /** Statement of responsibility of a book: who wrote, edited, translated. */
  readonly statement?: string;
  readonly publisher?: string;
  readonly place?: string;
  /** As catalogued: `2013-09`, `2010.6`. */
  readonly date?: string;
  readonly journal?: string;
  readonly latinJournal?: string;
  readonly volume?: string;
  readonly number?: string;
  readonly pages?: readonly [first: string, last: string];
  readonly issn?: string;
  readonly isbn?: string;
  readonly series?: string;
  readonly degree?: string;
  readonly dissertationNumber?: string;
  readonly language?: string;
  readonly abstract?: string;
  /** `disallow` where the abstract may be neither kept nor shown. */
  readonly abstractLicense?: 'allow' | 'disallow';
  readonly note?: string;
}

/** CRID of a work; one made up of its title where the real one is not known. */
export function cridOf({ crid, title }: JapaneseWork): string {
  return crid ?? makeUpCrid('199', title);
}

/** 19 digits that no record has, the same ones for the same seed. */
export function makeUpCrid(prefix: string, seed: string): string {
  const digest = createHash('md5').update(seed).digest().readBigUInt64BE();
  return prefix + String(digest % 10n ** 16n).padStart(16, '0');
}

const johokanri = {
  kind: 'Article',
  origin: 'JALC',
  journal: '情報管理',
  latinJournal: 'Journal of Information Processing and Management',
  issn: '0021-7298',
  publisher: '国立研究開発法人 科学技術振興機構',
  language: 'ja',
} as const;

export const japaneseArticles: readonly JapaneseWork[] = [
  {
    kind: 'Article',
    origin: 'JALC',
    crid: '1390005822569621120',
    doi: '10.14927/reeps.6.2_12',
    title: '温室効果ガス排出規制の地域間CGE分析',
    creators: [
      { name: '白井, 大地', latin: 'SHIRAI, Daichi', reading: 'シライ, ダイチ' },
      { name: '武田, 史郎', latin: 'TAKEDA, Shiro', reading: 'タケダ, シロウ' },
      { name: '落合, 勝昭', latin: 'OCHIAI, Katsuaki', reading: 'オチアイ, カツアキ' },
    ],
    journal: '環境経済・政策研究',
    latinJournal: 'Review of Environmental Economics and Policy Studies',
    volume: '6',
    number: '2',
    pages: ['12', '25'],
    date: '2013-09',
    issn: '1882-3742',
    publisher: '環境経済・政策学会',
    language: 'ja',
    abstract: '日本の地域間応用一般均衡モデルで排出規制の影響を比べる。',
    abstractLicense: 'disallow',
  },
  {
    ...johokanri,
    doi: '10.1241/johokanri.52.255',
    title: 'サイエンスマップによる科学研究の動的変化の観測 手法と応用',
    creators: [
      { name: '伊神, 正貫', latin: 'IGAMI, Masatsura', reading: 'イガミ, マサツラ' },
      { name: '阪, 彩香', latin: 'SAKA, Ayaka', reading: 'サカ, アヤカ' },
    ],
    volume: '52',
    number: '5',
    pages: ['255', '266'],
    date: '2009',
  },
  // The same article as an older catalogue has it: one name unsplit, no DOI.
  {
    ...johokanri,
    origin: 'NDL',
    title: 'サイエンスマップによる科学研究の動的変化の観測',
    creators: ['伊神正貫'],
    volume: '52(5)',
    pages: ['255', '266'],
    date: '2009',
  },
  {
    ...johokanri,
    doi: '10.1241/johokanri.41.678',
    title: '学術雑誌のインターネット上での無料アクセス提供',
    creators: [],
    volume: '41',
    number: '9',
    pages: ['678', '694'],
    date: '1998',
  },
  {
    kind: 'Article',
    origin: 'IRDB',
    crid: '1050010687833449984',
    title:
      'Band structures of passive films on titanium in simulated bioliquids determined by photoelectrochemical response: principle governing the biocompatibility',
    creators: ['Kim, Seong-Cheol', 'Hanawa, Takao', 'Manaka, Tomoyo', 'Tsuchiya, Hiroaki', 'Fujimoto, Shinji'],
    journal: 'Science and Technology of Advanced Materials',
    date: '2022',
    issn: '14686996',
    publisher: 'Taylor & Francis',
    language: 'en',
  },
  {
    kind: 'Article',
    origin: 'JALC',
    doi: '10.18480/jjae.25.0_13',
    title: 'Seasonal Energy Deficiency of Rural Rice Farmers in Madagascar',
    creators: ['Shiratori, Sakiko', 'Narmandakh, Davaatseren', 'Rafalimanantsoa, Jules'],
    journal: 'Japanese Journal of Agricultural Economics',
    volume: '25',
    pages: ['13', '16'],
    date: '2023',
    language: 'en',
  },
  {
    kind: 'Article',
    origin: 'CROSSREF',
    doi: '10.3390/foods13193147',
    title: 'Effects of Risk and Time Preferences on Diet Quality: Empirical Evidence from Rural Madagascar',
    creators: ['Shiratori, Sakiko', 'Abeysekara, Mudduwa Gamaethige Dilini', 'Ozaki, Ryosuke', 'Rafalimanantsoa, Jules', 'Rasolonirina, Andrianjanaka Britney Havannah'],
    journal: 'Foods',
    volume: '13',
    pages: ['3147', '3147'],
    date: '2024',
    publisher: 'MDPI AG',
    language: 'en',
  },
  {
    kind: 'Article',
    origin: 'CROSSREF',
    doi: '10.1016/j.foodpol.2023.102547',
    title: 'Animal-sourced foods production and early childhood nutrition: Panel data evidence in central Madagascar',
    creators: ['Ramahaimandimby, Zoniaina', 'Shiratori, Sakiko', 'Rafalimanantsoa, Jules', 'Sakurai, Takeshi'],
    journal: 'Food Policy',
    volume: '121',
    pages: ['102547', '102547'],
    date: '2023',
    issn: '0306-9192',
    publisher: 'Elsevier BV',
    language: 'en',
  },
  {
    kind: 'Dataset',
    origin: 'JALC',
    doi: '10.17595/20170411.001',
    title: 'ODIAC Fossil Fuel CO2 Emissions Dataset',
    creators: ['Oda, Tomohiro', 'Maksyutov, Shamil'],
    publisher: '国立環境研究所地球環境研究センター',
    date: '2015',
    language: 'en',
  },
]; // prettier-ignore
