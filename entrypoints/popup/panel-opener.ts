import { browser } from 'wxt/browser';

/** Firefox's API, which the shared types lack. */
interface SidebarAction {
  open(): Promise<void>;
}

/**
 * How the side panel is opened in this browser, if it has one. Browsers open it only while a click is being
 * handled: the function given waits for nothing first.
 */
export async function findPanelOpener(): Promise<(() => Promise<void>) | undefined> {
  const { sidebarAction } = browser as unknown as { sidebarAction?: SidebarAction };
  if (sidebarAction !== undefined) return () => sidebarAction.open();
  if (browser.sidePanel === undefined) return undefined;
  const { id: windowId } = await browser.windows.getCurrent();
  return windowId === undefined ? undefined : () => browser.sidePanel.open({ windowId });
}
