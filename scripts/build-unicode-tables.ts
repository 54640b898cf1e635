/**
 * Makes `assets/tables/unihan-readings.txt` and `assets/tables/radical-equivalents.txt` from the
 * Unicode Character Database. Run by hand when Unicode changes: the files are checked in, since no
 * npm package carries Unihan at a current version. The folder given must hold
 * `Unihan_Readings.txt` and `EquivalentUnifiedIdeograph.txt` (Debian: package `unicode-data`,
 * the first one packed with bzip2).
 *
 * @example node scripts/build-unicode-tables.ts /usr/share/unicode
 */
import { readFileSync, writeFileSync } from 'node:fs';

/** Fields with a Mandarin reading, and how each writes it: bare, or after a `page:`; with a `(count)`. */
const FIELDS = new Set(['kMandarin', 'kHanyuPinlu', 'kHanyuPinyin', 'kTGHZ2013', 'kXHC1983']);

/** `lǜ` → `lu`: no tone, no diaeresis. That loses 律/路 and keeps `lv`, `lü` and `lu` alike. */
function plainSyllable(syllable: string): string {
  return syllable.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function* readLines(path: string): Generator<string> {
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line !== '' && !line.startsWith('#')) yield line;
  }
}

function buildReadings(path: string): string {
  const charactersOf = new Map<string, Set<string>>();
  for (const line of readLines(path)) {
    const [codePoint = '', field = '', value = ''] = line.split('\t');
    const code = Number.parseInt(codePoint.slice(2), 16);
    if (!FIELDS.has(field) || code > 0xffff) continue;
    const parts = value.split(' ').flatMap((group) => group.replace(/^.*:/, '').split(','));
    for (const part of parts) {
      const syllable = plainSyllable(part.replace(/\(.*$/, ''));
      if (!/^[a-z]+$/.test(syllable)) throw new Error(`Not a syllable: ${part} of ${codePoint}`);
      const characters = charactersOf.get(syllable) ?? new Set();
      charactersOf.set(syllable, characters.add(String.fromCharCode(code)));
    }
  }
  const rows = [...charactersOf].sort(([a], [b]) => (a < b ? -1 : 1));
  return rows.map(([syllable, characters]) => `${syllable} ${[...characters].sort().join('')}\n`).join('');
}

function buildEquivalents(path: string): string {
  const pairs: string[] = [];
  for (const line of readLines(path)) {
    const [range = '', ideograph = ''] = line.replace(/#.*/, '').split(';');
    const [first = '', last = first] = range.trim().split('..');
    const to = String.fromCodePoint(Number.parseInt(ideograph.trim(), 16));
    for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code++) {
      pairs.push(`${String.fromCodePoint(code)} ${to}\n`);
    }
  }
  return pairs.join('');
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say which folder holds the Unicode Character Database');
const tables = new URL('../assets/tables/', import.meta.url);
writeFileSync(new URL('unihan-readings.txt', tables), buildReadings(`${folder}/Unihan_Readings.txt`));
writeFileSync(
  new URL('radical-equivalents.txt', tables),
  buildEquivalents(`${folder}/EquivalentUnifiedIdeograph.txt`),
);
