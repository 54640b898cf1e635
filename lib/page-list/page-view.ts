import type { LanguageTag, LocalizedText } from '@/lib/glossary/model';
import type { RejectionReason } from '@/lib/matching/rejection-reason';
import type { Sentence } from './sentence';

/** One term of the page, as the lists show it. */
export interface ListedTerm {
  /** Names the term through all refreshes of the list. */
  key: string;
  headword: string;
  /** As it stands on the page the first time. */
  text: string;
  count: number;
  category?: LocalizedText;
  /** Language of the headword, where it is known. */
  language?: LanguageTag;
  /** How many concepts it may mean. */
  senses: number;
  /** Where it stands the first time. */
  sentence: Sentence;
}

/** A term that stands on the page and is not marked there, for one reason. */
export interface RejectedListedTerm {
  /** Names the term with its reason. */
  key: string;
  headword: string;
  language: LanguageTag;
  /** Places not marked for this reason. */
  count: number;
  /** The first of them. */
  sentence: Sentence;
  reason: RejectionReason;
}

/** Why nothing can be marked in a tab. */
export type UnreadableReason = 'browser' | 'store' | 'pdf' | 'file' | 'other';

/** What is known about the page in the tab. */
export type PageView<T extends ListedTerm = ListedTerm> =
  | { kind: 'loading' }
  | { kind: 'failed' }
  | { kind: 'unreadable'; reason: UnreadableReason }
  /**
   * `drawn`: most of what is in sight is drawn on canvases, and can't be read; `allOff`: there are no terms, since every
   * glossary is switched off.
   */
  | {
      kind: 'listed';
      revision: number;
      total: number;
      terms: readonly T[];
      drawn: boolean;
      allOff: boolean;
    };
