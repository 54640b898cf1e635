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
];

const STANDING = [
  '重庆市[渝中]区',
  '[江北]区政府',
  '前往[重庆]开会',
  '[南美]洲的河',
  '去[成都]吃饭',
  '[重慶]與成都',
  '两个[江北]',
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

  it.each(['十[五日]到', '二十[五]日', '[三十]五日'])('lets no numeral go on across an edge: %s', (text) => {
    expect(decideOn(text)).toMatchObject({ accepted: false, why: 'numeral' });
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

  it.each([
    { isTail: false, isStem: false, start: 2, dearer: 50 },
    { isTail: true, isStem: false, start: 2, dearer: 90 },
    { isTail: false, isStem: true, start: 2, dearer: -90 },
    { isTail: false, isStem: true, start: 3, dearer: 50 },
  ])('asks of a crossing reading to be dearer: %o', ({ isTail, isStem, start, dearer }) => {
    const accepts = (cost: number): boolean => {
      const weighing = {
        standing: 500,
        crossingEnd: { cost: 500 + cost, word: '词', start },
        isTail,
        isStem,
      };
      const weighed = { wordCount: 1, weigh: () => weighing };
      return decideBoundary('去甲乙丙了', { start: 1, end: 4 }, weighed).accepted;
    };
    expect(accepts(dearer)).toBe(true);
    expect(accepts(dearer - 1)).toBe(false);
  });

  it('takes any string', () => {
    expect(decideBoundary('\ud842重庆\udfb7', { start: 1, end: 3 }, lexicon).accepted).toBe(true);
  });
});
