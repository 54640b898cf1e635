import { readColour } from './colour';
import { contains } from './rects';
import { HTML_NAMESPACE } from './shadow-roots';

/**
 * Which elements a reader looks through without knowing of them: news sites lay an empty link over a whole card, so
 * that a click anywhere on it opens the article. In doubt an element is taken to cover what is behind it.
 */

/** What these draw is not told by their style. */
const DRAWN_BY_CONTENT =
  /^(img|picture|video|audio|canvas|iframe|frame|object|embed|input|select|textarea|progress|meter)$/;

/** A ground fainter than this tints a card that is pointed at; what dims the page behind a dialog is stronger. */
const COVERING_ALPHA = 0.2;

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

const isFaint = (colour: string): boolean => readColour(colour).alpha < COVERING_ALPHA;

const hasFaintBorder = (style: CSSStyleDeclaration): boolean =>
  SIDES.every(
    (side) => Number.parseFloat(style[`border${side}Width`]) === 0 || isFaint(style[`border${side}Color`]),
  );

/** Whether a box of this style has no ground: borders and content aside. */
const hasNoGround = (style: CSSStyleDeclaration): boolean =>
  isFaint(style.backgroundColor) &&
  style.backgroundImage === 'none' &&
  style.filter === 'none' &&
  // Firefox has no value for it where it is switched off.
  (style.backdropFilter || 'none') === 'none' &&
  !style.boxShadow.includes('inset');

/** Whether a point of a box is inside all of its borders that are to be seen. */
function isInsideBorders(rect: DOMRect, style: CSSStyleDeclaration, x: number, y: number): boolean {
  const distances = [y - rect.top, rect.right - x, rect.bottom - y, x - rect.left];
  return SIDES.every((side, i) => {
    const width = Number.parseFloat(style[`border${side}Width`]);
    return width === 0 || (distances[i] ?? 0) > width || isFaint(style[`border${side}Color`]);
  });
}

/** Whether an element's own text, not that of elements in it, is to be read at a point. */
function hasTextAt(element: Element, x: number, y: number): boolean {
  if (isFaint(getComputedStyle(element).color)) return false;
  for (const node of element.childNodes) {
    if (!(node instanceof Text) || node.data.trim() === '') continue;
    const range = new Range();
    range.selectNode(node);
    if ([...range.getClientRects()].some((rect) => contains(rect, x, y))) return true;
  }
  return false;
}

/** The boxes that the style sheet has put beside an element's content, and may have laid over other things. */
function pseudosOver(element: Element): CSSStyleDeclaration[] {
  return ['::before', '::after']
    .map((name) => getComputedStyle(element, name))
    .filter(
      ({ content, display, position }) =>
        // What stands in the text is where the text is.
        !/^(none|normal)$/.test(content) && display !== 'none' && position !== 'static',
    );
}

/** Whether something that the style sheet has made of an element may lie over other things. */
export function hasPseudoOver(element: Element): boolean {
  return pseudosOver(element).length > 0;
}

/** Whether nothing is to be seen of it; where it lies is not known. */
export function hasClearPseudos(element: Element): boolean {
  return pseudosOver(element).every((style) => {
    const isBlank = /^("\s*"|'\s*')$/.test(style.content) || isFaint(style.color);
    return Number(style.opacity) === 0 || (isBlank && hasNoGround(style) && hasFaintBorder(style));
  });
}

/** Whether an element leaves to be seen what is behind it at a point of the viewport (CSS pixels). */
export function isSeeThrough(element: Element, x: number, y: number): boolean {
  const style = getComputedStyle(element);
  if (Number(style.opacity) === 0) return true;
  if (element.namespaceURI !== HTML_NAMESPACE || DRAWN_BY_CONTENT.test(element.localName)) return false;
  // What is in the top layer has a backdrop, and the rest of the page waits behind it.
  if (element.matches(':modal, :popover-open')) return false;
  const boxes = [...element.getClientRects()].filter((rect) => contains(rect, x, y));
  const hasNothingHere =
    boxes.length === 0 || (hasNoGround(style) && boxes.every((rect) => isInsideBorders(rect, style, x, y)));
  return hasNothingHere && !hasTextAt(element, x, y) && hasClearPseudos(element);
}
