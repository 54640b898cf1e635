import { describe, expect, it } from 'vitest';
import type { Candidate } from '@/lib/extraction/candidate';
import { normalizeText } from '@/lib/text/normalize';
import { createRandom, GUISES, mangle } from '../../support/mangle';
import { extractFrom } from './support';

/** Made up: a place that does not exist, told as such news is. */
const ARTICLE = [
  '# 青岚湾加快建设国际科创走廊',
  '青岚湾新区是全省最年轻的开发区，位于青岚江北岸。昨天，青岚湾新区与海沧大学签署合作协议，共建青岚湾国际创新中心。',
  '根据《青岚湾新区发展规划纲要》（以下简称《纲要》），新区将建设“一湾三谷”，形成低空经济、氢能产业等产业集群。',
  '《纲要》提出，青岚湾国际创新中心今年投用。海沧大学校长表示，“一湾三谷”为低空经济提供了舞台。',
  '远潮船舶重工（青岚）有限公司、青岚港、白鹭港和柳浪港参加了签约。青岚港吞吐量去年增长。',
  '新区还引进了 Blue Harbor Institute 等机构，国内生产总值（GDP）增长较快。GDP 增速居前。',
];

const namesOf = (candidates: readonly Candidate[]): string[] =>
  candidates.flatMap(({ forms }) => forms.map(({ text }) => text));

const found = extractFrom(ARTICLE);
const named = (text: string): Candidate | undefined =>
  found.find(({ forms }) => forms.some(({ key }) => key === normalizeText(text)));

describe('extractCandidates', () => {
  it.each([
    ['青岚湾新区', 'place'],
    ['青岚湾国际创新中心', 'facility'],
    ['海沧大学', 'organisation'],
    ['青岚湾新区发展规划纲要', 'plan'],
    ['远潮船舶重工(青岚)有限公司', 'organisation'],
    ['低空经济', 'concept'],
    ['青岚港', 'facility'],
  ])('finds %s and takes it for a %s', (text, category) => {
    expect(named(text)).toMatchObject({ category });
  });

  it.each(['一湾三谷', 'Blue Harbor Institute', 'GDP', '白鹭港', '柳浪港'])('finds %s', (text) => {
    expect(named(text)).toBeDefined();
  });

  it.each(['增长', '提出', '表示', '合作', '加快', '昨天', '形成', '今年', '签约'])(
    'does not find %s',
    (text) => {
      expect(namesOf(found)).not.toContain(text);
    },
  );

  it('puts a title and its short form together, and an abbreviation and its full form', () => {
    expect(named('纲要')).toBe(named('青岚湾新区发展规划纲要'));
    expect(named('GDP')).toBe(named('国内生产总值'));
  });

  it('ranks what the article is about before what it mentions', () => {
    const rank = (text: string): number => namesOf(found).indexOf(text);
    expect(rank('青岚湾新区')).toBeLessThan(rank('柳浪港'));
    expect(rank('一湾三谷')).toBeLessThan(20);
  });

  it('explains a term with the sentence that says what it is', () => {
    expect(named('青岚湾新区')?.explanation).toMatchObject({
      kind: 'definition',
      text: '青岚湾新区是全省最年轻的开发区，位于青岚江北岸。',
    });
  });

  it('gives every place in offsets of the text it was given', () => {
    const texts = ARTICLE.map((line) => line.replace(/^# /, ''));
    for (const { forms, places, explanation } of found) {
      const keys = forms.map(({ key }) => key);
      for (const { block, start, end } of places) {
        expect(keys).toContain(normalizeText(texts[block]?.slice(start, end) ?? ''));
      }
      const { block, start, end } = explanation.place;
      expect(texts[block]).toContain(texts[block]?.slice(start, end));
      expect(normalizeText(explanation.text)).toBe(normalizeText(texts[block]?.slice(start, end) ?? ''));
    }
  });

  it('counts each form, and no place twice', () => {
    for (const { forms, places } of found) {
      expect(forms.reduce((sum, { count }) => sum + count, 0)).toBe(places.length);
      places.forEach((place, at) => {
        const before = places[at - 1];
        if (before?.block === place.block) expect(place.start).toBeGreaterThanOrEqual(before.end);
      });
    }
  });

  it.each(GUISES.filter((guise) => guise !== 'letter-spacing' && guise !== 'all together'))(
    'finds the same in an article disguised by %s',
    (guise) => {
      const random = createRandom(11);
      const guised = ARTICLE.slice(1).map((line) => mangle(line, guise, random).text);
      const plain = extractFrom(ARTICLE.slice(1));
      const keys = new Set(extractFrom(guised).flatMap(({ forms }) => forms.map(({ key }) => key)));
      const kept = plain.slice(0, 15).filter(({ forms }) => forms.some(({ key }) => keys.has(key)));
      expect(kept.length).toBeGreaterThanOrEqual(14);
    },
  );

  it('writes the terms of a traditional page as it does, without the readings', () => {
    const [first] = extractFrom(['東(dōng)海橋樑(liáng)研究院成立。東海橋樑研究院位於海邊。']);
    expect(first?.forms[0]?.text).toBe('東海橋樑研究院');
  });

  it('tells how far it is, up to 1', () => {
    const steps: number[] = [];
    extractFrom(ARTICLE, (done) => steps.push(done));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);
  });

  it.each([[[]], [['']], [['。，！']], [['Nothing Chinese here.']], [['\ud800𠮷\udc00']]])(
    'bears %j',
    (lines) => {
      expect(() => extractFrom(lines)).not.toThrow();
    },
  );
});
