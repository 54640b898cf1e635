import { checkHeader } from '@/lib/glossary/check-concept';
import type { GlossaryHeader } from '@/lib/glossary/model';
import type { Problem } from '@/lib/glossary/problem';
import type { UnderlineColour } from '@/lib/settings/underline';
import { findRepeated, findRepeatedKeys, fromRows, type TextRow, toRows } from './concept-draft';
import type { GlossarySummary } from './glossary-view';
import { readSite } from './site-address';

export const PLAIN_PARTS = ['language', 'version', 'updated', 'licence', 'publisher', 'homepage'] as const;
const REQUIRED: ReadonlySet<string> = new Set(['language', 'version', 'updated']);

/** A category as the form has it. */
export interface CategoryRow {
  key: string;
  rows: readonly TextRow[];
}

/** What is written about a glossary and chosen for it, while it is being edited. */
export interface DetailsDraft {
  names: readonly TextRow[];
  descriptions: readonly TextRow[];
  plain: Readonly<Record<(typeof PLAIN_PARTS)[number], string>>;
  categories: readonly CategoryRow[];
  colour: UnderlineColour | 'general';
  /** A line for each. */
  sites: string;
}

/** What the form of a glossary asks to be stored. */
export interface DetailsChanges {
  /** Nothing for a glossary of somebody else's. */
  header?: Omit<GlossaryHeader, 'id'>;
  colour: UnderlineColour | undefined;
  sites: readonly string[] | undefined;
}

export function toDetails(glossary: GlossarySummary): DetailsDraft {
  const plain = Object.fromEntries(PLAIN_PARTS.map((part) => [part, glossary[part] ?? '']));
  return {
    names: toRows(glossary.name, glossary.language),
    descriptions: toRows(glossary.description, glossary.language),
    plain: plain as DetailsDraft['plain'],
    categories: Object.entries(glossary.categories).map(([key, name]) => ({ key, rows: toRows(name, 'en') })),
    colour: glossary.colour ?? 'general',
    sites: (glossary.sites ?? []).join('\n'),
  };
}

export type ReadDetails =
  | { ok: true; changes: DetailsChanges }
  | { ok: false; problems: readonly Problem[] /** One of them is none. */; sites: boolean };

/** What a draft asks to be stored; or what is wrong with it. */
export function readDetails(draft: DetailsDraft, { id, origin }: GlossarySummary): ReadDetails {
  const lines = draft.sites.split('\n').filter((line) => line.trim() !== '');
  const sites = lines.map((line) => readSite(line.replace(/^\s*\*\./, '')));
  const known = sites.filter((site) => site !== undefined);
  const checked = origin === 'own' ? checkHeader({ id, ...headerOf(draft) }) : undefined;
  const problems =
    checked === undefined ? [] : [...findAllRepeated(draft), ...(checked.ok ? [] : checked.problems)];
  if (problems.length > 0 || known.length < sites.length) {
    return { ok: false, problems, sites: known.length < sites.length };
  }
  const { id: _id, ...header } = checked?.ok === true ? checked.header : { id };
  return {
    ok: true,
    changes: {
      ...(checked?.ok === true && { header: header as Omit<GlossaryHeader, 'id'> }),
      colour: draft.colour === 'general' ? undefined : draft.colour,
      sites: known.length === 0 ? undefined : [...new Set(known)],
    },
  };
}

/** What is written twice where only one could be kept. */
function findAllRepeated({ names, descriptions, categories }: DetailsDraft): Problem[] {
  const keyed = categories.map(({ key, rows }) => ({ key: key.trim(), rows }));
  return [
    ...findRepeated(names, ['name']),
    ...findRepeated(descriptions, ['description']),
    ...findRepeatedKeys(
      keyed.map(({ key }) => key),
      ['categories'],
    ),
    ...keyed.flatMap(({ key, rows }) => findRepeated(rows, ['categories', key])),
  ];
}

function headerOf({ names, descriptions, plain, categories }: DetailsDraft): Record<string, unknown> {
  const description = fromRows(descriptions);
  const parts = PLAIN_PARTS.map((part) => [part, plain[part].trim()] as const);
  return {
    name: fromRows(names),
    ...(Object.keys(description).length > 0 ? { description } : {}),
    ...Object.fromEntries(parts.filter(([part, value]) => REQUIRED.has(part) || value !== '')),
    categories: Object.fromEntries(categories.map(({ key, rows }) => [key.trim(), fromRows(rows)])),
  };
}
