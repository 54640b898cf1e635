import type { Concept, Glossary, Source, Term } from '@/lib/glossary/model';
import { guardCell, joinList } from './cells';
import { type ColumnRole, RULE_FLAGS, RULE_LISTS, SOURCE_PARTS } from './roles';

/**
 * A glossary as a table that loses nothing: a row for each term, the n-th source of a concept beside its n-th
 * term; what a concept has once stands in its first row, the header of the glossary, as JSON, in the first
 * row of all. Columns that would be empty are left out.
 */
export function tableRows({ concepts, ...header }: Glossary): string[][] {
  const languages = new Set<string>();
  const used = new Set<string>(['id', 'term', 'language', 'status']);
  for (const concept of concepts) {
    for (const language of Object.keys(concept.definitions)) languages.add(language);
    if (concept.category !== undefined) used.add('category');
    if (concept.related !== undefined) used.add('related');
    for (const term of concept.terms) for (const key of Object.keys(term)) used.add(key);
    for (const source of concept.sources) for (const key of Object.keys(source)) used.add(`source.${key}`);
  }
  const headings: ColumnRole[] = [
    'id',
    'term',
    'language',
    'status',
    ...[...languages].map((language): ColumnRole => `definition:${language}`),
    'category',
    ...SOURCE_PARTS.map((part) => `source.${part}` as const),
    'related',
    ...RULE_FLAGS,
    'script',
    ...RULE_LISTS,
  ];
  const columns = headings.filter((heading) => heading.startsWith('definition:') || used.has(heading));
  const rows = concepts.flatMap((concept) => conceptRows(concept, columns));
  const headerRow = JSON.stringify(header);
  const table = rows.length === 0 ? [columns.map(() => '')] : rows;
  return [[...columns, 'glossary'], ...table.map((row, at) => [...row, at === 0 ? headerRow : ''])];
}

function conceptRows(concept: Concept, columns: readonly ColumnRole[]): string[][] {
  const count = Math.max(concept.terms.length, concept.sources.length);
  return Array.from({ length: count }, (_, row) =>
    columns.map((column) =>
      guardCell(
        column === 'id'
          ? concept.id
          : (termCell(concept.terms[row], column) ??
              sourceCell(concept.sources[row], column) ??
              (row === 0 ? conceptCell(concept, column) : undefined) ??
              ''),
      ),
    ),
  );
}

function termCell(term: Term | undefined, column: ColumnRole): string | undefined {
  if (term === undefined) return undefined;
  if (column === 'term') return term.text;
  const value = (term as unknown as Readonly<Record<string, string | boolean | readonly string[]>>)[column];
  return typeof value === 'object' ? joinList(value) : value?.toString();
}

function sourceCell(source: Source | undefined, column: ColumnRole): string | undefined {
  const part = SOURCE_PARTS.find((each) => column === `source.${each}`);
  return part === undefined ? undefined : source?.[part];
}

function conceptCell(concept: Concept, column: ColumnRole): string | undefined {
  if (column === 'category') return concept.category;
  if (column === 'related') return concept.related && joinList(concept.related);
  if (!column.startsWith('definition:')) return undefined;
  const language = column.slice('definition:'.length);
  return Object.hasOwn(concept.definitions, language) ? concept.definitions[language] : undefined;
}
