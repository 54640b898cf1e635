import { forEachFold, forEachLongFold } from '@/lib/text/fold';
import { fillRanges, SPECIAL_RANGES } from '@/lib/text/script';
import { labelOf } from './alphabet';
import { FREE_SLOT, type Trie } from './trie';

/** Bits of a role; the search counts on their being neighbours. */
const IS_FIRST = 1;
export const IS_SECOND = 2;

/** Which code units can stand first and second where a pattern is found. */
export interface SecondCharacters {
  /** Of each code unit: `IS_FIRST`, `IS_SECOND`, both or 0. 64 kB. */
  roles: Uint8Array;
  /** How many different labels come second in patterns. */
  count: number;
  /** Some pattern has one code unit only. */
  hasSingles: boolean;
  /** Some pattern begins with what one unit of a text folds to (ﬁ): what comes after that is no second character. */
  hasLongFirsts: boolean;
}

/** Reads the roles out of a trie. Time linear in its slots. */
export function listSeconds(trie: Trie): SecondCharacters {
  const { base, check, alphabet } = trie;
  const firstBases = new Uint8Array(check.length);
  let hasSingles = false;
  for (let state = 1; state < check.length; state++) {
    // The root has base 0: its children lie at their labels.
    if (check[state] !== state) continue;
    const word = base[state] ?? 0;
    if (word < 0 || (word & 1) === 1) hasSingles = true;
    if (word >= 0) firstBases[word >>> 1] = 1;
  }
  const isSecond = new Uint8Array(alphabet.units.length + 3);
  let count = 0;
  for (let slot = 1; slot < check.length; slot++) {
    const label = check[slot] ?? 0;
    if (label >= isSecond.length || isSecond[label] === 1 || slot - label <= 0) continue;
    if (firstBases[slot - label] !== 1) continue;
    isSecond[label] = 1;
    count++;
  }
  const roles = new Uint8Array(0x10000);
  const write = (unit: number): void => {
    const code = alphabet.codes[unit] ?? 0;
    if (code === 0) return;
    roles[unit] = (code <= alphabet.firstCodes ? IS_FIRST : 0) | (isSecond[code] === 1 ? IS_SECOND : 0);
  };
  for (let at = 0; at < alphabet.units.length; at++) write(alphabet.units.charCodeAt(at));
  forEachFold(write);
  fillRanges(roles, SPECIAL_RANGES, IS_FIRST | IS_SECOND);
  roles.fill(IS_FIRST | IS_SECOND, 0xdc00, 0xe000);
  return { roles, count, hasSingles, hasLongFirsts: hasLongFirsts(trie) };
}

function hasLongFirsts({ base, check, alphabet }: Trie): boolean {
  let found = false;
  forEachLongFold((_, folded) => {
    let state = 0;
    for (let at = 0; at < folded.length; at++) {
      const label = labelOf(alphabet, folded.charCodeAt(at));
      state = (state === 0 ? 0 : (base[state] ?? -1) >> 1) + label;
      if (label === 0 || check[state] !== label) return;
    }
    found = true;
  });
  return found;
}

/**
 * For deciding on the first two characters of a search without asking whether the first begins a pattern:
 * `pairChecks[pairBases[code] + nextCode] === nextCode` where a pattern may begin.
 */
export interface PairTable {
  /** By code: the base of its state, or a place where the check fails, or one where it never does. */
  pairBases: Int32Array;
  /** The trie's checks, and behind them those two places. */
  pairChecks: Uint16Array;
}

/** Makes the pair table of a trie. Patterns of one character let any next one pass. */
export function listPairs({ base, check, alphabet }: Trie): PairTable {
  const codes = alphabet.units.length + 3;
  const failing = check.length;
  const passing = failing + codes;
  const pairChecks = new Uint16Array(passing + codes).fill(FREE_SLOT, failing);
  pairChecks.set(check);
  for (let code = 0; code < codes; code++) pairChecks[passing + code] = code;
  const pairBases = new Int32Array(codes).fill(failing);
  for (let code = 1; code <= alphabet.firstCodes; code++) {
    const word = base[code] ?? 0;
    pairBases[code] = word < 0 || (word & 1) === 1 ? passing : word >>> 1;
  }
  return { pairBases, pairChecks };
}
