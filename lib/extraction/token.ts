import { isWordCharacter } from './characters';
import { isBareSuffix, isSuffixCharacter } from './names';
import type { SeenBlock } from './seen-block';
import { STOP_WORDS } from './stop-words';

/** A word with its part of speech, in the tags of jieba's dictionary (`n` noun, `ns` place, `v` verb …). */
export interface TaggedWord {
  word: string;
  tag: string;
}

/** Cuts a folded text into words; together they are the text. */
export type Segment = (text: string) => readonly TaggedWord[];

/** What a word can be in a term. A `break` is never part of one. */
export type WordRole = 'noun' | 'verb' | 'modifier' | 'break';

export interface Token {
  text: string;
  tag: string;
  role: WordRole;
  /** Number of the block. */
  block: number;
  /** Code units of the seen text of the block. */
  start: number;
  end: number;
  /** White space stands before it: no term goes across. */
  blankBefore: boolean;
}

const NOUN_TAGS = /^(?:n\w*|vn|an|j|l|i|eng|x)$/;
const VERB_TAGS = /^(?:v|vi|vd)$/;
const MODIFIER_TAGS = /^(?:a|ag|ad|b|h|s)$/;

/** 局长 in 经济运行局局长: the segmenter joins what the office ends in with the title. */
const JOINED_TITLE = /^(.*[局处院校行部省市县])((?:副)?[局处院校行部省市县]长)$/;

/** A word that is in no dictionary and holds one of these is a bit of a sentence: 而应在, 这首诗. */
const FUNCTION_CHARACTER = /[的了这那而且是在也就都很或把被让]/;

/** 嫦娥五号: a number that is part of a name. */
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}|\d{1,3})号$/;

export function isNumbered({ text }: Token): boolean {
  return NUMBERED.test(text);
}

function roleOf(text: string, tag: string): WordRole {
  if (NUMBERED.test(text)) return 'noun';
  if (STOP_WORDS.has(text) || !isWordCharacter(text)) return 'break';
  // Two words that are no part of a term, joined: 不断扩大.
  if (text.length === 4 && STOP_WORDS.has(text.slice(0, 2)) && STOP_WORDS.has(text.slice(2))) return 'break';
  if (text.length === 1) {
    if (isSuffixCharacter(text) && !/^[cudprq]/.test(tag)) return 'noun';
    // Debris of a broken encoding is cut into single characters that no dictionary has.
    if (tag === 'x' || tag === 'zg' || tag === 'eng' || tag === 'g') return 'break';
  }
  if (tag === 'x' && FUNCTION_CHARACTER.test(text)) return 'break';
  if (NOUN_TAGS.test(tag)) return 'noun';
  if (VERB_TAGS.test(tag)) return 'verb';
  if (MODIFIER_TAGS.test(tag)) return 'modifier';
  return 'break';
}

function splitTitle({ word, tag }: TaggedWord): TaggedWord[] {
  const [, office, title] = (word.length > 2 && JOINED_TITLE.exec(word)) || [];
  if (office === undefined || title === undefined) return [{ word, tag }];
  return [
    { word: office, tag },
    { word: title, tag: 'n' },
  ];
}

/** 及川 of 两江新区及川渝: a guess of the segmenter at a name, with a conjunction in it. */
function splitConjunction({ word, tag }: TaggedWord): TaggedWord[] {
  if (tag !== 'x' || word.length < 2 || !/^[及与和]/.test(word)) return [{ word, tag }];
  return [
    { word: word.slice(0, 1), tag: 'c' },
    { word: word.slice(1), tag: word.length === 2 ? 'j' : 'x' },
  ];
}

/** 汽车产业 is one word of the dictionary, and keeps 新能源汽车 from being seen. */
function splitCompound({ word, tag }: TaggedWord, isCommon: (word: string) => boolean): TaggedWord[] {
  const [first, second] = [word.slice(0, 2), word.slice(2)];
  if (
    word.length !== 4 ||
    tag !== 'n' ||
    STOP_WORDS.has(word) ||
    isBareSuffix(word) ||
    !isCommon(first) ||
    !isCommon(second)
  )
    return [{ word, tag }];
  return [
    { word: first, tag },
    { word: second, tag },
  ];
}

/** Latin words of prose, of addresses and of code are no part of a Chinese term; AI and GPU are. */
function hasCapital({ starts, source }: SeenBlock, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (/\p{Lu}/u.test(source[starts[at] ?? 0] ?? '')) return true;
  return false;
}

/** The words of a block, in order. `isCommon`: words by which a compound is seen as two. */
export function readTokens(
  block: SeenBlock,
  number: number,
  { segment, isCommon }: { segment: Segment; isCommon: (word: string) => boolean },
): Token[] {
  let at = 0;
  const tokens: Token[] = segment(block.text)
    .flatMap(splitTitle)
    .flatMap(splitConjunction)
    .flatMap((word) => splitCompound(word, isCommon))
    .map(({ word, tag }) => {
      const start = at;
      at += word.length;
      const role = tag === 'eng' && !hasCapital(block, start, at) ? 'break' : roleOf(word, tag);
      return { text: word, tag, role, block: number, start, end: at, blankBefore: block.blanks.has(start) };
    });
  joinBracketedPlaces(tokens);
  return tokens;
}

/** A company's place in brackets is part of its name: 某某(重庆)有限公司. */
function joinBracketedPlaces(tokens: Token[]): void {
  tokens.forEach((place, at) => {
    const [before, open, close, after] = [tokens[at - 2], tokens[at - 1], tokens[at + 1], tokens[at + 2]];
    if (!/^(?:ns|nr|nz|x)$/.test(place.tag) || open?.text !== '(' || close?.text !== ')') return;
    if (before?.role !== 'noun' || after?.role !== 'noun') return;
    open.role = 'noun';
    close.role = 'noun';
  });
}
