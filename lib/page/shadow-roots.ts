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

/** Nothing is in it but at most one blank text. */
function isEmpty(element: Element): boolean {
  const { firstChild } = element;
  if (firstChild === null) return true;
  return (
    firstChild.nodeType === Node.TEXT_NODE &&
    firstChild.nextSibling === null &&
    !/\S/.test((firstChild as Text).data)
  );
}

/** Whether the element may be given a shadow root later: custom elements, and empty ones that wait for content. */
export function mayBecomeHost(element: Element): boolean {
  const name = element.localName;
  return name.includes('-') || (HOST_NAMES.has(name) && isEmpty(element));
}

/**
 * The element's shadow root, open or closed, if it has one.
 *
 * Chromium's way to a closed one costs some microseconds for every element asked, so there only custom
 * elements and empty ones are: a closed root on a plain element with content of its own is not found.
 */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  if (element.shadowRoot !== null) return element.shadowRoot;
  if (openInChromium === undefined) return (element as FirefoxElement).openOrClosedShadowRoot ?? undefined;
  return mayBecomeHost(element) ? (openInChromium(element) ?? undefined) : undefined;
}
