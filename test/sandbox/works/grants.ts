/** Grants of the Japan Society for the Promotion of Science, and what came of one of them: real ones. */

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
    /** Absent where it is not known: names are read in many ways. */
    readonly reading?: readonly [family: string, given: string];
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
  /** Conference of a presentation. */
  readonly organizer?: string;
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
      { type: 'presentation', author: 'Sakiko Shiratori, Risa Nomura, Jules Rafalimanantsoa, Zoniaina Ramahaimandimby, and Takeshi Sakurai', title: 'The role of home production on nutritional supply in rural Madagascar before and after the COVID-19 outbreak', organizer: '5th Global Food Security Conference', year: '2024' },
      { type: 'presentation', author: 'Sakiko Shiratori, Mudduwa Gamaethige Dilini Abeysekara, Ryosuke Ozaki, Jules Rafalimanantsoa, and Havannah Britney Rasolonirina', title: 'Exploring the Relationship between Risk Preferences, Time Preferences and Household Dietary Diversity: Evidence from Madagascar', organizer: '32nd International Conference of Agricultural Economists', year: '2024' },
      { type: 'presentation', author: 'Sakiko Shiratori', title: 'Food Security and Nutrition in Africa: The Impact of Fertilizer Price Surge', organizer: '日本作物学会第257回講演会', year: '2024' },
      { type: 'presentation', author: '白鳥佐紀子', title: 'アフリカにおける食料と栄養について', organizer: 'TICAD30周年記念公式サイドイベント', year: '2023' },
      { type: 'presentation', author: 'Zoniaina Ramahaimandimby, Sakiko Shiratori, Jules Rafalimanantsoa, and Takeshi Sakurai', title: 'Farmers’ responses to intra-seasonal rainfall variability in central Madagascar, and their effects on child stunting', organizer: 'The 11th Asian Society of Agricultural Economists (ASAE) International Conference', year: '2023' },
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
  { number: '20H00028', title: '考古地磁気年代推定法の東アジアへの展開:過去3500年間の新たな連続指標の確立', category: '基盤研究(A)', institution: '九州大学', leader: { family: '大野', given: '正夫' }, years: [2020, 2023] },
  { number: '20H01277', title: '小中高大の英語学習者のためのデータ駆動型英文法学習サイトの開発', category: '基盤研究(B)', institution: '千葉大学', leader: { family: '西垣', given: '知佳子' }, years: [2020, 2023] },
  { number: '18H00914', title: '応用制度設計・実験経済学・社会哲学を融合した持続的発展のための新しい会計', category: '基盤研究(B)', institution: '早稲田大学', leader: { family: '鈴木', given: '智英' }, years: [2018, 2022] },
  { number: '23300016', title: '線形変換とメモリを用いた論理合成に関する研究', category: '基盤研究(B)', institution: '明治大学', leader: { family: '笹尾', given: '勤' }, years: [2011, 2013] },
  { number: '17K01285', title: '警備問題に対する数理手法開発と警備計画立案システムの構築', category: '基盤研究(C)', institution: '防衛大学校', leader: { family: '宝崎', given: '隆祐' }, years: [2017, 2019] },
  { number: '18K00966', title: '在外日本前近代史研究の軌跡', category: '基盤研究(C)', institution: '九州大学', leader: { family: '坂上', given: '康俊' }, years: [2018, 2023] },
  { number: '19K03864', title: '連星ブラックホールの自転から迫る原始ブラックホールの検証', category: '基盤研究(C)', institution: '東京工業大学', leader: { family: '須山', given: '輝明' }, years: [2019, 2023] },
  { number: '19K04750', title: 'ZEH化改修のための省エネルギー効果を検証するMRツールの開発と適用', category: '基盤研究(C)', institution: '金沢大学', leader: { family: '沈', given: '振江' }, years: [2019, 2022] },
  { number: '21500023', title: '世界で最小の同期プロトコルの開発と多次元アレイへの応用', category: '基盤研究(C)', institution: '大阪電気通信大学', leader: { family: '梅尾', given: '博司' }, years: [2009, 2011] },
  { number: '25K03862', title: '『河海抄』の生きた歴史空間と『河海抄類字』', category: '基盤研究(C)', institution: '筑波大学', leader: { family: '吉森', given: '佳奈子' }, years: [2025, 2028] },
  { number: '22K19845', title: '超小型衛星が拓く雷起源電磁波を利用した宇宙環境モニタシステムの開発', category: '挑戦的研究(萌芽)', institution: '金沢大学', leader: { family: '笠原', given: '禎也' }, years: [2022, 2024] },
]; // prettier-ignore
