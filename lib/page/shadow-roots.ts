/** What `chrome.dom` and Firefox's Element offer to extensions; neither is in the DOM's types. */
interface ExtensionDom {
  chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}
interface FirefoxElement extends Element {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

/** Elements other than custom ones that the DOM standard lets have a shadow root. */
const HOST_NAMES = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

const openInChromium = (globalThis as ExtensionDom).chrome?.dom?.openOrClosedShadowRoot;

/** Whether the element is of a kind that can have a shadow root. */
export function canHostShadow(element: Element): boolean {
  return element.localName.includes('-') || HOST_NAMES.has(element.localName);
}

/** The element's shadow root, open or closed, if it has one. */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  if (!canHostShadow(element)) return undefined;
  if (element.shadowRoot !== null) return element.shadowRoot;
  const root = openInChromium ? openInChromium(element) : (element as FirefoxElement).openOrClosedShadowRoot;
  return root ?? undefined;
}
