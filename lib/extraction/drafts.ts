import type { Place } from './article';
import type { DraftTerm, Evidence } from './draft';
import { findLatinNames } from './latin-names';
import { findMarked } from './marked';
import { findSuffix, isBareSuffix } from './names';
import { findNesting, type Nesting } from './nesting';
import { findPhrases, type Phrase, type PhrasePlace } from './phrase';
import { scoreDraft } from './score';
import type { SeenBlock } from './seen-block';
import { countWords } from './statistics';
import { STOP_WORDS, WEAK_HEADS } from './stop-words';
import type { Token } from './token';

/**
 * Everything in an article that could be a term, weighed, the heaviest first.
 *
 * @param tokens the words of each block
 * @param costOf see `WordCosts`
 */
export function rankDrafts(
  blocks: readonly SeenBlock[],
  tokens: readonly Token[][],
  costOf: (word: string) => number | undefined,
): DraftTerm[] {
  const words = tokens.flat();
  const phrases = findPhrases(words, blocks);
  const nestingIn = findNesting(phrases.values(), isSteady);
  const known = new Map<string, { phrase: Phrase; nesting: Nesting }>();
  for (const [key, phrase] of phrases) known.set(key, { phrase, nesting: nestingIn(phrase) });
  const drafts = new Map<string, DraftTerm>();
  for (const each of known.values()) {
    const { key, places, tokens: own } = each.phrase;
    if (isPiece(each) || (own.length === 1 && isBareSuffix(key))) continue;
    drafts.set(key, draftOf(key, places, own, each));
  }
  addMarked(drafts, known, { blocks, tokens });
  const counts = countWords(words);
  const countOf = (key: string): number => phrases.get(key)?.places.length ?? 0;
  for (const draft of drafts.values()) {
    noteSurroundings(draft, blocks);
    scoreDraft(draft, { counts, countOf, costOf });
  }
  return [...drafts.values()].sort((a, b) => b.score - a.score);
}

/** Wherever it stands, the same words stand round it: a piece of something longer. Names of places are not. */
function isPiece({ phrase, nesting }: { phrase: Phrase; nesting: Nesting }): boolean {
  return (
    nesting.most === phrase.places.length && !phrase.tokens.every(({ tag }) => tag === 'ns' || tag === 'nt')
  );
}

/** Said more than once, or once with nothing left on both sides and not too long to be one thing. */
function isSteady({ tokens, places }: Phrase): boolean {
  if (places.length > 1) return true;
  if (tokens[0]?.role === 'verb' || tokens.at(-1)?.role === 'verb') return false;
  if (!places.some(({ first, last }) => first && last)) return false;
  return tokens.length <= 3 || findSuffix(tokens.map(({ text }) => text)) !== undefined;
}

function draftOf(
  key: string,
  places: readonly PhrasePlace[],
  tokens: readonly Token[],
  phrase: DraftTerm['phrase'],
): DraftTerm {
  return {
    key,
    places,
    tokens,
    ...(phrase && { phrase }),
    evidence: new Set(),
    shortNames: new Set(),
    score: 0,
  };
}

/** Adds what the text itself sets apart: quotes, titles, short names, names in Latin letters. */
function addMarked(
  drafts: Map<string, DraftTerm>,
  known: ReadonlyMap<string, NonNullable<DraftTerm['phrase']>>,
  { blocks, tokens }: { blocks: readonly SeenBlock[]; tokens: readonly Token[][] },
): void {
  const wordsIn = ({ block, start, end }: Place): Token[] =>
    (tokens[block] ?? []).filter((token) => token.start >= start && token.end <= end);
  const add = (place: Place, kind: Evidence): DraftTerm => {
    const key = blocks[place.block]?.text.slice(place.start, place.end) ?? '';
    let draft = drafts.get(key);
    if (draft === undefined) {
      const phrase = known.get(key);
      const places = phrase?.phrase.places ?? findPlaces(blocks, key);
      draft = draftOf(key, places, phrase?.phrase.tokens ?? wordsIn(place), phrase);
      drafts.set(key, draft);
    }
    draft.evidence.add(kind);
    return draft;
  };
  blocks.forEach((seen, block) => {
    for (const { kind, start, end, fullName, fullNameEnd } of findMarked(seen)) {
      // “携手打造开放高地” holds a catchword, behind what is done with it.
      const from = kind === 'quoted' ? skipStopWords(wordsIn({ block, start, end }), { start, end }) : start;
      if (end - from < 2) continue;
      const draft = add({ block, start: from, end }, kind);
      const full = fullName ?? nameBefore(tokens[block] ?? [], fullNameEnd);
      if (full !== undefined) add({ block, ...full }, 'introduced').shortNames.add(draft.key);
    }
    for (const span of findLatinNames(seen)) add({ block, ...span }, 'latin');
  });
}

/** The words before an offset that can be one name. */
function nameBefore(words: readonly Token[], end: number | undefined): Omit<Place, 'block'> | undefined {
  const last = words.findIndex((token) => token.end === end);
  let first = last + 1;
  while (first > 0 && words[first - 1]?.role !== 'break' && words[first]?.blankBefore !== true) first--;
  while (first < last && (words[first]?.role === 'verb' || WEAK_HEADS.has(words[first]?.text ?? ''))) first++;
  const start = words[first]?.start;
  return end === undefined || start === undefined || last < first ? undefined : { start, end };
}

function skipStopWords(words: readonly Token[], { start, end }: { start: number; end: number }): number {
  const first = words.find(({ text }) => !STOP_WORDS.has(text));
  return words[0]?.start === start ? (first?.start ?? end) : start;
}

function findPlaces(blocks: readonly SeenBlock[], key: string): PhrasePlace[] {
  return blocks.flatMap(({ text }, block) => {
    const places: PhrasePlace[] = [];
    for (let start = text.indexOf(key); start !== -1; start = text.indexOf(key, start + key.length)) {
      const end = start + key.length;
      places.push({ block, start, end, before: '', after: '', first: true, last: true, run: -1 });
    }
    return places;
  });
}

function noteSurroundings({ places, evidence }: DraftTerm, blocks: readonly SeenBlock[]): void {
  for (const { block, before, after } of places) {
    const kind = blocks[block]?.kind;
    if (kind === 'title' || kind === 'heading') evidence.add(kind);
    if (before === '、' || after === '、') evidence.add('listed');
  }
}
