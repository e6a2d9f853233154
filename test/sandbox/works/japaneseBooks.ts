/** Books of the union catalogue of Japanese university libraries. */
import type { Name } from '../work.ts';
import type { JapaneseWork } from './japanese.ts';

type Row = readonly [
  ncid: string,
  isbn: string | undefined,
  title: string,
  statement: string | undefined,
  creators: readonly Name[],
  publisher: string,
  date: string,
];

const group = (name: string): Name => ({ group: name });
const behaviourSociety = group('日本行動分析学会');
const shimamune: Name = { name: '島宗, 理', reading: 'シマムネ, サトル' };

const rows: readonly Row[] = [
  ['BA53557567', '489242675X', 'ことばと行動 : 言語の基礎から臨床まで', '日本行動分析学会編', [behaviourSociety], 'ブレーン出版', '2001'],
  ['BB18692437', '9784903520957', '「心の言葉」使用禁止! : アドラー心理学と行動分析学に学ぶ', '中井孝章著', ['中井, 孝章'], '三学出版', '2015'],
  ['BB15265600', '9784480067722', '使える行動分析学 : じぶん実験のすすめ', '島宗理 [著]', [shimamune], '筑摩書房', '2014'],
  ['BN11406057', undefined, '行動分析学入門', 'リチャード・W・マロット[ほか]著', ['Malott, Richard W.'], '産図テクスト', '1994'],
  ['BB10801492', '9784087206647', 'メリットの法則 : 行動分析学・実践編', '奥田健次著', ['奥田, 健次'], '集英社', '2012'],
  ['BB19492444', '9784772414487', 'ケースで学ぶ行動分析学による問題解決', '日本行動分析学会編 ; 山本淳一, 武藤崇, 鎌倉やよい責任編集', [behaviourSociety, '山本, 淳一', '武藤, 崇', '鎌倉, やよい'], '金剛出版', '2015'],
  ['BB05741198', '9784791107636', '行動分析学研究アンソロジー', '日本行動分析学会編 ; 藤健一 [ほか] 責任編集', [behaviourSociety, '藤, 健一'], '星和書店', '2011'],
  ['BB18528444', '9784861080722', '行動分析家の倫理 : 責任ある実践へのガイドライン', 'ジョン・ベイリー, メアリー・バーチ著 ; 日本行動分析学会行動倫理研究会訳', ['Bailey, Jon S.', 'Burch, Mary R.', group('日本行動分析学会行動倫理研究会')], '二瓶社', '2015'],
  ['BA87893328', '9784861863639', '対人支援の行動分析学 : 看護・福祉・教育職をめざす人のABA入門', '服巻繁, 島宗理著', ['服巻, 繁', shimamune], 'ふくろう出版', '2008'],
  ['BA74693381', '9784861080166', 'スキナーの心理学 : 応用行動分析学(ABA)の誕生', 'ウィリアム・T・オドノヒュー, カイル・E・ファーガソン著 ; 佐久間徹監訳', ["O'Donohue, William T.", 'Ferguson, Kyle E.', '佐久間, 徹'], '二瓶社', '2005'],
  ['BB22073756', '9784761407834', 'プログラム学習で学ぶ行動分析学ワークブック', '吉野智富美, 吉野俊彦著', ['吉野, 智富美', '吉野, 俊彦'], '学苑社', '2016'],
  ['BB19876526', '9784534053138', 'リーダーのための行動分析学入門 : 部下を育てる!強いチームをつくる!', '島宗理著', [shimamune], '日本実業出版社', '2015'],
  ['BA72429021', '4861862299', '対人支援の行動分析学 : 看護・福祉職をめざす人のABA入門', '服巻繁, 島宗理著', ['服巻, 繁', shimamune], '西日本法規出版', '2005'],
  ['BA46101327', '9784946553073', 'パフォーマンス・マネジメント : 問題解決のための行動分析学', '島宗理著', [shimamune], '米田出版', '2000'],
  ['BA25648121', '0897742486', 'Achievement tests and measurement devices', undefined, [group('Educational Testing Service. Test Collection')], 'Oryx Press', '1986'],
  ['BA14163018', '0897746929', 'Affective measures and personality tests', undefined, [group('Educational Testing Service. Test Collection')], 'Oryx Press', '1992'],
  ['BC0720888X', '0907634435', 'Techniques du test II = test techniques II', undefined, [group('Automatic Testing and Test Instrumentation (Conference)')], 'Network Events', '1984'],
  ['BB08033139', '064227620X', "National treasures from Australia's great libraries", undefined, [group('National Library of Australia'), 'Williams, Nat', 'Dent, Margaret'], 'National Library of Australia', '2005'],
  ['BB03163782', '9781108002585', 'Descriptive catalogues of the manuscripts in the libraries of some Cambridge colleges', undefined, ['James, M. R. (Montague Rhodes)'], 'Cambridge University Press', '2009'],
  ['BA38826051', '185604209X', 'Children and young people : Library Association guidelines for public library services', undefined, [group('Library Association. Youth Libraries Committee'), 'Blanshard, Catherine', group('Library Association')], 'Library Association', '1997'],
]; // prettier-ignore

/** CRIDs that are known, by NCID. */
const crids: Readonly<Record<string, string>> = {
  BA25648121: '1971149384760187020',
  BA14163018: '1970867909791595083',
  BC0720888X: '1971149384836526094',
  BB08033139: '1970586434850742563',
  BB03163782: '1970304959814525512',
  BA38826051: '1971149384758652697',
};

export const japaneseBooks: readonly JapaneseWork[] = [
  {
    kind: 'Book',
    origin: 'NACSIS_CAT',
    crid: '1970867909910985885',
    ncid: 'BB02488158',
    isbn: '9784873114521',
    title: 'セマンティックWebプログラミング',
    titleReading: 'セマンティック Web プログラミング',
    latinTitle: 'Programming the semantic web',
    statement: 'トビー・セガラン, コリン・エバンス, ジェイミー・テイラー著 ; 玉川竜司訳',
    creators: [
      'Segaran, Toby',
      'Evans, Colin',
      'Taylor, Jamie (Edwin James)',
      { name: '玉川, 竜司', reading: 'タマガワ, リュウジ' },
      { name: '大向, 一輝 ', reading: 'オオムカイ, イッキ' },
      { name: '加藤, 文彦 ', reading: 'カトウ, フミヒロ' },
    ],
    note: '監訳: 大向一輝, 加藤文彦, 中尾光輝, 山本泰智',
    publisher: 'オライリー・ジャパン',
    place: '東京',
    date: '2010.6',
    language: 'ja',
  },
  ...rows.map(([ncid, isbn, title, statement, creators, publisher, date]): JapaneseWork => ({
    kind: 'Book',
    origin: 'NACSIS_CAT',
    ncid,
    title,
    creators,
    publisher,
    date,
    ...(crids[ncid] !== undefined && { crid: crids[ncid] }),
    ...(isbn !== undefined && { isbn }),
    ...(statement !== undefined && { statement }),
    ...(statement !== undefined && { language: 'ja' }),
  })),
];
