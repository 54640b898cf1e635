/**
 * How texts stand in the cells of a table.
 *
 * A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula,
 * the full-width forms included in some locales, and runs it (OWASP, "CSV injection"). Such cells get an
 * apostrophe in front, which spreadsheets read as "this is text". A text with blanks at an end gets one too:
 * it says that they belong to it.
 */
const NEEDS_GUARD = /^['=+\-@＝＋－＠\t\r]|^\s|\s$/;

const GUARD = "'";

/** A text as a cell. */
export function guardCell(text: string): string {
  return NEEDS_GUARD.test(text) ? GUARD + text : text;
}

/** The text of a cell: without its guard, or else without the blanks around it. Lines end with LF. */
export function readCell(cell: string): string {
  if (cell === '') return cell;
  const text = cell.includes('\r') ? cell.replace(/\r\n?/g, '\n') : cell;
  if (text.startsWith(GUARD) && NEEDS_GUARD.test(text.slice(1))) return text.slice(1);
  return text.trim();
}

const EMPTY_LIST = '[]';

/** Several texts in one cell: `a|b`; a bar or backslash in a text has a backslash before it. */
export function joinList(texts: readonly string[]): string {
  if (texts.length === 0) return EMPTY_LIST;
  const cell = texts.map((text) => text.replace(/[\\|]/g, '\\$&')).join('|');
  return cell === EMPTY_LIST ? `\\${cell}` : cell;
}

/** The texts of a cell that `joinList` wrote. */
export function splitList(cell: string): string[] {
  if (cell === EMPTY_LIST) return [];
  const texts = [''];
  for (let at = 0; at < cell.length; at++) {
    const char = cell.charAt(at);
    if (char === '|') texts.push('');
    else if (char === '\\') texts[texts.length - 1] += cell.charAt(++at);
    else texts[texts.length - 1] += char;
  }
  return texts;
}

/** Names as people list them in a cell: with bars, semicolons, line ends, Chinese or full-width commas between. */
export function splitNames(cell: string): string[] {
  return cell
    .split(/[|;；、，\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** What a spreadsheet calls a column that is counted from 0: A … Z, AA … */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}
