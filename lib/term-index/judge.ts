import type { Lexicon } from '@/lib/lexicon/lexicon';
import { type BoundaryDecision, decideBoundary, type Edge } from '@/lib/matching/boundary';
import {
  findObstacleAfter,
  findObstacleBefore,
  hasPluralEnding,
  type LetterObstacle,
} from '@/lib/matching/letters';
import { type Judge, REJECTED } from '@/lib/matching/matcher';
import type { Span } from '@/lib/text/span';
import { obeysRule } from './rules';
import type { TermIndex } from './term-index';

/** What was decided on one candidate. */
export interface Decision {
  /** Where it would be marked, or is. */
  span: Span;
  /** What it is; if rejected, a form of the pattern that was looked at. */
  form: number;
  accepted: boolean;
  /** What decided: letters that go on across an edge, the terms' own rules, or the words around. */
  by:
    | { kind: 'letters'; edge: Edge; obstacle: LetterObstacle }
    | { kind: 'rules' }
    | { kind: 'words'; boundary: BoundaryDecision };
}

/** Decides on a candidate: letters at its edges, then the terms' rules, then (with a lexicon) the words around; some microseconds. */
export function decide(
  index: TermIndex,
  text: string,
  { span, form, lexicon }: { span: Span; form: number; lexicon: Lexicon | undefined },
): Decision {
  const obstacleBefore = findObstacleBefore(text, span.start);
  if (obstacleBefore !== undefined)
    return rejectLetters(span, form, { edge: 'start', obstacle: obstacleBefore });
  const plural = hasPluralEnding(text, span);
  const obstacleAfter = plural ? undefined : findObstacleAfter(text, span.end);
  if (obstacleAfter !== undefined) return rejectLetters(span, form, { edge: 'end', obstacle: obstacleAfter });
  const chosen = chooseForm(index, form, text, { span, plural });
  if (chosen === -1) return { span, form, accepted: false, by: { kind: 'rules' } };
  const boundary: BoundaryDecision =
    lexicon === undefined ? { accepted: true, why: 'free' } : decideBoundary(text, span, lexicon);
  const marked = plural ? { start: span.start, end: span.end + 1 } : span;
  return { span: marked, form: chosen, accepted: boundary.accepted, by: { kind: 'words', boundary } };
}

function rejectLetters(span: Span, form: number, at: { edge: Edge; obstacle: LetterObstacle }): Decision {
  return { span, form, accepted: false, by: { kind: 'letters', ...at } };
}

/** The form that a place has by the rules of its pattern; −1 if it obeys none. */
function chooseForm(
  { rules }: TermIndex,
  form: number,
  text: string,
  place: { span: Span; plural: boolean },
): number {
  const ruled = rules.get(form);
  if (ruled === undefined) return form;
  let obeyed = 0;
  ruled.groups.forEach((rule, bit) => {
    if (rule === null || obeysRule(rule, text, place)) obeyed |= 1 << bit;
  });
  return obeyed === 0 ? -1 : form + obeyed - 1;
}

/** Makes the judge that the matcher asks; tells `onDecision` of each candidate. */
export function createJudge(
  index: TermIndex,
  { lexicon, onDecision }: { lexicon?: Lexicon | undefined; onDecision?: (decision: Decision) => void },
): Judge {
  return (text, start, end, form) => {
    const decision = decide(index, text, { span: { start, end }, form, lexicon });
    onDecision?.(decision);
    return decision.accepted ? decision.form * 2 + (decision.span.end - end) : REJECTED;
  };
}
