import type { Lexicon } from '@/lib/lexicon/lexicon';
import { explainMatches } from '@/lib/term-index/explain';
import { findMatches } from '@/lib/term-index/find';
import { decisionTerms, decisionTexts } from '../cases/decision-texts';
import { indexOf } from './glossary';

/** One row of `tests/cases/decisions.json`. */
export interface DecidedText {
  text: string;
  marked: string[];
  /** Of each candidate, as one line. */
  decisions: string[];
}

/** Decides on all texts, in whatever engine this runs. */
export function decideAll(lexicon: Lexicon): DecidedText[] {
  const index = indexOf(...decisionTerms);
  return decisionTexts.map((text) => ({
    text,
    marked: findMatches(index, text, lexicon).map(({ start, end }) => text.slice(start, end)),
    decisions: explainMatches(index, text, lexicon).map(({ span, form, accepted, by }) =>
      [`${span.start}–${span.end}`, form, accepted ? 'marked' : 'not marked', JSON.stringify(by)].join(' '),
    ),
  }));
}
