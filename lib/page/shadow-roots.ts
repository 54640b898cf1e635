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

/** The element's shadow root, open or closed, if it has one. */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  return canBeHost(element) ? shadowRootOfHost(element) : undefined;
}

/** As `shadowRootOf`, of an element that can be a host: Chromium's way to a closed one costs more than a µs for each. */
export function shadowRootOfHost(element: Element): ShadowRoot | undefined {
  if (openInChromium !== undefined) return openInChromium(element) ?? undefined;
  return (element as FirefoxElement).openOrClosedShadowRoot ?? undefined;
}
