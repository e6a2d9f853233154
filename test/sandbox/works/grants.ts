/** Grants of the Japan Society for the Promotion of Science, and what came of one of them. */

export interface Grant {
  /** Without the leading JP. */
  readonly number: string;
  readonly title: string;
  readonly latinTitle?: string;
  readonly category: string;
  readonly institution: string;
  readonly leader: {
    readonly family: string;
    readonly given: string;
    readonly reading: readonly [family: string, given: string];
  };
  readonly years: readonly [first: number, last: number];
  readonly crid?: string;
  readonly products?: readonly GrantProduct[];
}

export interface GrantProduct {
  readonly type: 'journal_article' | 'presentation';
  /** One string, as the researcher reported it. */
  readonly author: string;
  readonly title: string;
  readonly journal?: string;
  readonly volume?: string;
  readonly pages?: string;
  readonly year: string;
  readonly doi?: string;
}

const platform = '新学術領域研究(研究領域提案型)『学術研究支援基盤形成』';
const transformative = '学術変革領域研究(学術研究支援基盤形成)';

export const grants: readonly Grant[] = [
  {
    number: '19KK0341',
    crid: '1040848250614322432',
    title: 'マダガスカル農村部における食環境の評価と食生活指針',
    category: '国際共同研究加速基金(国際共同研究強化(A))',
    institution: '国立研究開発法人国際農林水産業研究センター',
    leader: { family: '白鳥', given: '佐紀子', reading: ['シラトリ', 'サキコ'] },
    years: [2021, 2024],
    products: [
      { type: 'journal_article', author: 'Shiratori Sakiko、Abeysekara Mudduwa Gamaethige Dilini、Ozaki Ryosuke、Rafalimanantsoa Jules、Rasolonirina Andrianjanaka Britney Havannah', title: 'Effects of Risk and Time Preferences on Diet Quality: Empirical Evidence from Rural Madagascar', journal: 'Foods', volume: '13', pages: '3147～3147', year: '2024', doi: '10.3390/foods13193147' },
      { type: 'journal_article', author: '白鳥 佐紀子', title: 'マダガスカル農家における栄養供給と多様な食事への道', journal: 'serasera', volume: '51', pages: '15～19', year: '2024' },
      { type: 'presentation', author: 'Sakiko Shiratori, Risa Nomura, Jules Rafalimanantsoa, Zoniaina Ramahaimandimby, and Takeshi Sakurai', title: 'The role of home production on nutritional supply in rural Madagascar before and after the COVID-19 outbreak', year: '2024' },
      { type: 'journal_article', author: 'Sakiko Shiratori, Jules Rafalimanantsoa & Harisoa Sahondra Andriamanana Razafimbelonaina', title: 'Rice preference in rural Madagascar: A study of producer and consumer preferences', journal: 'Cogent Food & Agriculture', volume: '9(2)', pages: '2281092～2281092', year: '2023', doi: '10.1080/23311932.2023.2281092' },
      { type: 'journal_article', author: 'Zoniaina Ramahaimandimby, Sakiko Shiratori, Jules Rafalimanantsoa, and Takeshi Sakurai', title: 'Animal-sourced foods production and early childhood nutrition: Panel data evidence in central Madagascar', journal: 'Food Policy', volume: '121', pages: '102547～102547', year: '2023', doi: '10.1016/j.foodpol.2023.102547' },
      { type: 'presentation', author: '白鳥佐紀子', title: '農家の食料消費と栄養供給', year: '2024' },
      { type: 'presentation', author: '白鳥佐紀子', title: '世界の食料事情と畜産が支える栄養への貢献', year: '2023' },
      { type: 'journal_article', author: 'Nikiema, Relwende A.、Shiratori, Sakiko、Rafalimanantsoa, Jules、Ozaki, Ryosuke、Sakurai, Takeshi', title: 'How are higher rice yields associated with dietary outcomes of smallholder farm households of Madagascar?', journal: 'Food Security', volume: '-', pages: '823～838', year: '2023', doi: '10.1007/s12571-022-01333-5' },
      { type: 'journal_article', author: 'Shiratori, Sakiko*; Narmandakh,Davaatseren; Rafalimanantsoa,Jules', title: 'Seasonal Energy Deficiency of Rural Rice Farmers in Madagascar', journal: 'Japanese Journal of Agricultural Economics', volume: '25', pages: '13～16', year: '2023', doi: '10.18480/jjae.25.0_13' },
      { type: 'journal_article', author: '白鳥佐紀子', title: 'アフリカにおける栄養・食料安全保障', journal: '世界の農業農村開発', volume: '67', pages: '22～26', year: '2023' },
    ],
  },
  { number: '16H06276', title: '先端モデル動物支援プラットフォーム', category: platform, institution: '東京大学', leader: { family: '井上', given: '純一郎', reading: ['イノウエ', 'ジュンイチロウ'] }, years: [2016, 2021] },
  { number: '16H06277', title: 'コホート・生体試料支援プラットフォーム', category: platform, institution: '東京大学', leader: { family: '村上', given: '善則', reading: ['ムラカミ', 'ヨシノリ'] }, years: [2016, 2021] },
  { number: '16H06279', title: '先進ゲノム解析研究推進プラットフォーム', category: platform, institution: '国立遺伝学研究所', leader: { family: '小原', given: '雄治', reading: ['コハラ', 'ユウジ'] }, years: [2016, 2021] },
  { number: '16H06280', title: '先端バイオイメージング支援プラットフォーム', latinTitle: 'Advanced Bioimaging Support', category: platform, institution: '生理学研究所', leader: { family: '狩野', given: '方伸', reading: ['カノウ', 'マサノブ'] }, years: [2016, 2021] },
  { number: '22H04922', title: '先端モデル動物支援プラットフォーム', category: transformative, institution: '東京大学', leader: { family: '武川', given: '睦寛', reading: ['タケカワ', 'ムツヒロ'] }, years: [2022, 2027] },
  { number: '22H04923', title: 'コホート・生体試料支援プラットフォーム', category: transformative, institution: '東京大学', leader: { family: '村上', given: '善則', reading: ['ムラカミ', 'ヨシノリ'] }, years: [2022, 2027] },
  { number: '22H04925', title: '先進ゲノム解析研究推進プラットフォーム', category: transformative, institution: '国立遺伝学研究所', leader: { family: '黒川', given: '顕', reading: ['クロカワ', 'ケン'] }, years: [2022, 2027] },
  { number: '22H04926', title: '先端バイオイメージング支援プラットフォーム', category: transformative, institution: '生理学研究所', leader: { family: '鍋倉', given: '淳一', reading: ['ナベクラ', 'ジュンイチ'] }, years: [2022, 2027] },
]; // prettier-ignore
