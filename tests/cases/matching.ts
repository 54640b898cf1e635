/** Rules of matching: the same rows run against the matcher and against the naive one. */
export interface MatchingCase {
  name: string;
  terms: string[];
  text: string;
  /** What is marked, as it stands in the text. */
  marked: string[];
  /** The naive matcher does not know it. */
  subtle?: true;
}

export const choosing: MatchingCase[] = [
  {
    name: 'longest wins at the same start',
    terms: ['两江', '两江新区'],
    text: '重庆两江新区',
    marked: ['两江新区'],
  },
  {
    name: 'the shorter stands where the longer breaks off',
    terms: ['两江', '两江新区'],
    text: '两江新城',
    marked: ['两江'],
  },
  { name: 'leftmost wins over longest', terms: ['江北', '北机场线'], text: '江北机场线', marked: ['江北'] },
  {
    name: 'goes on right after a match',
    terms: ['果园', '果园港', '港口'],
    text: '果园港口果园港',
    marked: ['果园港', '果园港'],
  },
  { name: 'one character', terms: ['渝'], text: '川渝与渝', marked: ['渝', '渝'] },
  { name: 'at both ends of the text', terms: ['成都'], text: '成都和成都', marked: ['成都', '成都'] },
  { name: 'beyond U+FFFF', terms: ['𠮷野家'], text: '去𠮷野家吃', marked: ['𠮷野家'] },
  {
    name: 'begins with a pair',
    terms: ['😀笑', '🀄麻将'],
    text: '看😀笑，打🀄麻将',
    marked: ['😀笑', '🀄麻将'],
  },
  { name: 'pairs that fold to letters', terms: ['ab'], text: '用𝐀𝐛说', marked: ['𝐀𝐛'] },
  {
    name: 'compatibility ideographs of two units',
    terms: ['成都'],
    text: '去\u{2f8b2}都',
    marked: ['\u{2f8b2}都'],
  },
  { name: 'not from the half of a pair', terms: ['𠮷'], text: '\ud842 \udfb7 𠮶', marked: [] },
];

export const folding: MatchingCase[] = [
  { name: 'traditional page', terms: ['两江新区'], text: '在兩江新區', marked: ['兩江新區'] },
  { name: 'traditional term', terms: ['兩江新區'], text: '在两江新区', marked: ['两江新区'] },
  { name: 'mixed', terms: ['双城经济圈'], text: '雙城经濟圈', marked: ['雙城经濟圈'] },
  { name: 'Japanese forms', terms: ['两江'], text: '両江', marked: ['両江'] },
  {
    name: 'Taiwan and Hong Kong forms',
    terms: ['台湾群众'],
    text: '臺灣羣眾、台灣群衆',
    marked: ['臺灣羣眾', '台灣群衆'],
  },
  { name: 'radicals', terms: ['高山'], text: '⾼⼭', marked: ['⾼⼭'] },
  { name: 'supplementary radicals', terms: ['户口'], text: '⼾⼝', marked: ['⼾⼝'] },
  { name: 'compatibility ideographs', terms: ['金车'], text: '金車', marked: ['金車'] },
  { name: 'several sources of one character', terms: ['头发发展'], text: '頭髮發展', marked: ['頭髮發展'] },
  { name: 'full-width letters and digits', terms: ['5G'], text: '用５Ｇ网', marked: ['５Ｇ'] },
  {
    name: 'full-width brackets',
    terms: ['中新(重庆)项目'],
    text: '中新（重庆）项目',
    marked: ['中新（重庆）项目'],
  },
  { name: 'case', terms: ['Chengdu'], text: 'CHENGDU', marked: ['CHENGDU'] },
  { name: '著 for 着', terms: ['沿着'], text: '沿著', marked: ['沿著'] },
  {
    name: 'corner brackets for quotes',
    terms: ['“双碳”目标'],
    text: '「雙碳」目標、｢双碳｣目标、〝双碳〞目标',
    marked: ['「雙碳」目標', '｢双碳｣目标', '〝双碳〞目标'],
  },
  {
    name: 'dots of all kinds in names',
    terms: ['马丁·路德'],
    text: '馬丁‧路德、マーチン、馬丁・路德、马丁•路德、马丁路德',
    marked: ['馬丁‧路德', '馬丁・路德', '马丁•路德'],
  },
  {
    name: 'a circle for 〇',
    terms: ['二〇三五年'],
    text: '到二○三五年，二◯三五年',
    marked: ['二○三五年', '二◯三五年'],
  },
  { name: 'forms in old print', terms: ['清真'], text: '淸眞', marked: ['淸眞'] },
  { name: 'forms of today in Japan', terms: ['邻乡'], text: '隣郷', marked: ['隣郷'] },
  { name: 'numbers set low', terms: ['CO2'], text: '减少CO₂', marked: ['CO₂'] },
  { name: 'not numbers set high', terms: ['M2'], text: '100 m²，M2', marked: ['M2'] },
  {
    name: 'letter and mark in one or two',
    terms: ['Chóngqìng', 'cafe\u0301'],
    text: 'Cho\u0301ngqìng, CHÓNGQÌNG, Chongqing; café, cafe',
    marked: ['Cho\u0301ngqìng', 'CHÓNGQÌNG', 'café'],
  },
  {
    name: 'a letter with its accent in two, before a blank',
    terms: ['Bogotá Bay'],
    text: 'Bogota\u0301 Bay, Bogotá Bay',
    marked: ['Bogota\u0301 Bay', 'Bogotá Bay'],
  },
  { name: 'kana and mark in one or two', terms: ['ガス'], text: 'ガス ｶﾞｽ カス', marked: ['ガス', 'ｶﾞｽ'] },
  {
    name: 'Roman numerals',
    terms: ['II型', 'Ⅳ级'],
    text: 'Ⅱ型，Ⅲ型，ⅰ型，IV级',
    marked: ['Ⅱ型', 'IV级'],
  },
  { name: 'a Roman numeral is read at the start', terms: ['II型'], text: 'Ⅱ型', marked: ['Ⅱ型'] },
  { name: 'ligatures', terms: ['office', 'finance'], text: 'ﬁnance oﬃce', marked: ['ﬁnance', 'oﬃce'] },
  { name: 'not from inside a ligature', terms: ['inance', 'nance', 'f'], text: 'ﬁnance', marked: [] },
  { name: 'signs that are several', terms: ['1.5°C', '5km'], text: '1.5℃、5㎞', marked: ['1.5℃', '5㎞'] },
  { name: 'ß and ss', terms: ['Straße'], text: 'STRASSE', marked: ['STRASSE'] },
  {
    name: 'numbers in a circle',
    terms: ['1号线', '10号线'],
    text: '①号线、⑩号线，11号线',
    marked: ['①号线', '⑩号线'],
  },
  { name: 'a number in a circle before a term', terms: ['5G'], text: '①5G，⑩5G', marked: ['5G', '5G'] },
  {
    name: 'dots in names and dates',
    terms: ['马丁·路德', 'J·K·罗琳', '5·12地震'],
    text: '馬丁．路德、J.K.罗琳、5.12地震、15.12地震',
    marked: ['馬丁．路德', 'J.K.罗琳', '5.12地震'],
  },
  { name: 'a long sound in half width', terms: ['データ'], text: 'ﾃﾞｰﾀ', marked: ['ﾃﾞｰﾀ'] },
  {
    name: 'Hong Kong and Taiwan write 覆 for 复',
    terms: ['司法复核', '答复'],
    text: '提出司法覆核，政府答覆',
    marked: ['司法覆核', '答覆'],
  },
  { name: 'not what GB 2312 tells apart', terms: ['干净'], text: '乾隆、干净', marked: ['干净'] },
];

export const seeingThrough: MatchingCase[] = [
  { name: 'zero-width space', terms: ['果园港'], text: '重庆果园\u200b港', marked: ['果园\u200b港'] },
  { name: 'soft hyphen', terms: ['果园港'], text: '果\u00ad园港', marked: ['果\u00ad园港'] },
  { name: 'variation selector', terms: ['葛城'], text: '葛\u{e0100}城', marked: ['葛\u{e0100}城'] },
  {
    name: 'variation selector in a term',
    terms: ['葛\u{e0100}', '\u{e0101}辻'],
    text: '葛と辻、葛\u{e0100}城',
    marked: ['葛', '辻', '葛'],
  },
  {
    name: 'interlinear annotation',
    terms: ['果园港'],
    text: '果\ufff9园\ufffb港',
    marked: ['果\ufff9园\ufffb港'],
  },
  { name: 'combining marks', terms: ['重庆'], text: '重\u0301庆\u0301', marked: ['重\u0301庆'] },
  { name: 'letter-spacing', terms: ['两江新区'], text: '在 两 江　新\n区 里', marked: ['两 江　新\n区'] },
  { name: 'never before or after', terms: ['重庆'], text: ' \u200b重庆\u200b ', marked: ['重庆'] },
  {
    name: 'reading after each character',
    terms: ['两江新区'],
    text: '兩(liǎng)江(jiāng)新(xīn)區(qū)',
    marked: ['兩(liǎng)江(jiāng)新(xīn)區'],
  },
  {
    name: 'reading without tone',
    terms: ['双城经济圈'],
    text: '雙城經(jing)濟(ji)圈',
    marked: ['雙城經(jing)濟(ji)圈'],
  },
  {
    name: 'reading with a tone digit, ü as v',
    terms: ['绿色'],
    text: '绿（lv4）色',
    marked: ['绿（lv4）色'],
  },
  { name: 'bopomofo', terms: ['重庆'], text: '重【ㄔㄨㄥˊ】庆', marked: ['重【ㄔㄨㄥˊ】庆'] },
  { name: 'bopomofo of a bare initial', terms: ['知识'], text: '知(ㄓ)识', marked: ['知(ㄓ)识'] },
  {
    name: 'reading of a word, with tones',
    terms: ['綦江区'],
    text: '綦江（qíjiāng）区、綦江(qi2 jiang1)区、綦江（ㄑㄧˊ ㄐㄧㄤ）區',
    marked: ['綦江（qíjiāng）区', '綦江(qi2 jiang1)区', '綦江（ㄑㄧˊ ㄐㄧㄤ）區'],
  },
  {
    name: 'a reading that is announced',
    terms: ['郫县'],
    text: '郫（音pí）县、郫（读音：pí）县、郫（音皮）县',
    marked: ['郫（音pí）县', '郫（读音：pí）县', '郫（音皮）县'],
  },
  {
    name: 'not another character in brackets',
    terms: ['郫县'],
    text: '郫（皮）县、郫（音乐）县',
    marked: [],
  },
  {
    name: 'two readings in one bracket',
    terms: ['银行业'],
    text: '银行（háng/xíng）业',
    marked: ['银行（háng/xíng）业'],
  },
  { name: 'brackets of two widths', terms: ['郫县'], text: '郫（pí)县', marked: ['郫（pí)县'] },
  {
    name: 'a dash between places',
    terms: ['成都-重庆'],
    text: '成都—重庆、成都─重庆、成都——重庆',
    marked: ['成都—重庆', '成都─重庆'],
  },
  { name: 'two readings', terms: ['银行业'], text: '银行(háng)(xíng)业', marked: ['银行(háng)(xíng)业'] },
  { name: 'three readings are too many', terms: ['银行业'], text: '银行(háng)(xíng)(háng)业', marked: [] },
  { name: 'empty bracket', terms: ['第一'], text: '第()一', marked: ['第()一'] },
  { name: 'reading with a stray blank', terms: ['重庆'], text: '重( chóng )庆', marked: ['重( chóng )庆'] },
  { name: 'reading and letter-spacing', terms: ['重庆'], text: '重 (chóng) 庆', marked: ['重 (chóng) 庆'] },
  {
    name: 'not the reading of another character',
    terms: ['方案一', '重庆两江'],
    text: '方案(A)一 重庆(chongqing)两江',
    marked: [],
  },
  {
    name: 'not digits or Chinese in brackets',
    terms: ['渝府号'],
    text: '渝府〔2023〕号 渝府（市）号',
    marked: [],
  },
  {
    name: 'not an unclosed or wrongly closed bracket',
    terms: ['重庆'],
    text: '重(chong庆 重(chong]庆',
    marked: [],
  },
  { name: 'blanks between Chinese and letters', terms: ['5G基站'], text: '5G 基站', marked: ['5G 基站'] },
  { name: 'blanks in a term', terms: ['5G 基站'], text: '5G基站', marked: ['5G基站'] },
  { name: 'byte-shifted text', terms: ['山东'], text: '?!眱山聟^东', marked: [] },
  { name: 'punctuation is never noise', terms: ['京津冀'], text: '京、津、冀 京|津|冀', marked: [] },
];

export const letters: MatchingCase[] = [
  { name: 'not inside a word', terms: ['port'], text: 'report, portal, port.', marked: ['port'] },
  { name: 'not inside a number', terms: ['5G'], text: '15G 5G 5GHz 3.5G', marked: ['5G'], subtle: true },
  { name: 'between Chinese characters', terms: ['5G'], text: '建5G网', marked: ['5G'] },
  { name: 'any run of blanks', terms: ['New Area'], text: 'New  \n Area', marked: ['New  \n Area'] },
  {
    name: 'hyphens of all kinds',
    terms: ['Chengdu-Chongqing'],
    text: 'Chengdu–Chongqing, Chengdu Chongqing',
    marked: ['Chengdu–Chongqing', 'Chengdu Chongqing'],
  },
  { name: 'a blank is needed where the term has one', terms: ['New Area'], text: 'NewArea', marked: [] },
  { name: 'no blank where the term has none', terms: ['Chongqing'], text: 'Chong qing', marked: [] },
  { name: 'curly quotes', terms: ["Guang'an"], text: 'Guang’an', marked: ['Guang’an'] },
  {
    name: 'not before an apostrophe in a name',
    terms: ['Guang', 'an'],
    text: "Guang'an",
    marked: [],
    subtle: true,
  },
  {
    name: 'before a genitive',
    terms: ['Chongqing'],
    text: "Chongqing's Chongqing’s",
    marked: ['Chongqing', 'Chongqing'],
  },
  {
    name: 'soft hyphen does not end a word',
    terms: ['port'],
    text: 're\u00adport',
    marked: [],
    subtle: true,
  },
  {
    name: 'plural of several words',
    terms: ['New Area'],
    text: 'two New Areas',
    marked: ['New Areas'],
    subtle: true,
  },
  {
    name: 'plural in capitals, and with other hyphens',
    terms: ['Free Trade Zone', 'Belt-Road', 'SEZ'],
    text: 'TWO FREE TRADE ZONES, Belt‑Roads, Belt–Roads, New Free Trade ZoneS, SEZS',
    marked: ['FREE TRADE ZONES', 'Belt‑Roads', 'Belt–Roads'],
    subtle: true,
  },
  { name: 'plural of an acronym', terms: ['SEZ'], text: 'five SEZs', marked: ['SEZs'], subtle: true },
  { name: 'no plural of a single word', terms: ['new'], text: 'news', marked: [] },
  { name: 'behind a keycap', terms: ['5G'], text: '1️⃣5G基站', marked: ['5G'] },
  { name: 'a dash is a pause', terms: ['New Area'], text: 'something New—Area people', marked: [] },
  { name: 'two hyphens are a dash', terms: ['Two-Rivers'], text: 'Two--Rivers', marked: [] },
  { name: 'a mark makes another letter', terms: ['ab'], text: 'a\u0301b', marked: [] },
  { name: 'accented letters are letters', terms: ['Le'], text: 'Leé éLe', marked: [], subtle: true },
];

/** One row for each fixed bug, with its issue. */
export const regressions: MatchingCase[] = [];
