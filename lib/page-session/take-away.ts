/** Long enough for the browser to have begun to read the file. */
const FREE_DELAY_MS = 60_000;

/** Has the browser save a text as a file. */
export function saveFile(name: string, text: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), FREE_DELAY_MS);
}

/** A name for a file about a page: where it is from, and of which day. */
export function fileName(site: string | undefined, date: string, extension: string): string {
  const host = (site ?? '').replace(/[^\p{L}\p{N}.-]+/gu, '');
  return `${['pangzhu', host, date].filter((part) => part !== '').join('-')}.${extension}`;
}
