/** A host with a dot in it, `localhost`, or an address in numbers; all as `URL` writes them: in ASCII. */
const HOST = /^(?:localhost|\[[\da-f:.]+\]|[a-z\d_-]+(?:\.[a-z\d_-]+)+)$/;

/**
 * The host name in what a reader typed or pasted, or `undefined`: an address with or without its
 * scheme, path or port.
 *
 * @example
 * readSite('HTTPS://News.Example.com/a?b')  // → 'news.example.com'
 */
export function readSite(typed: string): string | undefined {
  const trimmed = typed.trim();
  if (/\s/.test(trimmed)) return undefined;
  const address = /^[a-z][\w+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && HOST.test(hostname) ? hostname : undefined;
}
