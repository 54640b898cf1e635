/** Whether what had the focus is gone: who uses the keyboard would have to begin at the top of the page. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
