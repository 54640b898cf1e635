import type { LanguageTag, LocalizedText } from '@/lib/glossary/model';

/** One term of the page, as the list shows it. */
export interface ListedTerm {
  headword: string;
  /** As it stands on the page the first time. */
  text: string;
  count: number;
  category?: LocalizedText;
  /** Language of the headword, where it is known. */
  language?: LanguageTag;
  /** How many concepts it may mean. */
  senses: number;
}

/** Why nothing can be marked in a tab. */
export type UnreadableReason = 'browser' | 'store' | 'pdf' | 'file' | 'other';

/** What is known about the page in the tab. */
export type PageView<T extends ListedTerm = ListedTerm> =
  | { kind: 'loading' }
  | { kind: 'failed' }
  | { kind: 'unreadable'; reason: UnreadableReason }
  | { kind: 'listed'; total: number; terms: readonly T[] };

/** Names a term in the list, through all refreshes of it. */
export function termKey({ headword, text }: ListedTerm): string {
  return `${headword}\n${text}`;
}
