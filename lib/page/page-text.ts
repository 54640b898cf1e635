import { decodeText } from '@/lib/glossary/formats/decode';
import { readBlocks } from './html-blocks';

/** Where pages that the server says nothing about say in which encoding they are: in their first bytes (HTML, 13.2.3.2). */
const PRESCANNED_BYTES = 1024;

/**
 * The text of a page as a server sent it, a line for each paragraph; a text file as it is. Nothing of the page is run
 * or loaded, so what its scripts would have written is not there.
 *
 * @param contentType the header of that name; empty if there was none
 * @returns an empty string for what is no text
 */
export function readPageText(bytes: Uint8Array, contentType: string): string {
  const [type = ''] = contentType.split(';');
  if (/^(image|audio|video|font)\/|^application\/(pdf|zip|octet-stream)/i.test(type.trim())) return '';
  const text = decode(bytes, contentType);
  if (!/^\s*</.test(text) && !/html/i.test(type)) return text.trim();
  const { body } = new DOMParser().parseFromString(text, 'text/html');
  for (const element of body.querySelectorAll(
    'rt, rp, script, style, noscript, template, textarea, select',
  )) {
    element.remove();
  }
  return readBlocks(body)
    .map((block) => block.text)
    .join('\n');
}

/** By the header, then by the page's own `meta`, then by what the bytes look like. */
function decode(bytes: Uint8Array, contentType: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCANNED_BYTES));
  const named = charsetOf(contentType) ?? charsetOf(/<meta[^>]*charset[^>]*>/i.exec(start)?.[0] ?? '');
  if (named !== undefined) {
    try {
      return new TextDecoder(named).decode(bytes);
    } catch (error) {
      // An encoding that nobody knows.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  const decoded = decodeText(bytes);
  return decoded.ok ? decoded.text : '';
}

const charsetOf = (text: string): string | undefined => /charset\s*=\s*["']?([\w-]+)/i.exec(text)?.[1];
