import type { Tab } from '../../scripts/browser/driver.ts';

/** Drops a file on the page, as if it came from the desktop. */
export function dropFile(tab: Tab, name: string, bytes: Uint8Array): Promise<void> {
  return dropFiles(tab, [name], bytes);
}

/** Drops several files with the same bytes. */
export async function dropFiles(tab: Tab, names: readonly string[], bytes: Uint8Array): Promise<void> {
  await tab.page.evaluate(
    (fileNames, values) => {
      const data = new DataTransfer();
      for (const name of fileNames) data.items.add(new File([Uint8Array.from(values)], name));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    },
    names,
    [...bytes],
  );
}

/** Catches the file that a click saves. */
export async function savedBy(tab: Tab, click: () => Promise<void>): Promise<{ name: string; text: string }> {
  const saved = tab.page.evaluate(
    () =>
      new Promise<{ name: string; text: string }>((resolve) => {
        let blob = new Blob();
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (made: Blob) => {
          blob = made;
          return make(made);
        };
        HTMLAnchorElement.prototype.click = async function (this: HTMLAnchorElement) {
          resolve({ name: this.download, text: await blob.text() });
        };
      }),
  );
  await click();
  return saved;
}

/** Has the page's own file field take a file, as if it had been picked. */
export async function pickFile(tab: Tab, selector: string, name: string, text: string): Promise<void> {
  await tab.page.waitForSelector(selector);
  await tab.page.evaluate(
    (css, fileName, content) => {
      const input = document.querySelector<HTMLInputElement>(css);
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      if (input === null) return;
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    selector,
    name,
    text,
  );
}
