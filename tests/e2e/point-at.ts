import type { Popover, Tab } from '../../scripts/browser/driver.ts';

/** Rests the pointer on the n-th mark with this text (from 0), once it is there, and waits for its popover. */
export async function pointAt(tab: Tab, text: string, n = 0): Promise<Popover> {
  await tab.waitForMarks((texts) => texts.filter((one) => one === text).length > n);
  await tab.hover(text, n);
  return tab.waitForPopover(({ label }) => label === text);
}
