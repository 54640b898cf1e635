import type { LanguageTag } from '@/lib/glossary/model';

/**
 * What the cells of a column hold. The roles are the headings of our own tables:
 *
 * - `term`, `term:en`: a name of the concept; `names`, `names:en`: further names, several in a cell
 * - `definition`, `definition:zh`
 * - `language`, `status` and the rules of spotting: of the row's term
 * - `translation` with `translation.language`: a name in the language that the row says
 * - `source.title` …: the row's source
 * - `id`, `category`, `related`: of the concept
 * - `glossary`: the header of the glossary as JSON, in one row
 * - empty: not read
 */
export type ColumnRole = '' | PlainRole | `${LocalizedRole}:${LanguageTag}`;

/** Roles that may name a language behind a colon. */
export const LOCALIZED_ROLES = ['term', 'names', 'definition'] as const;
export type LocalizedRole = (typeof LOCALIZED_ROLES)[number];

export const RULE_FLAGS = ['ambiguous', 'spot', 'caseSensitive'] as const;
export const RULE_LISTS = ['before', 'after', 'notIn'] as const;
export const SOURCE_PARTS = ['title', 'url', 'publisher', 'date', 'quote'] as const;

export const PLAIN_ROLES = [
  'id',
  ...LOCALIZED_ROLES,
  'language',
  'status',
  'translation',
  'translation.language',
  'category',
  'related',
  ...SOURCE_PARTS.map((part) => `source.${part}` as const),
  ...RULE_FLAGS,
  'script',
  ...RULE_LISTS,
  'glossary',
] as const;
export type PlainRole = (typeof PLAIN_ROLES)[number];

/** A role as its two parts; the language is absent where none is named. */
export function splitRole(role: ColumnRole): { kind: '' | PlainRole; language?: LanguageTag } {
  const colon = role.indexOf(':');
  if (colon < 0) return { kind: role as '' | PlainRole };
  return { kind: role.slice(0, colon) as LocalizedRole, language: role.slice(colon + 1) };
}
