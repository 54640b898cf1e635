import { isWordCharacter } from './characters';
import { isBareSuffix, isSuffixCharacter, isTrade } from './names';
import type { SeenBlock } from './seen-block';
import { KIND_WORDS, WEAK_HEADS, WEAK_TAILS } from './stop-words';
import { isNumbered, type Token } from './token';

/** One place of a phrase, in code units of the seen text of a block. */
export interface PhrasePlace {
  block: number;
  start: number;
  end: number;
  /** The words on both sides; `''` where a block or a blank ends. */
  before: string;
  after: string;
  /** Nothing of the run of words is left on this side that could be part of a term. */
  first: boolean;
  last: boolean;
  /** Number of the run of words that it stands in. */
  run: number;
}

/** A run of words that could be a term, and all its places. */
export interface Phrase {
  /** Folded. */
  key: string;
  tokens: readonly Token[];
  places: PhrasePlace[];
}

/** Names of institutions have up to nine words. */
const MOST_WORDS = 9;
/** Code units. A term of the glossary format may be longer, but no name in prose is. */
const LONGEST = 40;

const NAME_TAGS = /^(?:ns|nt|nz|nr\w*)$/;

/** A name of its own by its tag, or a word that the dictionary does not know. */
export function isNameLike({ tag, text }: Token): boolean {
  return text.length > 1 && (NAME_TAGS.test(tag) || tag === 'x');
}

/** Consecutive words that may belong to one term. 企业 before a name ends a run: 直属企业 | 重庆港务集团. */
function findRuns(tokens: readonly Token[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from = 0;
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    const joined =
      before !== undefined &&
      before.block === token.block &&
      before.role !== 'break' &&
      token.role !== 'break' &&
      !token.blankBefore &&
      !(KIND_WORDS.has(before.text) && isNameLike(token)) &&
      // What is done, and where or to whom: 担任 | 两江新区.
      !(before.role === 'verb' && NAME_TAGS.test(token.tag));
    if (joined) return;
    if (at > from && tokens[from]?.role !== 'break') runs.push({ from, to: at });
    from = at;
  });
  if (tokens.length > from && tokens[from]?.role !== 'break') runs.push({ from, to: tokens.length });
  return runs;
}

function canBegin(token: Token, words: number): boolean {
  if (WEAK_HEADS.has(token.text) || !isWordCharacter(token.text) || isNumbered(token)) return false;
  if (words > 1 && token.tag === 'ns' && isBareSuffix(token.text)) return false;
  return words === 1 ? isNameLike(token) || isWhole(token) : token.text.length > 1 || token.role !== 'verb';
}

/** One word that the dictionary keeps whole and that is a noun: 长江上游, 产学研. */
function isWhole({ role, text, tag }: Token): boolean {
  return role === 'noun' && text.length > 1 && tag !== 'eng';
}

function canEnd({ role, text, tag }: Token, words: number): boolean {
  if (!isWordCharacter(text)) return false;
  if (words > 1 && tag === 'j') return true;
  if (words > 1 && (isSuffixCharacter(text) || isTrade(text))) return true;
  return !WEAK_TAILS.has(text) && text.length > 1 && (role === 'noun' || (role === 'verb' && words > 1));
}

/**
 * All runs of words that could be terms by the parts of speech they begin and end with, with their places.
 * Time linear in the number of words, for runs of bounded length.
 */
export function findPhrases(tokens: readonly Token[], blocks: readonly SeenBlock[]): Map<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  findRuns(tokens).forEach((run, number) => {
    // What can begin or end no term, and what is done to it or by it, does not make the words beside it incomplete.
    let [lead, trail] = [run.from, run.to];
    while (lead < run.to && isLead(tokens[lead])) lead++;
    while (trail > lead && isTrail(tokens[trail - 1])) trail--;
    for (let from = run.from; from < run.to; from++) {
      for (let to = from + 1; to <= Math.min(run.to, from + MOST_WORDS); to++) {
        const [first, last] = [tokens[from], tokens[to - 1]];
        if (first === undefined || last === undefined || last.end - first.start > LONGEST) break;
        if (!canBegin(first, to - from) || !canEnd(last, to - from)) continue;
        const key = blocks[first.block]?.text.slice(first.start, last.end) ?? '';
        const phrase = phrases.get(key) ?? { key, tokens: tokens.slice(from, to), places: [] };
        phrases.set(key, phrase);
        phrase.places.push({
          block: first.block,
          start: first.start,
          end: last.end,
          before: wordBeside(tokens[from - 1], first, first.blankBefore),
          after: wordBeside(tokens[to], first, tokens[to]?.blankBefore === true),
          first: from <= lead,
          last: to >= trail,
          run: number,
        });
      }
    }
  });
  return phrases;
}

const isLead = (token: Token | undefined): boolean =>
  token !== undefined && (WEAK_HEADS.has(token.text) || token.role === 'verb');

const isTrail = (token: Token | undefined): boolean =>
  token !== undefined && (WEAK_TAILS.has(token.text) || token.role === 'verb');

function wordBeside(token: Token | undefined, { block }: Token, blank: boolean): string {
  return token === undefined || token.block !== block || blank ? '' : token.text;
}
