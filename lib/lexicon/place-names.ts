import { childOf, PLACE, PLACE_NAME } from './packed-words';
import { nodeOf, type WordSource } from './word-source';

/** What places are called after their name: the kinds of the land, of settlements, and of what stands in them. */
export const PLACE_KINDS = '省市县区州镇乡村岛山河湖江海洋湾峡谷岭峰洞泉溪沟塘桥路街港站城寨寺庙宫塔';

/** The longest name without its kind. */
export const LONGEST_PLACE_NAME = 3;

/**
 * What the characters [start, end) of a folded text name, read together with the one after them:
 *
 * - `place`: with it they are a place of the lists, as 巴城 is in 巴城镇
 * - `name`: they are the name of such a place, before the kind of another: 木城 in 木城河
 */
export function readPlaceName(
  source: WordSource,
  text: string,
  start: number,
  end: number,
): 'place' | 'name' | undefined {
  const { tree } = source;
  const node = nodeOf(source, text, start, end);
  if (node === 0 || end >= text.length) return undefined;
  const withKind = childOf(tree, node, text.charCodeAt(end));
  if (((tree.flags[withKind] ?? 0) & PLACE) !== 0) return 'place';
  const isName = ((tree.flags[node] ?? 0) & PLACE_NAME) !== 0;
  return isName && PLACE_KINDS.includes(text.charAt(end)) ? 'name' : undefined;
}
