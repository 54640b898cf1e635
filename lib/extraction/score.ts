import type { DraftTerm } from './draft';
import { type CategoryGuess, findSuffix, isBareSuffix, isTrade } from './names';
import { isNameLike, type Phrase } from './phrase';
import { boundaryEntropy, cohesion, cValue, type WordCounts } from './statistics';
import type { Token } from './token';

/** Evidence that adds up. `docs/extraction.md` says what each stands for. */
const WEIGHTS = {
  cValue: 0.9,
  cohesion: 1.2,
  entropy: 0.7,
  rarity: 0.9,
  work: 3,
  quoted: 3,
  introduced: 3,
  title: 1.6,
  heading: 0.4,
  listed: 0.5,
  suffix: 1.8,
  placeInName: 0.9,
  name: 1.2,
  latin: 1.2,
  unfinished: -1,
  unsupported: -0.7,
  overshoots: -1.5,
  neverFree: -1.5,
  oneWord: -2.5,
  verbInside: -0.3,
  verbAtEdge: -0.8,
  modifierFirst: -0.2,
};

/** −ln of frequency, in the lexicon's steps of 1/20: from here on a word is rare, up to there it is common. */
const RARE_COST = 260;
const COMMON_COST = 170;

export interface Background {
  counts: WordCounts;
  countOf(key: string): number;
  /** See `WordCosts`. */
  costOf(word: string): number | undefined;
}

/** From −1 for the commonest words to 1 for those that the lexicon does not know. */
function rarityOf(word: string, costOf: Background['costOf']): number {
  if (word.length > 4) return 0.7;
  const cost = costOf(word) ?? RARE_COST;
  return Math.min(1, Math.max(-1, (2 * (cost - COMMON_COST)) / (RARE_COST - COMMON_COST) - 1));
}

/** Weighs a candidate; the higher, the likelier a term. Also notes what it goes by. */
export function scoreDraft(draft: DraftTerm, background: Background): void {
  draft.score =
    scoreMarks(draft) +
    scoreName(draft, background) +
    scoreStatistics(draft, background) +
    scoreWords(draft, background);
}

function scoreMarks({ evidence, tokens }: DraftTerm): number {
  let score = 0;
  for (const kind of ['work', 'introduced', 'title', 'heading', 'listed', 'latin'] as const)
    if (evidence.has(kind)) score += WEIGHTS[kind];
  // A common word in quotes is a figure of speech more often than a term.
  const figure = tokens.length === 1 && tokens[0]?.tag === 'n';
  if (evidence.has('quoted')) score += WEIGHTS.quoted * (figure ? 0.7 : 1);
  return score;
}

function scoreStatistics(
  { phrase: known, places, tokens, evidence }: DraftTerm,
  { counts, countOf, costOf }: Background,
): number {
  if (known === undefined) return WEIGHTS.cValue * Math.log2(1 + places.length);
  const { phrase, nesting } = known;
  // However often an article says a common word, it does not become a term.
  const telling = tokens.length > 1 ? 1 : 0.2 + 0.8 * Math.max(0, rarityOf(phrase.key, costOf));
  let score = WEIGHTS.cValue * telling * Math.log2(1 + cValue(phrase, nesting));
  if (nesting.free === 0) score += WEIGHTS.neverFree;
  if (places.length > 1) {
    evidence.add('frequent');
    score += WEIGHTS.cohesion * cohesion(phrase, counts, countOf);
    score += WEIGHTS.entropy * Math.min(2, boundaryEntropy(phrase));
  }
  if (!places.some(({ first, last }) => first && last)) score += WEIGHTS.unfinished;
  if (overshoots(phrase, countOf)) score += WEIGHTS.overshoots;
  const supported = ['name', 'listed', 'heading', 'title', 'quoted', 'work', 'introduced', 'latin'] as const;
  if (places.length === 1 && !supported.some((kind) => evidence.has(kind))) score += WEIGHTS.unsupported;
  return score;
}

/**
 * Begins before a term or goes on after it: a verb and what it is done to (覆盖 | 数字经济), the name of a place or
 * body and what is there (两江协同创新区 | 产学研), where the article has the shorter one more often.
 */
function overshoots({ tokens, places }: Phrase, countOf: Background['countOf']): boolean {
  const keyOf = (some: readonly Token[]): string => some.map(({ text }) => text).join('');
  if (tokens.length < 2) return false;
  if (tokens[0]?.role === 'verb' && tokens.length > 2 && countOf(keyOf(tokens.slice(1))) > places.length)
    return true;
  if (findSuffix(tokens.map(({ text }) => text)) !== undefined) return false;
  for (let words = 1; words < tokens.length; words++) {
    const name = tokens.slice(0, words);
    const isName =
      words === 1 ? /^n[stz]$/.test(name[0]?.tag ?? '') : findSuffix(name.map(({ text }) => text));
    if (isName && countOf(keyOf(name)) > places.length) return true;
  }
  return false;
}

/** The commonest family names, of some 85 % of all Chinese (census of 2020, and those of two characters). */
const FAMILY_NAME =
  /^(?:欧阳|司马|上官|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤])[\u3400-\u9fff]{1,2}$/;

/** Said of a word that the segmenter takes for a name or does not know. */
function isPersonName({ text, tag }: Token): boolean {
  return (/^nr\w*$/.test(tag) || tag === 'x') && FAMILY_NAME.test(text);
}

function guessCategory(draft: DraftTerm, category: CategoryGuess | undefined): void {
  if (draft.category === undefined && category !== undefined) draft.category = category;
}

function scoreName(draft: DraftTerm, { costOf }: Background): number {
  const { tokens, evidence } = draft;
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return 0;
  if (tokens.length === 1) {
    const ending = isNameLike(first)
      ? findSuffix([first.text.slice(0, -1), first.text.slice(-1)])
      : undefined;
    guessCategory(draft, isPersonName(first) ? 'person' : ending?.category);
    // No word of the dictionary, and ends like the name of a place or body: 柳浪港.
    if (first.tag === 'x' && ending !== undefined && first.text.length > 2) {
      evidence.add('name');
      return WEIGHTS.name + WEIGHTS.suffix;
    }
    // Of two characters, `nz` is kept for any word that is not quite a noun.
    if (!/^n[stz]$/.test(first.tag) || (first.tag === 'nz' && first.text.length < 3)) return 0;
    evidence.add('name');
    guessCategory(draft, first.tag === 'ns' ? 'place' : first.tag === 'nt' ? 'organisation' : undefined);
    return WEIGHTS.name * Math.max(0, rarityOf(first.text, costOf));
  }
  const owner = tokens.at(-2);
  const company = isTrade(last.text) && owner !== undefined && isNameLike(owner) && !isBareSuffix(owner.text);
  const suffix = company ? { category: 'organisation' as const } : findSuffix(tokens.map(({ text }) => text));
  if (suffix === undefined) return 0;
  draft.category ??= suffix.category;
  evidence.add('name');
  return WEIGHTS.suffix + (/^n[stz]$/.test(first.tag) ? WEIGHTS.placeInName : 0);
}

function scoreWords({ tokens, evidence }: DraftTerm, { costOf }: Background): number {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const rarity = tokens.reduce((sum, { text }) => sum + rarityOf(text, costOf), 0) / tokens.length;
  if (rarity > 0.6) evidence.add('rare');
  let score = WEIGHTS.rarity * rarity;
  if (tokens.length === 1) score += WEIGHTS.oneWord + WEIGHTS.rarity * rarity;
  score += WEIGHTS.verbInside * tokens.slice(1, -1).filter(({ role }) => role === 'verb').length;
  if (first.role === 'verb') score += WEIGHTS.verbAtEdge;
  if (first.role === 'modifier') score += WEIGHTS.modifierFirst;
  if (last.role === 'verb') score += WEIGHTS.verbAtEdge;
  return score;
}
