import type { Term } from '@/lib/glossary/model';
import { normalize, normalizeText } from '@/lib/text/normalize';
import { classAt, HAN } from '@/lib/text/script';
import type { Span } from '@/lib/text/span';
import { readSurroundings } from '@/lib/text/surroundings';

/** A longer text that holds the term: what stands before and after it there, normalized. */
export interface LongerText {
  before: string;
  after: string;
}

/** What a term asks of a place beyond its pattern. Everything but `written` is normalized: no neighbour ends with a blank. */
export interface Rule {
  /** The term as its glossary writes it, where script or case count. */
  written?: string;
  exactScript?: boolean;
  exactCase?: boolean;
  before?: readonly string[];
  after?: readonly string[];
  notIn?: readonly LongerText[];
}

const NONE: readonly string[] = [];

/** The rule of a term with a given pattern; `undefined` for most, which have none. */
export function readRule(term: Term, pattern: string): Rule | undefined {
  const { caseSensitive = false, before = NONE, after = NONE, notIn = NONE } = term;
  const exactScript = term.script === 'exact';
  if (!caseSensitive && !exactScript && before.length + after.length + notIn.length === 0) return undefined;
  return {
    ...(caseSensitive || exactScript ? { written: term.text } : {}),
    ...(exactScript ? { exactScript } : {}),
    ...(caseSensitive ? { exactCase: true } : {}),
    ...(before.length > 0 ? { before: before.map(normalizeText) } : {}),
    ...(after.length > 0 ? { after: after.map(normalizeText) } : {}),
    ...(notIn.length > 0
      ? { notIn: notIn.flatMap((text) => splitAround(normalizeText(text), pattern)) }
      : {}),
  };
}

/** Every place of the pattern in a longer text. */
function splitAround(longer: string, pattern: string): LongerText[] {
  const parts: LongerText[] = [];
  for (let at = longer.indexOf(pattern); at !== -1; at = longer.indexOf(pattern, at + 1)) {
    parts.push({ before: longer.slice(0, at), after: longer.slice(at + pattern.length) });
  }
  return parts;
}

/**
 * Whether a place in a text is as a rule wants it. Time linear in the rule's neighbours.
 *
 * @param plural an s of the plural follows the term: what is behind it is its neighbour (New Areas of), and it too (SEZs)
 */
export function obeysRule(
  rule: Rule,
  text: string,
  { span, plural }: { span: Span; plural: boolean },
): boolean {
  if (rule.written !== undefined && !isWrittenSo(rule, rule.written, text.slice(span.start, span.end)))
    return false;
  const { before, after, notIn } = rule;
  if (before === undefined && after === undefined && notIn === undefined) return true;
  const round = readSurroundings(text, span, reachOf(rule));
  // A separator between a term and its neighbour is part of neither: New Area.
  const last = round.before.trimEnd();
  const afters = plural ? [round.after, round.after.slice(1)] : [round.after];
  if (before !== undefined && !before.some((wanted) => last.endsWith(wanted))) return false;
  if (
    after !== undefined &&
    !after.some((wanted) => afters.some((next) => next.trimStart().startsWith(wanted)))
  )
    return false;
  return !notIn?.some(
    (longer) => round.before.endsWith(longer.before) && afters.some((next) => next.startsWith(longer.after)),
  );
}

/** Of rules that have been asked: one may have hundreds of neighbours, and is asked at each place of its term. */
const reaches = new WeakMap<Rule, number>();

function reachOf(rule: Rule): number {
  const reach = reaches.get(rule) ?? longestNeighbour(rule);
  reaches.set(rule, reach);
  return reach;
}

/** With a separator between it and the term, and the s of a plural. */
function longestNeighbour({ before = [], after = [], notIn = [] }: Rule): number {
  const lengths = [...before, ...after, ...notIn.flatMap((longer) => [longer.before, longer.after])].map(
    (text) => text.length,
  );
  return Math.max(0, ...lengths) + 2;
}

/** Compares character by character: Chinese ones for `exactScript`, letters for `exactCase`. */
function isWrittenSo(rule: Rule, written: string, found: string): boolean {
  const wanted = normalize(written);
  const place = normalize(found);
  return wanted.starts.every((wantedStart, at) => {
    const wantedCharacter = written.codePointAt(wantedStart) ?? 0;
    const foundCharacter = found.codePointAt(place.starts[at] ?? 0) ?? 0;
    if (wantedCharacter === foundCharacter) return true;
    const wantedForm = plainForm(wantedCharacter);
    const foundForm = plainForm(foundCharacter);
    if (classAt(written, wantedStart) === HAN) return rule.exactScript !== true || wantedForm === foundForm;
    return rule.exactCase !== true || !hasCase(wantedForm) || isLower(wantedForm) === isLower(foundForm);
  });
}

/** Of what is the same but for its print: ⾥ is 里, ○ is 〇; Ａ and 𝐀 are A, é is e and a mark, ﬁ is f and i. */
function plainForm(codePoint: number): string {
  return String.fromCodePoint(codePoint).replace(/[○◯]/, '〇').normalize('NFKC');
}

const hasCase = (letter: string): boolean => letter.toLowerCase() !== letter.toUpperCase();

const isLower = (letter: string): boolean => letter === letter.toLowerCase();
