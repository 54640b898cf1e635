import { describe, expect, it } from 'vitest';
import { findObstacleAfter, findObstacleBefore, hasPluralEnding } from '@/lib/matching/letters';

/** `re[port]` → the text and the span of port. */
function read(bracketed: string): { text: string; start: number; end: number } {
  const start = bracketed.indexOf('[');
  const end = bracketed.indexOf(']') - 1;
  return { text: bracketed.replace('[', '').replace(']', ''), start, end };
}

describe('findObstacleBefore', () => {
  it.each([
    ['re[port]', 'letter'],
    ['re\u00ad\u200b[port]', 'letter'],
    ['re\u{e0100}[port]', 'letter'],
    ['1[5G]', 'letter'],
    ['e\u0301[port]', 'letter'],
    ["Guang'[an]", 'apostrophe'],
    ['Guang’\u200b[an]', 'apostrophe'],
    ['3.[5G]', 'number'],
    ['3,[500]', 'number'],
    ['３.[５]', 'number'],
    ['３．[５]Ｇ', 'number'],
    ['１，[５００]强', 'number'],
    ['Guang‘[an]', 'apostrophe'],
    ['Xi′[an]', 'apostrophe'],
    ['Xi`[an]', 'apostrophe'],
    ['Xiʼ[an]', 'apostrophe'],
    ['1．[5G]', undefined],
    ['１．[5G]', undefined],
    ['1\ufe0f\u20e3[5G]', undefined],
    ['a\u20dd[5G]', undefined],
    ['a\u20e4[5G]', undefined],
    ['1．[５G]', undefined],
    ['区\u0301[5G]', undefined],
    ['カ\u3099[5G]', undefined],
    ['\u0301[5G]', undefined],
    ['a『[b]', undefined],
    ['[port]', undefined],
    [' [port]', undefined],
    ['建[5G]', undefined],
    ["'[port]", undefined],
    [" '[port]", undefined],
    ['a.[5G]', undefined],
    ['3.[G]', undefined],
    ['3;[5]', undefined],
    ['a[区]', undefined],
    ['a[(x)]', undefined],
  ])('says of %s: %s', (bracketed, obstacle) => {
    const { text, start } = read(bracketed);
    expect(findObstacleBefore(text, start)).toBe(obstacle);
  });
});

describe('findObstacleAfter', () => {
  it.each([
    ['[port]al', 'letter'],
    ['[port]\u00ad\u200bal', 'letter'],
    ['[port]\u{e0100}al', 'letter'],
    ['[port]\u0301', 'letter'],
    ['[e\u0301]a', 'letter'],
    ["[Guang]'an", 'apostrophe'],
    ["[Guang]'sa", 'apostrophe'],
    ["[they]'d go", 'apostrophe'],
    ['[Guang]‘an', 'apostrophe'],
    ['[Xi]ʼan', 'apostrophe'],
    ['[３]．５', 'number'],
    ['[Chongqing]ʼs', undefined],
    ['[a]』b', undefined],
    ['[３]．5', undefined],
    ['[3].5', 'number'],
    ['[3],500', 'number'],
    ['[port]', undefined],
    ['[port].', undefined],
    ["[port]'", undefined],
    ["[Chongqing]'s", undefined],
    ["[Chongqing]'S ", undefined],
    ['[Chongqing]’s\u200b.', undefined],
    ['[3].x', undefined],
    ['[x].3', undefined],
    ['[3];5', undefined],
    ['[区]a', undefined],
  ])('says of %s: %s', (bracketed, obstacle) => {
    const { text, end } = read(bracketed);
    expect(findObstacleAfter(text, end)).toBe(obstacle);
  });
});

describe('hasPluralEnding', () => {
  it.each([
    '[New Area]s',
    '[New-Area]s ',
    '[SEZ]s.',
    '[New Area]s\u200b',
    'two [SEZ]s区',
    '[Café Area]s',
    '[New Café]s',
    '[Cafe\u0301 Cafe\u0301]s',
  ])('sees one in %s', (bracketed) => {
    const { text, start, end } = read(bracketed);
    expect(hasPluralEnding(text, { start, end })).toBe(true);
  });

  it.each([
    '[new]s',
    '[New Area]',
    '[New Area]x',
    '[New Area]sh',
    '[New Area]s\u200bh',
    '[New Bus]s',
    '[New BUS]s',
    '[New Bus\u0301]s',
    '[新 区]s',
    '[SeZ]s',
    '[SEz]s',
    '[S]s',
    '[新区]s',
    '[aSEZ]s',
    '[New Area]S',
  ])('sees none in %s', (bracketed) => {
    const { text, start, end } = read(bracketed);
    expect(hasPluralEnding(text, { start, end })).toBe(false);
  });
});
