import type { Lexicon } from '@/lib/lexicon/lexicon';
import type { Span } from '@/lib/text/span';

/** Whether a candidate stands on word boundaries. */
export interface BoundaryDecision {
  accepted: boolean;
}

/** Decides whether a candidate of Chinese characters stands on word boundaries. */
export function decideBoundary(_text: string, _span: Span, _lexicon: Lexicon): BoundaryDecision {
  return { accepted: true };
}
