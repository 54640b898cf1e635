import type { SeenBlock } from './seen-block';

/** How a text itself says that some words belong together. */
export type MarkKind = 'quoted' | 'work' | 'introduced';

/** Words that stand out: code units of the seen text. */
export interface MarkedSpan {
  kind: MarkKind;
  start: number;
  end: number;
  /** The span that this one is introduced as a short or second name of. */
  fullName?: { start: number; end: number };
  /** As `fullName`, where only its end is known. */
  fullNameEnd?: number;
}

/** A quoted name or catchword; more is a sentence. */
const LONGEST_QUOTED = 14;
const LONGEST_SHORT_NAME = 12;
const LONGEST_FULL_NAME = 40;

const WORK = /《([^《》]{2,40})》/g;
const QUOTED = /[“「『]([^“”「」『』"]+)[”」』]|"([^"“”]+)"|‘([^‘’]*[\u3400-\u9fff][^‘’]*)’/g;

/** What says that another name of the same follows. */
const INTRODUCED =
  /(?:以下简称|下称|简称|又称|俗称|别称|别名|也叫做?|亦称|全称|英文名|缩写)(?:为|是|作)?[:：]?\s?/g;

/** A name and, in brackets behind it, another: 国内生产总值(GDP), 欧洲中央银行(欧央行). */
const BRACKETED = /([^《》"“”「」,，。;；、:：!?！？()（）\s]{2,40})[(（]([^()（）,，。;；:：]{2,12})[)）]/g;

/** In Latin letters; folded, so that capitals don't show. */
const ABBREVIATION = /^[a-z][a-z0-9&-]{1,7}$/;

/** Inside quotes these make a sentence of it, or a list. */
const SENTENCE = /[—－～,，。;；!！?？:：…《》]|的.*的|^[我你他她它这那]|了|是|吗|呢|吧|啊/;

/**
 * Finds quoted phrases, titles in 《》 and names introduced as another one's short or second name. Documented
 * with examples in `docs/extraction.md`.
 */
export function findMarked(block: SeenBlock): MarkedSpan[] {
  const text = withDirectedQuotes(block);
  const found: MarkedSpan[] = [];
  const add = (kind: MarkKind, start: number, length: number): void => {
    found.push({ kind, start, end: start + length });
  };
  for (const { index, 1: inside = '' } of text.matchAll(WORK)) add('work', index + 1, inside.length);
  for (const { index, 0: whole } of text.matchAll(QUOTED)) {
    const inside = whole.slice(1, -1);
    if (inside.length >= 2 && inside.length <= LONGEST_QUOTED && !SENTENCE.test(inside))
      add('quoted', index + 1, inside.length);
  }
  for (const { index, 0: cue } of text.matchAll(INTRODUCED)) {
    const span = readShortName(text, index + cue.length);
    if (span === undefined) continue;
    const fullName = readFullName(text, index);
    found.push({ kind: 'introduced', ...span, ...(fullName && { fullName }) });
  }
  for (const { index, 1: before = '', 2: inside = '' } of text.matchAll(BRACKETED)) {
    const from = startOfFullName(before, inside);
    const end = index + before.length;
    const span = { kind: 'introduced', start: end + 1, end: end + 1 + inside.length } as const;
    if (from !== undefined) found.push({ ...span, fullName: { start: index + from, end } });
    else if (ABBREVIATION.test(inside)) found.push({ ...span, fullNameEnd: end });
  }
  return found;
}

/** Folding makes one quote of all; which way a quote points is read in the source. */
function withDirectedQuotes({ text, starts, source }: SeenBlock): string {
  return text.replace(/["']/g, (quote, at: number) => {
    const written = source[starts[at] ?? 0] ?? quote;
    return /[“”‘’「」『』]/.test(written) ? written : quote;
  });
}

/** The name that begins at an offset, without quotes or brackets round it. */
function readShortName(text: string, at: number): { start: number; end: number } | undefined {
  const start = at + (/^["'“「『《<]/.test(text.slice(at, at + 1)) ? 1 : 0);
  const length = text.slice(start, start + LONGEST_SHORT_NAME + 1).search(/["'”」』》>)）,，。;；、]/);
  return length < 2 ? undefined : { start, end: start + length };
}

/** The name before an opening bracket or comma that the cue stands behind. */
function readFullName(text: string, cue: number): { start: number; end: number } | undefined {
  const before = text.slice(Math.max(0, cue - LONGEST_FULL_NAME - 4), cue);
  const opening = /[》"”」]?[(（,，]$/.exec(before);
  if (opening === null) return undefined;
  const end = cue - opening[0].length;
  const name = /[^《》"“”「」,，。;；、:：!?！？()（）\s]{2,40}$/.exec(
    text.slice(Math.max(0, end - LONGEST_FULL_NAME), end),
  );
  return name === null ? undefined : { start: end - name[0].length, end };
}

/**
 * Where in the words before a bracket the full form of what is in it begins: its characters stand there in the
 * same order, the first of them first. `undefined` if they do not.
 *
 * @example
 * startOfFullName('参观欧洲中央银行', '欧央行') // 2
 */
export function startOfFullName(before: string, short: string): number | undefined {
  if (!/^[\u3400-\u9fff]+$/.test(short) || short.length >= before.length) return undefined;
  let at = before.length;
  for (const character of [...short].reverse()) {
    at = before.lastIndexOf(character, at - 1);
    if (at < 0) return undefined;
  }
  return before.length - at > short.length ? at : undefined;
}
