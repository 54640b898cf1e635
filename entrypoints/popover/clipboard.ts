/**
 * Puts a text on the clipboard, from the handler of a click or key; whether it went well. Pages without https and
 * frames without the permission have no `navigator.clipboard`: there the old command has to do, which asks
 * the document for what to copy and leaves its selection alone.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    // The page has no business with what a reader copies from us.
    event.stopImmediatePropagation();
  };
  addEventListener('copy', give, { capture: true, once: true });
  try {
    return document.execCommand('copy');
  } finally {
    removeEventListener('copy', give, { capture: true });
  }
}
