import { describe, expect, it } from 'vitest';
import { isReadingOf } from '@/lib/text/readings';

const isReading = (character: string, written: string): boolean =>
  isReadingOf(character.charCodeAt(0), written);

describe('isReadingOf', () => {
  it.each([
    ['區', 'qū'],
    ['区', 'qu'],
    ['区', 'ōu'],
    ['區', 'qu1'],
    ['區', 'Qū'],
    ['區', 'ｑｕ'],
    ['區', ' qū '],
    ['區', 'ㄑㄩ'],
    ['廣', 'ɡuǎnɡ'],
    ['绿', 'lǜ'],
    ['绿', 'lv4'],
    ['绿', 'lu:4'],
    ['绿', 'lu：4'],
    ['绿', 'lu∶4'],
    ['绿', 'LV'],
    ['区', 'qu5'],
    ['区', 'quˉ'],
    ['区', '\u3000qū\t'],
    ['装', 'zhuāng'],
    ['知', 'ㄓ'],
    ['廣', 'guɑng'],
    ['藉', 'jí'],
    ['籲', 'xū'],
    ['行', 'háng'],
    ['行', 'xíng'],
  ])('knows that %s is read %s', (character, written) => {
    expect(isReading(character, written)).toBe(true);
  });

  it.each([
    ['区', 'A'],
    ['区', 'xin'],
    ['区', 'qux'],
    ['区', 'qu qu'],
    ['区', 'qu ou'],
    ['区', 'ou qu'],
    ['区', ''],
    ['区', ' '],
    ['区', 'q'],
    ['区', 'u'],
    ['区', 'qu6'],
    ['区', 'qu0'],
    ['区', 'qu11'],
    ['区', '1qu'],
    ['区', 'ㄒㄧㄣ'],
    ['𠮷', 'jí'],
    ['区', '1'],
    ['区', '去'],
    ['区', 'http'],
    ['A', 'a'],
    ['。', 'qu'],
  ])('knows that %s is not read %s', (character, written) => {
    expect(isReading(character, written)).toBe(false);
  });
});
