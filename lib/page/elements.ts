import { HOST_NAME } from './popover-bridge';

/**
 * Which elements separate text, which join it, and which are not read at all. Names are local names, so
 * that XHTML pages work too.
 */

/** What an element's name says about the text in it, where it says anything. */
type NameKind =
  /** A paragraph of its own if it has a box of whatever kind: cells and list items included. */
  | 'block'
  /** Ends a line or fills a place in it: no term goes on behind it. */
  | 'break'
  /** Its text is not the page's prose: left out, and nothing breaks at it. */
  | 'skipped'
  /** Formats words within a line; without attributes hardly any style sheet makes it anything else. */
  | 'formatting';

const NAMES_BY_KIND: Readonly<Record<NameKind, string>> = {
  block:
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup legend li main menu nav ol optgroup option p pre ' +
    'search section summary table tbody td tfoot th thead tr ul',
  break:
    'br hr img picture video audio canvas iframe frame object embed input select textarea svg math meter progress',
  skipped:
    // The last is our own: what the popover says is not the page's text.
    `script style noscript template head title code kbd samp rt rp rtc datalist noembed noframes xmp wbr ${HOST_NAME}`,
  formatting: 'b i u s em strong small big sub sup mark font q cite abbr dfn ins del bdi bdo tt strike var',
};

const KINDS = new Map(
  (Object.entries(NAMES_BY_KIND) as [NameKind, string][]).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind] as const),
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

/** Whether a whole document is written in, as old rich-text fields are: a frame in design mode. */
export function isEditor(document: Document): boolean {
  const root: Element | null = document.documentElement;
  return document.designMode === 'on' || (!!root && isEditingHost(root));
}

/**
 * The role of an element, from its name, and from its computed style where the name does not settle it.
 * Its ancestors are taken to be shown.
 */
export function roleOf(element: Element): ElementRole {
  const kind = KINDS.get(element.localName);
  if (kind === 'skipped' || kind === 'break') return kind;
  const bare = !element.hasAttributes();
  if (!bare && isEditingHost(element)) return 'break';
  if (kind === 'block' && element.checkVisibility()) return 'block';
  if (bare && kind === 'formatting') return 'inline';
  // Nothing else need be asked: what floats or is positioned absolutely has the display of a block (CSS 2.2, 9.7).
  const { display } = getComputedStyle(element);
  if (display === 'none') return 'hidden';
  // Without a box of its own an element sets nothing apart, whatever its name: the wrappers of many apps.
  if (display === 'contents') return 'inline';
  if (kind === 'block') return 'hidden';
  return display.startsWith('inline') || display.startsWith('ruby') ? 'inline' : 'block';
}

/** Whether an element is a block by its name, as long as it is shown and nobody writes in it. */
export function isBlockByName(element: Element): boolean {
  return KINDS.get(element.localName) === 'block';
}

/** Whether the text before an element and that behind it are not read as one, by its name. */
export function separatesByName(element: Element): boolean {
  const kind = KINDS.get(element.localName);
  return kind === 'block' || kind === 'break';
}

/** A place whose direct text forms text blocks: a block element or a shadow root. */
export type Container = Element | ShadowRoot;

/** Where the text of a node is read. */
export interface TextPlace {
  /** The container whose text blocks hold it; none where text is not read: in skipped or editable elements. */
  container?: Container;
  /** What hides it: the innermost element around it that is not shown. */
  hidden?: Element;
}

/** Finds where the text of a node is read: nowhere outside the document. */
export function findPlace(node: Node): TextPlace {
  if (!node.isConnected) return {};
  let container: Container | undefined;
  for (let at: Node | null = node; at !== null; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof ShadowRoot) {
      container ??= at;
      continue;
    }
    if (!(at instanceof Element)) continue;
    const role = roleOf(at);
    if (role === 'hidden') return { hidden: at };
    if (role === 'skipped' || role === 'break') return {};
    if (role === 'block' || at === at.ownerDocument.documentElement) container ??= at;
  }
  return container ? { container } : {};
}
