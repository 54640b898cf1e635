/** What runs in the page that is measured: each function is sent there as its source, and stands alone. */

/** An act, and what it makes appear. */
export interface Timed {
  /** Clicked at the start; left out: the clock starts with the next `change` of a form. */
  click?: string;
  selector: string;
}

/** Time from an act until what it leads to is drawn, in ms. */
export async function timeUntil({ click, selector }: Timed): Promise<number> {
  const nextChange = (): Promise<unknown> =>
    new Promise((resolve) => document.addEventListener('change', resolve, { capture: true, once: true }));
  if (click === undefined) await nextChange();
  const start = performance.now();
  if (click !== undefined) document.querySelector<HTMLElement>(click)?.click();
  while (document.querySelector(selector) === null) {
    if (performance.now() - start > 60_000) throw new Error(`Nothing like ${selector} came`);
    await new Promise(requestAnimationFrame);
  }
  // A task behind a frame: the frame has been drawn.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

/** Time from a keystroke in the search field until the number of concepts found is drawn, in ms. */
export async function timeSearch(text: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  const found = (): string | undefined => document.querySelector('.browser-count')?.textContent ?? undefined;
  const before = found();
  if (field === null) throw new Error('There is no search field');
  const start = performance.now();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  while (found() === before) {
    if (performance.now() - start > 60_000) throw new Error(`Still: ${before}`);
    await new Promise(requestAnimationFrame);
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

/** Scrolls the table by some screens, a bit each frame; the longest time between two frames, in ms. */
export async function timeScroll(): Promise<number> {
  const table = document.querySelector<HTMLElement>('.table');
  if (table === null) throw new Error('There is no table');
  let [longest, last] = [0, await new Promise(requestAnimationFrame)];
  for (let frame = 0; frame < 120; frame++) {
    // Now and then a leap to another part of the list, as with the scroll bar.
    table.scrollTop += frame % 20 === 19 ? table.scrollHeight / 8 : 120;
    const now: number = await new Promise(requestAnimationFrame);
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
}

/** Time from a click on “save” until the browser has the file, in ms. */
export async function timeExport(format: string): Promise<number> {
  document.querySelector<HTMLElement>(`.export-form input[value="${format}"]`)?.click();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const { click } = HTMLAnchorElement.prototype;
  const saved = new Promise<void>((resolve) => {
    HTMLAnchorElement.prototype.click = () => resolve();
  });
  const start = performance.now();
  document.querySelector<HTMLElement>('.export-form > .actions .primary')?.click();
  await saved;
  HTMLAnchorElement.prototype.click = click;
  return performance.now() - start;
}
