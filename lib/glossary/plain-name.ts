import { MAX_NAME_LENGTH } from './limits';

/**
 * What somebody has typed or pasted, as a name that a header can hold: on one line, whole characters, no longer than
 * allowed. Empty if there is nothing to be seen.
 */
export function plainName(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MAX_NAME_LENGTH)
    .toWellFormed()
    .trimEnd();
}
