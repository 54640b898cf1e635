import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IS_SECOND, listSeconds } from '@/lib/matching/second-characters';
import { foldTable } from '@/lib/text/fold';
import { characterClasses, FIRST_SPECIAL } from '@/lib/text/script';
import { trieOf } from '../../support/trie';

const IS_FIRST = 1;

const unit = fc.constantFrom(...'一二两江新区ab');
const pattern = fc.array(unit, { minLength: 1, maxLength: 3 }).map((units) => units.join(''));

describe('listSeconds', () => {
  it.each([
    [['finance'], true],
    [['finance', '两江'], true],
    [['e\u0301t'], true],
    [['ii型'], true],
    [['fnance', '两江', 'et'], false],
  ])('knows whether %j may begin with a character that is several', (patterns, expected) => {
    expect(listSeconds(trieOf(patterns, () => false)).hasLongFirsts).toBe(expected);
  });

  it('tells which characters come first and second, whatever variants they have', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(pattern, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (patterns, judged) => {
          const firsts = new Set(patterns.map((each) => each.charCodeAt(0)));
          const seconds = new Set(patterns.flatMap((each) => (each.length > 1 ? [each.charCodeAt(1)] : [])));
          const { roles, count, hasSingles } = listSeconds(trieOf(patterns, () => judged));
          expect(count).toBe(seconds.size);
          expect(hasSingles).toBe(patterns.some((each) => each.length === 1));
          const wrong = [...roles.entries()].filter(([each, role]) => {
            const folded = foldTable[each] ?? 0;
            const low = each >= 0xdc00 && each < 0xe000;
            if (low || (characterClasses[each] ?? 0) >= FIRST_SPECIAL) return role !== (IS_FIRST | IS_SECOND);
            return role !== (firsts.has(folded) ? IS_FIRST : 0) + (seconds.has(folded) ? IS_SECOND : 0);
          });
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
