import type { Concept } from '@/lib/glossary/model';
import type { Problem, ProblemCode, ProblemPlace } from '@/lib/glossary/problem';
import { problemKey } from '@/lib/i18n/problem-key';
import type { MessageKey, Translate } from '@/lib/i18n/translator';

/** What is wrong, by the path of the value that it is wrong with. */
export type ProblemTexts = ReadonlyMap<string, string>;

/** What is wrong, in words. */
export function problemText(t: Translate, problem: Problem): string {
  return t(problemKey(problem), problem.params);
}

/** Where in a file something is wrong: `row 3 · Term`. Empty for the file itself. */
export function placeText(t: Translate, { part, row, line, column, field, path }: ProblemPlace): string {
  const place =
    row !== undefined
      ? t('place.row', { number: row })
      : line === undefined
        ? path
        : column === undefined
          ? t('place.line', { number: line })
          : t('place.character', { number: line, column });
  return [part, place, field].filter((each) => each !== undefined && each !== '').join(' · ');
}

/** What is told of and taken all the same. */
const ODD: ReadonlySet<ProblemCode> = new Set(['headword-language', 'csv-quote-stray', 'context-elsewhere']);

/** What becomes of what is wrong, when a file is taken. */
export function consequenceText(t: Translate, { code, severity }: Problem): string {
  if (severity === 'error') return t('import.skippedWhole');
  return t(ODD.has(code) ? 'import.odd' : 'import.skippedPart');
}

const FIELDS: Readonly<Record<string, MessageKey>> = {
  definitions: 'note.definition',
  category: 'note.category',
  sources: 'note.source',
};

/** So much of a name tells which it is. */
const NAME_LENGTH = 24;

/** Why a concept can't be stored: the name, or else the field, that is at fault, and what is wrong with it. */
export function unfitText(t: Translate, { terms }: Concept, problem: Problem): string {
  const [, key = '', at] = /^(\w+)(?:\[(\d+)\])?/.exec(problem.at.path ?? '') ?? [];
  const field = FIELDS[key];
  const characters = [...(terms[Number(at ?? 0)] ?? terms[0]).text];
  const name = characters.slice(0, NAME_LENGTH).join('') + (characters.length > NAME_LENGTH ? '…' : '');
  return t('note.unfit', { text: field === undefined ? name : t(field), reason: problemText(t, problem) });
}

/** The first problem of each place. Those of the entries of a list also stand at the list. */
export function textsByPath(t: Translate, problems: readonly Problem[]): ProblemTexts {
  const texts = new Map<string, string>();
  for (const problem of problems) {
    const { path = '' } = problem.at;
    const text = problemText(t, problem);
    for (const place of [path, path.replace(/(before|after|notIn)\[\d+\]$/, '$1')]) {
      if (!texts.has(place)) texts.set(place, text);
    }
  }
  return texts;
}
