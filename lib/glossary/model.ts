/**
 * What a glossary is made of. The names follow ISO 30042 (TBX): a glossary holds
 * concepts, a concept holds the terms that name it. `docs/glossary-format.md` shows the
 * same as JSON.
 */

export type GlossaryId = string & { readonly __brand: 'GlossaryId' };
/** Unique within its glossary only; together with a `GlossaryId` it names a concept. */
export type ConceptId = string & { readonly __brand: 'ConceptId' };

/** BCP 47 tag: `zh-Hans`, `zh-Hant`, `zh`, `en` … */
export type LanguageTag = string;

/** One text in several languages; at least one entry where nothing else is said. */
export type LocalizedText = Readonly<Record<LanguageTag, string>>;

/** How the editors of a glossary rank a term among the terms of its concept. */
export type TermStatus = 'preferred' | 'admitted' | 'deprecated';

/** One designation of a concept in one language, with the rules for spotting it. */
export interface Term {
  text: string;
  language: LanguageTag;
  status: TermStatus;
  /** Marked only where an unambiguous term of the same glossary stands on the same page. */
  ambiguous?: boolean;
  /** `false`: shown in the popover, never looked for on a page (too general a phrase). Default true. */
  spot?: boolean;
  /** Upper and lower case must be as written here. */
  caseSensitive?: boolean;
  /** `exact`: only as written here; no folding of traditional, simplified or other variants. */
  script?: 'any' | 'exact';
  /** Marked only if one of these stands directly before it. */
  before?: readonly string[];
  /** Marked only if one of these stands directly after it. */
  after?: readonly string[];
  /** Not marked inside any of these longer texts, each of which holds the term. */
  notIn?: readonly string[];
}

/** Where a definition comes from. */
export interface Source {
  title: string;
  /** `http:` or `https:`. */
  url: string;
  publisher?: string;
  /** ISO 8601 date, `2021-10-20`. */
  date?: string;
  /** A phrase of the source that says it; the link then opens at that phrase. */
  quote?: string;
}

/** One unit of knowledge, independent of language. */
export interface Concept {
  id: ConceptId;
  /** The first is shown as the headword: the preferred term of the glossary's language. */
  terms: readonly [Term, ...Term[]];
  /** `{}` while there is none. */
  definitions: LocalizedText;
  /** A key of the glossary's `categories`. */
  category?: string;
  sources: readonly Source[];
  /** Concepts of the same glossary. */
  related?: readonly ConceptId[];
}

/** Everything about a glossary but its concepts. */
export interface GlossaryHeader {
  id: GlossaryId;
  name: LocalizedText;
  description?: LocalizedText;
  /** The publisher's own version, for the reader to see and for updates to compare. */
  version: string;
  /** ISO 8601 date of the last change. */
  updated: string;
  /** SPDX identifier or the name of a licence. */
  licence?: string;
  /** Who makes it. */
  publisher?: string;
  /** `http:` or `https:`: where readers learn more about it. */
  homepage?: string;
  /** How long a subscriber may wait before looking for a newer version: `12 hours`, `4 days`. */
  expires?: string;
  /** Addresses of copies of its file, for subscribers. */
  mirrors?: readonly string[];
  /** Ed25519, base64url: later versions of a subscribed glossary must be signed with the private key. */
  publicKey?: string;
  /** Main language of its terms. */
  language: LanguageTag;
  /** Category key → its name. */
  categories: Readonly<Record<string, LocalizedText>>;
}

/** A named set of concepts. */
export interface Glossary extends GlossaryHeader {
  concepts: readonly Concept[];
}
