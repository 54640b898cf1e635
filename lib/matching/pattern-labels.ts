import { characterClasses, FIRST_SPECIAL } from '@/lib/text/script';
import { type Alphabet, createAlphabet, labelOf } from './alphabet';
import type { PatternList } from './pattern-list';

/** Frequent characters get low codes: what a search touches most then lies together. */
export function buildAlphabet(list: PatternList): Alphabet {
  const isFirst = (unit: number): boolean => list.firsts[unit] === 1;
  const firsts: number[] = [];
  const others: number[] = [];
  const specials: number[] = [];
  for (const unit of list.distinct) {
    const isSpecial = (characterClasses[unit] ?? 0) >= FIRST_SPECIAL;
    (isSpecial ? specials : isFirst(unit) ? firsts : others).push(unit);
  }
  /** Frequency and unit as one number: numbers are sorted without calling back. */
  const byFrequency = (some: readonly number[]): string => {
    const keys = Float64Array.from(some, (unit) => unit - (list.frequencies[unit] ?? 0) * 0x10000).sort();
    return String.fromCharCode(...keys.map((key) => key & 0xffff));
  };
  return createAlphabet(byFrequency(firsts) + byFrequency(others) + byFrequency(specials), {
    firstCodes: firsts.length,
    specialFirsts: String.fromCharCode(...specials.filter(isFirst)),
  });
}

/** The labels of all code units of a list. */
export function readLabels({ units, size }: PatternList, alphabet: Alphabet): Uint16Array {
  const labelOfUnit = new Uint16Array(0x10000);
  for (let at = 0; at < alphabet.units.length; at++) {
    const unit = alphabet.units.charCodeAt(at);
    labelOfUnit[unit] = labelOf(alphabet, unit);
  }
  const labels = new Uint16Array(size);
  for (let at = 0; at < size; at++) labels[at] = labelOfUnit[units[at] ?? 0] ?? 0;
  return labels;
}
