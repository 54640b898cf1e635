import { foldLong, foldTable } from './fold';

const FIRST_HIGH_SURROGATE = 0xd800;
const LAST_HIGH_SURROGATE = 0xdbff;

/**
 * A text in the letters that all its variants share (simplified, half width, lower case), for a search
 * box that should not mind how a reader writes. Nothing is taken out, and offsets are not kept: for
 * matching there is `normalize`.
 *
 * @example
 * foldText('兩江新區 ＡＢＣ')  // → '两江新区 abc'
 */
export function foldText(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < FIRST_HIGH_SURROGATE || unit > LAST_HIGH_SURROGATE) {
      folded += String.fromCharCode(foldTable[unit] ?? unit);
      continue;
    }
    const codePoint = text.codePointAt(at) ?? unit;
    folded += foldLong(codePoint);
    if (codePoint > 0xffff) at++;
  }
  return folded;
}
