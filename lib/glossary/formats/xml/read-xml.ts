import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { MAX_ENTRY_PARTS, MAX_NESTING } from '@/lib/glossary/limits';
import type { Meter } from '@/lib/glossary/meter';
import type { Problem } from '@/lib/glossary/problem';

/** An element, with its name and those of its attributes without their prefixes (`xml:lang` stays). */
export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlNode | string)[];
  /** Of its start tag, counted from 1. */
  line: number;
}

/** Short enough that who waits sees it go on: some ms each. */
const SLICE_LENGTH = 100_000;

/** What stops reading. */
class XmlProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/**
 * Reads XML element by element: each of these names is handed over when it is complete, and forgotten then; what stands
 * in none of them is not kept at all. So a file of any length takes the memory of one entry, of which the parts are
 * counted. Entities that a file declares are refused, nothing outside the file is read.
 *
 * @returns what made it stop; `undefined` for well-formed XML
 */
export function readXml(
  text: string,
  {
    wanted,
    onElement,
    onRoot,
    meter,
  }: {
    wanted: ReadonlySet<string>;
    onElement(node: XmlNode): void;
    onRoot?(node: XmlNode): void;
    /** Counts code units. */
    meter?: Meter;
  },
): Problem | undefined {
  const parser = new SaxesParser();
  const open: XmlNode[] = [];
  /** How many of the open elements are wanted. */
  let wantedOpen = 0;
  /** Of the entry that is open: elements, texts, attributes. */
  let parts = 0;
  const stop = (code: Problem['code'], params: Problem['params']): never => {
    throw new XmlProblem({
      code,
      severity: 'error',
      at: { line: parser.line, column: parser.columnIndex + 1 },
      params,
    });
  };
  const countPart = (): void => {
    parts += 1;
    if (parts > MAX_ENTRY_PARTS) stop('entry-too-large', { limit: MAX_ENTRY_PARTS });
  };
  parser.on('error', (error) => stop('xml-syntax', { reason: error.message.replace(/^\d+:\d+: /, '') }));
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) stop('xml-entity', {});
  });
  parser.on('attribute', countPart);
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (open.length >= MAX_NESTING) stop('nesting-too-deep', { limit: MAX_NESTING });
    const node: XmlNode = {
      name: localName(tag.name),
      attributes: localNames(tag.attributes),
      children: [],
      line: parser.line,
    };
    if (open.length === 0) onRoot?.(node);
    open.push(node);
    if (wanted.has(node.name)) wantedOpen += 1;
    if (wantedOpen === 0) parts = 0;
    else countPart();
  });
  parser.on('closetag', () => {
    const node = open.pop();
    if (node === undefined) return;
    if (wanted.has(node.name)) {
      wantedOpen -= 1;
      if (wantedOpen === 0) parts = 0;
      onElement(node);
    } else if (wantedOpen > 0) open.at(-1)?.children.push(node);
  });
  const onText = (piece: string): void => {
    if (wantedOpen === 0) return;
    countPart();
    open.at(-1)?.children.push(piece);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  try {
    for (let at = 0; at < text.length; at += SLICE_LENGTH) {
      meter?.(at, text.length);
      parser.write(text.slice(at, at + SLICE_LENGTH));
    }
    parser.close();
  } catch (error) {
    if (error instanceof XmlProblem) return error.problem;
    throw error;
  }
  return undefined;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const local: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(attributes)) {
    local[name.startsWith('xml:') ? name : localName(name)] = value;
  }
  return local;
}

/** The child elements, in order. */
export function elements(node: XmlNode): XmlNode[] {
  return node.children.filter((child) => typeof child !== 'string');
}

/** The first child element of this name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node && elements(node).find((each) => each.name === name);
}

/** All text in an element, with that of the elements in it. */
export function textOf(node: XmlNode): string {
  return node.children.map((each) => (typeof each === 'string' ? each : textOf(each))).join('');
}

/** A text as its writer meant it: without the blanks that only lay out the file. */
export function layoutFree(text: string): string {
  return text.trim().replace(/[ \t]*\n[ \t]+/g, ' ');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text for an element or an attribute in double quotes. The two noncharacters that XML can't hold are left out. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char).replace(/[\ufffe\uffff]/g, '');
}
