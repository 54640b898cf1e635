import { serializeCsv } from '@/lib/glossary/formats/csv';
import { guardCell } from '@/lib/glossary/formats/table/cells';
import type { Problem, ProblemPlace } from '@/lib/glossary/problem';

/** Where a problem is, as short as it can be said without words: `term_bank_1.json 12 释义`. */
export function formatPlace({ part, row, line, column, field, path }: ProblemPlace): string {
  const number = row ?? line;
  const place = [
    part,
    number === undefined ? undefined : column === undefined ? `${number}` : `${number}:${column}`,
    field,
  ];
  const text = place.filter((each) => each !== undefined).join(' · ');
  return number === undefined && path !== undefined && path !== ''
    ? [part, path].filter(Boolean).join(' ')
    : text;
}

/** Headings of the table, and the words for a problem. */
export interface ProblemWords {
  headings: readonly [consequence: string, place: string, id: string, value: string, reason: string];
  consequence(problem: Problem): string;
  place(at: ProblemPlace): string;
  reason(problem: Problem): string;
}

/** All problems of a file as a CSV table. */
export function problemTable(problems: readonly Problem[], words: ProblemWords): string {
  const rows = problems.map((problem) =>
    [
      words.consequence(problem),
      words.place(problem.at),
      problem.at.conceptId ?? '',
      problem.value ?? '',
      words.reason(problem),
    ].map(guardCell),
  );
  return `\ufeff${serializeCsv([words.headings, ...rows], ',')}`;
}
