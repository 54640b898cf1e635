import { foldText } from './fold-text';

/** How Chinese characters are read: each by itself, and in the words that read them otherwise. */
export interface ReadingTable {
  characters: ReadonlyMap<string, string>;
  /** By the folded word: a syllable for each of its characters. */
  words: ReadonlyMap<string, readonly string[]>;
  longestWord: number;
}

/**
 * Reads the table that `scripts/build-pinyin.ts` makes: lines of a syllable and its characters, an empty
 * line, lines of a word and its syllables.
 */
export function parseReadingTable(file: string): ReadingTable {
  const [singles = '', words = ''] = file.split('\n\n');
  const characters = new Map<string, string>();
  for (const line of singles.split('\n')) {
    const [syllable = '', those = ''] = line.split(' ');
    for (const character of those) characters.set(character, syllable);
  }
  const byWord = new Map<string, string[]>();
  let longestWord = 1;
  for (const line of words.split('\n')) {
    const [word = '', ...syllables] = line.split(' ');
    byWord.set(word, syllables);
    longestWord = Math.max(longestWord, word.length);
  }
  return { characters, words: byWord, longestWord };
}

/**
 * The pinyin of a term, a syllable for each character; what is no Chinese character stays as it is.
 * `undefined` if there is nothing to read. Words are looked up longest first, from the left. Time linear in
 * the length of the text, times that of the longest word.
 *
 * @example
 * spellPinyin(table, '重慶高新区')  // → 'chóng qìng gāo xīn qū'
 */
export function spellPinyin(table: ReadingTable, text: string): string | undefined {
  const characters = [...text];
  const folded = characters.map(foldText);
  const parts: string[] = [];
  let other = '';
  let known = false;
  const closeOther = (): void => {
    if (other.trim() !== '') parts.push(other.trim());
    other = '';
  };
  for (let at = 0; at < characters.length; ) {
    const word = wordAt(table, folded, at);
    const syllable = table.characters.get(characters[at] ?? '');
    if (word === undefined && syllable === undefined) {
      other += characters[at];
      at++;
      continue;
    }
    closeOther();
    known = true;
    parts.push(...(word ?? [syllable ?? '']));
    at += word?.length ?? 1;
  }
  closeOther();
  return known ? parts.join(' ') : undefined;
}

function wordAt({ words, longestWord }: ReadingTable, folded: readonly string[], at: number) {
  for (let length = Math.min(longestWord, folded.length - at); length > 1; length--) {
    const found = words.get(folded.slice(at, at + length).join(''));
    if (found !== undefined) return found;
  }
  return undefined;
}
