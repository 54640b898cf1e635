/** What `chrome.dom` and Firefox's Element offer to extensions; neither is in the DOM's types. */
interface ExtensionDom {
  chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}
interface FirefoxElement extends Element {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

/** In XML documents any element may have the name of one of HTML. */
export const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';

/** Elements other than custom ones that the DOM standard lets have a shadow root. */
const HOST_NAMES = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

const openInChromium = (globalThis as ExtensionDom).chrome?.dom?.openOrClosedShadowRoot;

/** Whether the DOM standard lets an element have a shadow root. */
export function canBeHost(element: Element): boolean {
  const { localName } = element;
  return (HOST_NAMES.has(localName) || localName.includes('-')) && element.namespaceURI === HTML_NAMESPACE;
}

/**
 * Whether an element may be given a shadow root later: a custom element, or a plain one that waits for content.
 *
 * @param isEmpty there is no text and no block below the element
 */
export function mayBecomeHost(element: Element, isEmpty: boolean): boolean {
  return element.localName.includes('-') || (isEmpty && canBeHost(element));
}

/**
 * The element's shadow root, open or closed, if it has one. Chromium's way to a closed one costs 2 µs for every
 * element asked, so elements that can't have one are not.
 */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  if (!canBeHost(element)) return undefined;
  if (openInChromium !== undefined) return openInChromium(element) ?? undefined;
  return (element as FirefoxElement).openOrClosedShadowRoot ?? undefined;
}
