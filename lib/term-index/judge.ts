import type { Lexicon } from '@/lib/lexicon/lexicon';
import { decideBoundary } from '@/lib/matching/boundary';
import { findObstacleAfter, findObstacleBefore, hasPluralEnding } from '@/lib/matching/letters';
import { type Judge, REJECTED } from '@/lib/matching/matcher';
import type { Span } from '@/lib/text/span';
import { obeysRule } from './rules';
import type { TermIndex } from './term-index';

/** Where the letters at the edges allow a mark to end: its end, one more for a plural, or −1. */
function findLetterEnd(text: string, span: Span): number {
  if (findObstacleBefore(text, span.start) !== undefined) return -1;
  if (findObstacleAfter(text, span.end) === undefined) return span.end;
  return hasPluralEnding(text, span) ? span.end + 1 : -1;
}

/** The form that a place has by the rules of its pattern; −1 if it obeys none. */
function chooseForm({ rules }: TermIndex, form: number, text: string, span: Span): number {
  const ruled = rules.get(form);
  if (ruled === undefined) return form;
  let obeyed = 0;
  ruled.groups.forEach((rule, bit) => {
    if (rule === null || obeysRule(rule, text, span)) obeyed |= 1 << bit;
  });
  return obeyed === 0 ? -1 : form + obeyed - 1;
}

/** The judge of one text: letters at the edges, then the terms' rules, then (with a lexicon) the words around. */
export function createJudge(index: TermIndex, text: string, lexicon: Lexicon | undefined): Judge {
  return (start, end, value) => {
    const span = { start, end };
    const lastEnd = findLetterEnd(text, span);
    if (lastEnd === -1) return REJECTED;
    const form = chooseForm(index, value, text, span);
    if (form === -1) return REJECTED;
    if (lexicon !== undefined && !decideBoundary(text, span, lexicon).accepted) return REJECTED;
    return form * 2 + (lastEnd - end);
  };
}
