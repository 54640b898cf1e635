import { describe, expect, it } from 'vitest';
import { decideBoundary } from '@/lib/matching/boundary';
import { readLexicon } from '../../support/lexicon';

const lexicon = readLexicon();

/** `长[江北]岸` → what is decided on 江北. */
function decideOn(bracketed: string) {
  const start = bracketed.indexOf('[');
  const end = bracketed.indexOf(']') - 1;
  return decideBoundary(bracketed.replace('[', '').replace(']', ''), { start, end }, lexicon);
}

const CROSSED = [
  '大会隆[重庆]祝',
  '长[江北]岸',
  '[教育部]门发文',
  '[公安部]门发文',
  '青[海南]部有雨',
  '由中[央行]政机关',
  '城市[西安]排好了',
  '开拓[新疆]域',
  '校[长江]波讲话',
  '买水[果园]区免运费',
  '集[中新]建三座',
  '从合[川渝]北出发',
  '是[青岛市]区现存的',
  '东岸的巴[城镇]以旅游闻名',
  '广州市东[山区]人民法院',
  '木[城河]、运粮河',
  '黑[龍江]省的冬天',
  '，万[州港]',
  '3，万[州港]',
  '缅甸[文军]政府',
  '拥护[爱国民]政府',
  'A[集\u{2f8b2}]立了',
  '\u{2f8b2}[都市]',
];

const STANDING = [
  '重庆市[渝中]区',
  '[江北]区政府',
  '前往[重庆]开会',
  '[南美]洲的河',
  '去[成都]吃饭',
  '[重慶]與成都',
  '两个[江北]',
  '他[出生]于重庆',
  '这药[常用]于治病',
  '[合阳]城外',
  '[苏家]村的人',
  '在[马里兰]州读书',
  '静冈县滨松市[中区]',
  '天津滨海[新区]',
  '喀什[地区]疏附县',
  '造成[都市]就像发热',
  // Words that often stand side by side: 高|速度, 上|升起.
  '修建高[速度]铁路',
  '他在[会上]升起国旗',
  // A numeral before a numeral that it is no part of.
  '国家级新区之一[两江新区]',
  '周三[百度]股价大涨',
  '促进统一[两岸]同胞期盼',
  '今年五一[两江新区]迎客',
  '[双十一]百亿补贴',
  '[浙江省]政府发布',
  '[惠州]政府回应',
  '装机六十万[千瓦]',
  '装机60万[千瓦]',
];

describe('decideBoundary', () => {
  it.each(CROSSED)('rejects %s', (text) => {
    expect(decideOn(text).accepted).toBe(false);
  });

  it.each(STANDING)('accepts %s', (text) => {
    expect(decideOn(text).accepted).toBe(true);
  });

  it('says which word crosses which edge, with both costs', () => {
    const decision = decideOn('长[江北]岸');
    expect(decision).toMatchObject({ why: 'words', crossing: { word: '长江', edge: 'start' } });
    if (decision.why !== 'words' || decision.crossing === undefined) throw new Error('decided otherwise');
    const { standing, crossing } = decision;
    expect(crossing.cost - standing).toBeLessThan(crossing.needed);
    expect(decideOn('[教育部]门发文')).toMatchObject({ crossing: { word: '部门', edge: 'end' } });
  });

  it.each([
    ['十[五日]到', 'start'],
    ['二〇[三五]年', 'start'],
    ['二○[三五]年', 'start'],
    ['二○[三五]', 'start'],
    ['十[五G]', 'start'],
    ['二十[五]日', 'start'],
    ['[三]十日', 'end'],
    ['[第三]十日', 'end'],
    ['[三十]五日', 'end'],
    ['百分之四[十五]', 'start'],
    ['第二[十三条]', 'start'],
    ['初三[十日]', 'start'],
    ['二五一[三天]', 'start'],
    ['[十一]万人', 'end'],
    ['[三百]五一', 'end'],
    ['六十[万人]', 'start'],
    ['周三有二[十五人]', 'start'],
    ['双十一有二[十五人]', 'start'],
    ['第一届二〇[三五]年', 'start'],
    ['五一后二〇[三五]年', 'start'],
    ['近一[两年]', 'start'],
    ['三千[亿元]', 'start'],
    ['[三百]万吨', 'end'],
  ])('lets no numeral go on across an edge: %s', (text, edge) => {
    expect(decideOn(text)).toEqual({ accepted: false, why: 'numeral', edge });
  });

  it.each([
    '十 [五日]',
    '[三十] 五日',
    '十年[五日]',
    '二〇年[五日]',
    '十[日五]',
    '[三十日]五人',
    '[三十]日五人',
    '○[一带]一路',
    '项目○[一带]一路',
    '级新区之一[两江新区]',
    '内容之一[一带一路]建设',
    '周三[百度]股价大涨',
    '星期五[四川]发布',
    '周一[万科]开盘',
    '统一[两岸]',
    '双十一[百亿补贴]',
    '世界第一[三峡工程]',
    '今年五一[两江新区]迎客',
    '国庆十一[三峡]游',
    '[五一]三天假期',
    '[十四五]两江新区规划',
    '装机60万[千瓦]',
    '上[百万]千瓦',
    '三百[百货]大楼',
    '[双十一]百亿补贴',
  ])('sees no numeral go on in %s', (text) => {
    expect(decideOn(text).why).not.toBe('numeral');
  });

  it.each(['[重庆]', '，[重庆]。', 'A[重庆]1', '隆 [重庆] 祝', '隆\n[重庆]\n祝', '隆[5G]祝'])(
    'has nothing to decide on %s',
    (text) => {
      expect(decideOn(text)).toEqual({ accepted: true, why: 'free' });
    },
  );

  it.each(['隆 [重 庆] 祝', '隆\u200b[重庆]\u200b祝', '隆[重(chóng)庆](qìng)祝', '隆[重慶]祝'])(
    'sees through guises: %s',
    (text) => {
      expect(decideOn(text)).toMatchObject({ accepted: false, crossing: { word: '隆重' } });
    },
  );

  it.each(['长[江北]岸', '在[重庆]市', '不[重庆]', '[教育部]门'])(
    'reads of %s as far as Chinese characters go on, and no further',
    (text) => {
      const alone = decideOn(text);
      expect(decideOn(`大会，${text}。春天`)).toEqual(alone);
      expect(decideOn(`春天X${text}X大会`)).toEqual(alone);
    },
  );

  it('reads nothing beside an edge of letters', () => {
    expect(decideOn('隆[5G新疆]域')).toEqual(decideOn('[5G新疆]域'));
    expect(decideOn('青[海南5G]部')).toEqual(decideOn('青[海南5G]'));
  });

  it('has nothing against a place that no word could cross', () => {
    const weighing = { standing: 500, isWord: false, isTail: false, isStem: false };
    const decision = decideBoundary('去甲', { start: 1, end: 2 }, { wordCount: 1, weigh: () => weighing });
    expect(decision).toEqual({ accepted: true, why: 'words', standing: 500 });
  });

  it.each([
    { dearer: 46 },
    { isTail: true, dearer: 86 },
    { isStem: true, dearer: -94 },
    { isStem: true, isTail: true, dearer: -54 },
    { isStem: true, next: '州', dearer: -94 },
    { isStem: true, start: 3, dearer: 46 },
    { next: '州', dearer: -34 },
    { next: '州', start: 3, dearer: 46 },
    { next: '于', isWord: true, start: 3, dearer: -14 },
    { next: '于', isWord: true, start: 2, dearer: 46 },
    { next: '于', start: 3, dearer: 46 },
    { isWord: true, start: 3, dearer: 46 },
  ])('asks of a crossing reading to be dearer: %o', ({ dearer, next = '了', start = 2, ...known }) => {
    const accepts = (cost: number): boolean => {
      const crossingEnd = { cost: 500 + cost, word: '词', start };
      const weighing = { standing: 500, crossingEnd, isWord: false, isTail: false, isStem: false, ...known };
      const weighed = { wordCount: 1, weigh: () => weighing };
      return decideBoundary(`去甲乙丙${next}`, { start: 1, end: 4 }, weighed).accepted;
    };
    expect(accepts(dearer)).toBe(true);
    expect(accepts(dearer - 1)).toBe(false);
  });

  it('names of two crossing words the one that decides', () => {
    const crossingStart = { cost: 560, word: '去甲', start: 0 };
    const crossingEnd = { cost: 540, word: '丙州', start: 2 };
    const weighing = {
      standing: 500,
      crossingStart,
      crossingEnd,
      isWord: false,
      isTail: false,
      isStem: false,
    };
    const weighed = { wordCount: 1, weigh: () => weighing };
    const decide = (text: string) => decideBoundary(text, { start: 1, end: 4 }, weighed);
    expect(decide('去甲乙丙了')).toMatchObject({ accepted: false, crossing: { word: '丙州', needed: 46 } });
    expect(decide('去甲乙丙州')).toMatchObject({ accepted: true, crossing: { word: '去甲', needed: 46 } });
  });

  it('takes any string', () => {
    expect(decideBoundary('\ud842重庆\udfb7', { start: 1, end: 3 }, lexicon).accepted).toBe(true);
  });
});
