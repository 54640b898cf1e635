import { characterLength, foldAt } from './fold';

/**
 * A text in the letters that all its variants share (simplified, half width, lower case), for a search
 * box that should not mind how a reader writes. Nothing is taken out, and offsets are not kept: for
 * matching there is `normalize`. Time linear.
 *
 * @example
 * foldText('兩江新區 ＡＢＣ')  // → '两江新区 abc'
 */
export function foldText(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += characterLength(text, at)) folded += foldAt(text, at);
  return folded;
}
