/**
 * Which elements separate text, which join it, and which are not read at all. Names are local names, so
 * that XHTML pages work too.
 */

/** Elements that stand for a paragraph of their own whatever their style: cells and list items included. */
const BLOCK_NAMES = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup legend li main menu nav ol optgroup option p pre ' +
    'search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements that end a line or fill a place in it: no term goes on behind them. */
const BREAK_NAMES = new Set(
  'br hr img picture video audio canvas iframe frame object embed input select textarea svg math meter progress'.split(
    ' ',
  ),
);

/** Elements whose text is not the page's prose. Their text is left out, and nothing breaks at them. */
const SKIPPED_NAMES = new Set(
  'script style noscript template head title code kbd samp rt rp rtc datalist noembed noframes xmp'.split(
    ' ',
  ),
);

/** What an element does to the text around it and in it. */
export type ElementRole =
  /** Its text is part of the text around it. */
  | 'inline'
  /** Its text stands apart. */
  | 'block'
  /** It ends the text before it and holds none to read. */
  | 'break'
  /** As if it were not there. */
  | 'skipped'
  /** As `skipped`, but it may be shown later. */
  | 'hidden';

/** Text that a reader is writing is theirs: it is never read. */
export function isEditingHost(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  return (
    (editable !== null && editable.toLowerCase() !== 'false') || element.getAttribute('role') === 'textbox'
  );
}

/**
 * The role of an element, from its name, and from its computed style where the name does not settle it.
 * Its ancestors are taken to be shown.
 */
export function roleOf(element: Element): ElementRole {
  const name = element.localName;
  if (SKIPPED_NAMES.has(name)) return 'skipped';
  if (BREAK_NAMES.has(name)) return 'break';
  if (isEditingHost(element)) return 'break';
  if (BLOCK_NAMES.has(name)) return element.checkVisibility() ? 'block' : 'hidden';
  if (name === 'wbr') return 'skipped';
  const { display, position, float } = getComputedStyle(element);
  if (display === 'none') return 'hidden';
  if (position === 'absolute' || position === 'fixed' || float !== 'none') return 'block';
  return display.startsWith('inline') || display.startsWith('ruby') || display === 'contents'
    ? 'inline'
    : 'block';
}

/** A place whose direct text forms text blocks: a block element or a shadow root. */
export type Container = Element | ShadowRoot;

/**
 * The container whose text blocks hold a node, or `undefined` where text is not read: in skipped or
 * editable elements, and outside the document.
 */
export function containerOf(node: Node): Container | undefined {
  if (!node.isConnected) return undefined;
  let container: Container | undefined;
  for (let at: Node | null = node; at !== null; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof ShadowRoot) {
      container ??= at;
      continue;
    }
    if (!(at instanceof Element)) continue;
    const role = roleOf(at);
    if (role === 'skipped' || role === 'break' || role === 'hidden') return undefined;
    if (role === 'block' || at === at.ownerDocument.documentElement) container ??= at;
  }
  return container;
}
