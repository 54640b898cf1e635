import { characterLength } from './fold';
import { classAt, classBefore, IGNORABLE } from './script';

/** Some classes of characters as bits. `OTHER`, which the ends of a text have too, is never one of them. */
export function classSet(...classes: readonly number[]): number {
  return classes.reduce((set, each) => set | (1 << each), 0);
}

/** What no reader sees. */
export const UNSEEN = classSet(IGNORABLE);

/** Steps over characters of some classes: where the first one of another class begins. Time linear in them. */
export function skipAhead(text: string, offset: number, classes: number): number {
  let at = offset;
  while (((classes >> classAt(text, at)) & 1) === 1) at += characterLength(text, at);
  return at;
}

/** Steps back over characters of some classes: where the last one of another class ends. Time linear in them. */
export function skipBack(text: string, offset: number, classes: number): number {
  let at = offset;
  while (((classes >> classBefore(text, at)) & 1) === 1) at -= characterLength(text, at - 2);
  return at;
}
