import type { MarkKind } from './marked';
import type { CategoryGuess } from './names';
import type { Nesting } from './nesting';
import type { Phrase, PhrasePlace } from './phrase';
import type { Token } from './token';

/** Why something is thought to be a term. */
export type Evidence = MarkKind | 'title' | 'heading' | 'name' | 'frequent' | 'rare' | 'latin' | 'listed';

/** A candidate while it is weighed. */
export interface DraftTerm {
  /** Folded. */
  key: string;
  places: readonly PhrasePlace[];
  tokens: readonly Token[];
  /** What is known of it as a phrase; absent where it is none by parts of speech. */
  phrase?: { phrase: Phrase; nesting: Nesting };
  evidence: Set<Evidence>;
  category?: CategoryGuess;
  /** Keys of terms that the article introduces as its short names. */
  shortNames: Set<string>;
  score: number;
}
