import type { Token } from 'markdown-it';
import { splitNames } from '@/lib/glossary/formats/table/cells';

/** A paragraph or item of a list that is an entry: what it names, by one name or several, and what is said of it. */
export interface LineEntry {
  names: string[];
  definition: string;
}

/** `**果园港**：重庆的港口` */
export function boldEntry(inline: Token): LineEntry | undefined {
  const parts = inline.children ?? [];
  const end = parts.findIndex(({ type }) => type === 'strong_close');
  if (parts.find(({ type, content }) => type !== 'text' || content !== '')?.type !== 'strong_open' || end < 0)
    return undefined;
  const names = inlineNames(parts.slice(0, end));
  const rest = joinText(parts.slice(end + 1));
  const last = names.at(-1) ?? '';
  if (/[:：]$/.test(last))
    return { names: names.with(-1, last.slice(0, -1).trim()), definition: rest.trim() };
  const colon = /^\s*(?:[:：]|[-–—]+)\s*/.exec(rest)?.[0];
  return colon === undefined ? undefined : { names, definition: rest.slice(colon.length).trim() };
}

/** Nothing longer is taken for a term, in code units: before the colon then stands half a sentence. */
const LONGEST_NAME = 60;

/** A colon, not that of 16:9 or of an address; a dash that is as wide as a character; any dash between blanks. */
const SEPARATOR = /\s*(?:：|:(?![\d/])|—+)\s*|\s+[-–]+\s+/;

/** `果园港：重庆的港口`, `Guoyuan Port — a port`; nothing where a sentence seems to go on. */
export function plainEntry(inline: Token): LineEntry | undefined {
  const text = joinText(inline.children ?? []).trim();
  const separator = SEPARATOR.exec(text);
  if (separator === null) return undefined;
  const name = text.slice(0, separator.index);
  const definition = text.slice(separator.index + separator[0].length);
  const isTerm = name !== '' && name.length <= LONGEST_NAME && !/[。！？!?]/.test(name);
  return isTerm && definition !== '' ? { names: splitNames(name), definition } : undefined;
}

/** Of the items of a list, so many have to be entries for it to be one of terms. */
const ENOUGH = 2 / 3;

/** What a text says in lists of terms. */
export interface ListEntries {
  entries: ReadonlyMap<Token, LineEntry>;
  /** Lines of their items that are no entries, counted from 1. */
  odd: number[];
}

interface Item {
  text: Token | undefined;
  line: number;
}

/** Finds the lists of a text in which most items are entries, bold or plain. */
export function findListEntries(tokens: readonly Token[]): ListEntries {
  const entries = new Map<Token, LineEntry>();
  const odd: number[] = [];
  const open: Item[][] = [];
  tokens.forEach(({ type, map }, at) => {
    if (/^(bullet|ordered)_list_open$/.test(type)) open.push([]);
    else if (type === 'list_item_open') {
      const text = tokens[at + 1]?.type === 'paragraph_open' ? tokens[at + 2] : undefined;
      open.at(-1)?.push({ text, line: (map?.[0] ?? 0) + 1 });
    } else if (/^(bullet|ordered)_list_close$/.test(type)) {
      const items = open.pop() ?? [];
      const found = items.map(({ text }) => text && (boldEntry(text) ?? plainEntry(text)));
      if (found.filter((entry) => entry !== undefined).length < items.length * ENOUGH) return;
      items.forEach(({ text, line }, item) => {
        const entry = found[item];
        if (text !== undefined && entry !== undefined) entries.set(text, entry);
        else odd.push(line);
      });
    }
  });
  return { entries, odd: odd.sort((a, b) => a - b) };
}

/**
 * The names that a text lists. What is written as a character reference, or with a backslash, parts none: so a name keeps
 * its own comma or semicolon. Tokens of both kinds are `text_special`, as long as they are not joined with their neighbours.
 */
export function inlineNames(parts: readonly Token[]): string[] {
  const written: string[] = [];
  // Markdown has no NUL: what stands for one in a text has become U+FFFD.
  const plain = parts.map(({ type, content }) => {
    if (type !== 'text_special') return { type, content };
    written.push(content);
    return { type, content: '\0' };
  });
  return splitNames(joinText(plain)).map((name) => name.replaceAll('\0', () => written.shift() ?? ''));
}

/** The text of inline tokens. A line that ends between two Chinese characters ends no word: no blank comes of it. */
export function joinText(parts: readonly Pick<Token, 'type' | 'content'>[]): string {
  return parts
    .map(({ type, content }) => {
      if (type === 'softbreak') return SOFT_BREAK;
      if (type === 'hardbreak') return '\n';
      return type === 'text' || type === 'code_inline' || type === 'text_special' ? content : '';
    })
    .join('')
    .replace(/([。，；：、！？”’）》])\v|(\p{Script=Han})\v(?=[\p{Script=Han}“‘（《])/gu, '$1$2')
    .replaceAll(SOFT_BREAK, ' ');
}

/** A blank of which no text has any. */
const SOFT_BREAK = '\v';
