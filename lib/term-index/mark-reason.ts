import type { Lexicon } from '@/lib/lexicon/lexicon';
import type { BoundaryDecision } from '@/lib/matching/boundary';
import type { Span } from '@/lib/text/span';
import { explainMatches } from './explain';
import { needsContext } from './forms';
import type { TermIndex } from './term-index';

/** Why a place is marked. */
export interface MarkReason {
  /** What was found at its edges. */
  boundary: BoundaryDecision;
  /** Marked only because other terms of its glossary are on the page. */
  byContext: boolean;
  /** The term's own rules on script, case and neighbours had to be obeyed. */
  byRules: boolean;
}

/**
 * Why a place of a text is marked; `undefined` if no term stands there. A place inside a longer term, which
 * is marked if that one lacks its context, is explained as if it stood alone.
 */
export function findMarkReason(
  index: TermIndex,
  text: string,
  span: Span,
  lexicon: Lexicon,
): MarkReason | undefined {
  const decision = explainMatches(index, text, lexicon, span).find(
    ({ span: { start, end }, accepted }) => accepted && start === span.start && end === span.end,
  );
  if (decision === undefined || decision.by.kind !== 'words') return undefined;
  return {
    boundary: decision.by.boundary,
    byContext: needsContext(index, decision.form),
    byRules: isRuled(index, decision.form),
  };
}

/** Whether every term that a form stands for has a rule of its own that the place obeys. */
function isRuled({ rules }: TermIndex, form: number): boolean {
  for (const [first, { groups }] of rules) {
    const obeyed = form - first + 1;
    if (obeyed < 1 || obeyed >= 2 ** groups.length) continue;
    return groups.every((rule, bit) => ((obeyed >> bit) & 1) === 0 || rule !== null);
  }
  return false;
}
