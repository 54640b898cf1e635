/**
 * What stands on one line, of a file in which it may have had several: tabs, line ends and other control characters are
 * blanks. Without any it stays as it is.
 */
export function cleanLine(text: string): string {
  return /\p{Cc}/u.test(text) ? text.replace(/[\p{Cc}\s]+/gu, ' ').trim() : text;
}

/** As `cleanLine`, for a text of several lines, which end with LF. */
export function cleanProse(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
}
