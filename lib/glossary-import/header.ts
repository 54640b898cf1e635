import type { Json } from '@/lib/glossary/formats/draft';
import { guessProseLanguage } from '@/lib/glossary/formats/guess-language';
import { hashText } from '@/lib/text/hash-text';

/** What is known of a glossary besides its file. */
export interface FileHint {
  /** Name of the file, with or without folders; empty for a pasted text. */
  name: string;
  /** ISO 8601: when a file says nothing of its date. */
  today: string;
  /** When a file says nothing of its id; made of its title if absent. */
  id?: string;
  /** When a file says nothing of what it is called; made of its name if absent. */
  title?: string;
}

/** The header of a glossary whose file says little or nothing about itself. */
export function completeHeader(header: Json, { name, today, id, title = titleOf(name) }: FileHint): Json {
  return {
    id: id ?? makeId(title),
    name: { [guessProseLanguage(title)]: title },
    version: '1',
    updated: today,
    language: 'zh-Hans',
    categories: {},
    ...header,
  };
}

/** `glossaries/ports.zh.csv` → `ports.zh` */
function titleOf(name: string): string {
  const file = name.split(/[/\\]/).at(-1) ?? '';
  const title = file
    .replace(/\.(?:\w{1,5}|jsonld|markdown)$/, '')
    .replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .trim();
  return title === '' ? 'glossary' : title.slice(0, 100).toWellFormed();
}

/** Room for a number that tells apart what begins alike. */
const [LONGEST_ID, LONGEST_START] = [60, 52];

/**
 * An id that the same title always gets: its Latin letters, or a number made of all its letters. Of a long one it is both.
 *
 * @param exact - it is both in any case: titles that differ in signs and case alone get different ones too
 */
export function makeId(title: string, { exact = false } = {}): string {
  const latin = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const kept = latin.replaceAll('-', '').length;
  const number = hashText(title).toString(36);
  if (kept * 2 < title.replace(/\s/g, '').length || kept < 2) return `g-${number}`;
  return exact || latin.length > LONGEST_ID ? `${latin.slice(0, LONGEST_START)}-${number}` : latin;
}
