import type { Lexicon } from '@/lib/lexicon/lexicon';
import type { RejectionReason } from '@/lib/matching/rejection-reason';
import type { Span } from '@/lib/text/span';
import { explainMatches } from './explain';
import { type FoundTerm, withInside } from './find';
import { getContext } from './forms';
import type { Decision } from './judge';
import type { TermIndex } from './term-index';

export interface Rejection {
  form: number;
  /** Which of the texts, and where in it (code units). */
  text: number;
  span: Span;
  reason: RejectionReason;
}

/**
 * The places in the texts of one frame that are not marked though the characters of a term stand there, in
 * order. What `findMatches` and the context rule leave out, with their reasons. Time linear in the texts.
 *
 * @param marked what `findMatches` finds in each text, without what the reader wants left out: that gives no context
 */
export function findRejections(
  index: TermIndex,
  texts: readonly string[],
  { lexicon, marked }: { lexicon: Lexicon; marked: readonly FoundTerm[][] },
): Rejection[] {
  const decided = texts.flatMap((text, at) =>
    explainMatches(index, text, lexicon).map((decision) => ({ decision, at })),
  );
  const contexts = new Map<number, ReturnType<typeof getContext>>();
  const contextOf = (form: number): ReturnType<typeof getContext> => {
    const context = contexts.get(form) ?? getContext(index, form);
    contexts.set(form, context);
    return context;
  };
  // What stands inside an ambiguous term gives context too, whether it is marked in its place or not.
  const given = new Set(
    marked.flatMap((terms) => withInside(terms).flatMap(({ form }) => contextOf(form).gives)),
  );
  const rejections: Rejection[] = [];
  for (const { decision, at } of decided) {
    const { form, span } = decision;
    const { needs } = contextOf(form);
    const lacksContext = needs.length > 0 && !needs.some((glossary) => given.has(glossary));
    const reason = reasonOf(decision) ?? (lacksContext ? { kind: 'context' as const } : undefined);
    if (reason !== undefined) rejections.push({ form, text: at, span, reason });
  }
  return rejections;
}

/** Why a place was rejected; `undefined` if it stands. */
function reasonOf({ by }: Decision): RejectionReason | undefined {
  if (by.kind === 'letters') return { kind: 'letters', edge: by.edge };
  if (by.kind === 'rules') return { kind: 'rules' };
  const { boundary } = by;
  if (boundary.accepted) return undefined;
  if (boundary.why === 'numeral') return { kind: 'numeral', edge: boundary.edge };
  const { word, edge, cost, needed } = boundary.crossing;
  return { kind: 'words', word, edge, standing: boundary.standing, crossing: cost, needed };
}
