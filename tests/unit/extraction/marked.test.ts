import { describe, expect, it } from 'vitest';
import { findLatinNames } from '@/lib/extraction/latin-names';
import { findMarked, startOfFullName } from '@/lib/extraction/marked';
import { findSuffix } from '@/lib/extraction/names';
import { seeBlock, writtenAs } from '@/lib/extraction/seen-block';

const see = (text: string) => seeBlock({ kind: 'text', text });

describe('findMarked', () => {
  it.each([
    ['他读《江城志》和《水经》。', ['work:江城志', 'work:水经']],
    ['打造“一湾三谷”，建设「双核」。', ['quoted:一湾三谷', 'quoted:双核']],
    ['他说：“我们明天就去。”', []],
    ['一句开头的“引文没有结尾，后面还有“正式名称”。', ['quoted:正式名称']],
    ['缺一半」的《江城》有「智慧城市」和『数位政府』。', ['work:江城', 'quoted:智慧城市', 'quoted:数位政府']],
    ["共建‘一湾三谷’，don't, 'x'", ['quoted:一湾三谷']],
    ['城市轨道交通（以下简称“城轨”）通车', ['quoted:城轨', 'introduced:城轨=城市轨道交通']],
    [
      '《江城规划纲要》(以下简称《纲要》)',
      ['work:江城规划纲要', 'work:纲要', 'introduced:纲要=江城规划纲要'],
    ],
    ['参观欧洲中央银行（欧央行）', ['introduced:欧央行=欧洲中央银行']],
    ['去年（二零二五年）', []],
  ])('reads %s', (text, expected) => {
    const block = see(text);
    const cut = ({ start, end }: { start: number; end: number }): string => block.text.slice(start, end);
    const read = findMarked(block).map(
      (span) => `${span.kind}:${cut(span)}${span.fullName ? `=${cut(span.fullName)}` : ''}`,
    );
    expect(read).toEqual(expected);
  });
});

describe('startOfFullName', () => {
  it.each([
    ['参观欧洲中央银行', '欧央行', 2],
    ['国内生产总值', 'GDP', undefined],
    ['中国', '中国', undefined],
    ['北京', '上海', undefined],
  ])('%s (%s)', (before, short, at) => {
    expect(startOfFullName(before, short)).toBe(at);
  });
});

describe('findLatinNames', () => {
  it.each([
    ['引进了Blue Harbor Institute of Technology等', ['Blue Harbor Institute of Technology']],
    ['采用GDP和iPhone', ['GDP']],
    ['We saw it. The end of Paris.', ['Paris']],
    ['We saw it. Harbours there. Ships', []],
    ['www.example.com', []],
  ])('reads %s', (text, expected) => {
    const block = see(text);
    expect(findLatinNames(block).map(({ start, end }) => writtenAs(block, start, end))).toEqual(expected);
  });
});

describe('findSuffix', () => {
  it.each([
    [['两江', '新区'], 'place'],
    [['产业', '协作', '格局'], undefined],
    [['果园', '港'], 'facility'],
    [['港'], undefined],
    [['天府', '国际会议中心'], 'facility'],
    [['规划', '纲要'], 'plan'],
    [['江城', '规划', '纲要'], 'plan'],
  ])('%j is a %s', (words, category) => {
    expect(findSuffix(words)?.category).toBe(category);
  });
});
