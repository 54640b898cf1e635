import type { Place } from './article';
import type { Explanation, ExplanationKind } from './candidate';
import type { PhrasePlace } from './phrase';
import { type SeenBlock, sourceEnd, writtenAs } from './seen-block';

/** Directly after a term these say what it is. 是 alone also asks and stresses, so it must not stand before those. */
const DEFINES =
  /^["”」』》)）]{0,2}(?:,|，|——?)?(?:是指|指的是|是由|是以|是一|是我国|是中国|是全国|是国家|是(?!否|不是|因为|为了|在|对|从|什么|谁|怎)|指|即|系|为(?=中国|我国|全国|一)|位于|地处|坐落|成立于|始建于|建于|创办于|创立于|又称|简称|全称|被称为|被誉为|主要(?:指|包括|由))/;

/** In brackets directly after a term; a year, a date or a stock number explains little but still something. */
const BRACKETS = /^["”」』》]?[(（][^)）]{3,}[)）]/;

/** What stands before a term that is described first: 作为…的X, …的X. */
const DESCRIBED_BEFORE = /(?:作为|身为|被誉为|被称为)[^,，。]{2,24}的["“「『《]?$/;

const ENDS_SENTENCE = /[。！？!?;；]/;

/** Longer than this nobody reads in a popover; shorter says nothing. Code units. */
const LONGEST = 160;
const SHORTEST = 12;

interface Weighed {
  kind: ExplanationKind;
  weight: number;
  start: number;
  end: number;
}

/**
 * Chooses the sentence that says best what a term is. Of equals, the first in the article counts.
 *
 * @throws {RangeError} if there is no place
 */
export function explainTerm(places: readonly PhrasePlace[], blocks: readonly SeenBlock[]): Explanation {
  let best: { block: SeenBlock; number: number; found: Weighed } | undefined;
  for (const place of places) {
    const block = blocks[place.block];
    if (block === undefined) continue;
    const found = weighSentence(block, place);
    if (best === undefined || found.weight > best.found.weight) best = { block, number: place.block, found };
  }
  if (best === undefined) throw new RangeError('A term without a place');
  const { block, number, found } = best;
  const place: Place = {
    block: number,
    start: block.starts[found.start] ?? 0,
    end: sourceEnd(block, found.end),
  };
  return { kind: found.kind, text: writtenAs(block, found.start, found.end), place };
}

function weighSentence({ text, kind: blockKind }: SeenBlock, { start, end }: PhrasePlace): Weighed {
  const from = sentenceStart(text, start);
  const to = sentenceEnd(text, end);
  const after = text.slice(end, to);
  const length = to - from;
  const opensSentence = start - from <= 2;
  let kind: ExplanationKind = 'first';
  let weight = 0;
  if (DEFINES.test(after)) {
    kind = 'definition';
    weight = opensSentence ? 4 : 2.5;
  } else if (DESCRIBED_BEFORE.test(text.slice(from, start))) {
    kind = 'definition';
    weight = 2;
  } else if (BRACKETS.test(after)) {
    kind = 'bracket';
    weight = 2;
  }
  if (length < SHORTEST || blockKind !== 'text') weight -= 2;
  if (length > LONGEST) weight -= 1;
  return { kind, weight, start: from, end: to };
}

function sentenceStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !ENDS_SENTENCE.test(text[at - 1] ?? '')) at--;
  while (at < offset && /[\s"”」』）)]/.test(text[at] ?? '')) at++;
  return at;
}

function sentenceEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !ENDS_SENTENCE.test(text[at] ?? '')) at++;
  at = Math.min(text.length, at + 1);
  while (at < text.length && /["”」』）)]/.test(text[at] ?? '')) at++;
  return at;
}
