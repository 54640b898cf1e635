import { Parser } from 'n3';
import { refuse } from '@/lib/glossary/formats/draft';
import type { Problem } from '@/lib/glossary/problem';
import type { Node, Statement } from './vocabulary';

export type Statements =
  | { ok: true; statements: Statement[]; problems: Problem[] }
  | { ok: false; problems: Problem[] };

/** Addresses without a scheme are taken from here; they only have to be told apart. */
const BASE = 'urn:pangzhu:file/';

/** Reads the statements of a Turtle file (W3C, 2014); N-Triples are Turtle too. */
export function parseTurtle(text: string): Statements {
  try {
    const quads = new Parser({ format: 'text/turtle', baseIRI: BASE }).parse(text);
    const statements = quads.map(
      ({ subject, predicate, object }): Statement => ({
        subject: nodeId(subject),
        predicate: predicate.value,
        object: toNode(object),
      }),
    );
    return { ok: true, statements, problems: [] };
  } catch (error) {
    // The parser's own errors say where; anything else is a bug.
    const line =
      error instanceof Error ? (error as { context?: { line?: number } }).context?.line : undefined;
    if (line === undefined) throw error;
    const reason = (error as Error).message
      .replace(/ on line \d+\.?$/, '')
      .slice(0, 200)
      .toWellFormed();
    return refuse('turtle-syntax', { reason }, { line });
  }
}

interface RdfTerm {
  termType: string;
  value: string;
  language?: string;
}

const nodeId = ({ termType, value }: RdfTerm): string => (termType === 'BlankNode' ? `_:${value}` : value);

function toNode(term: RdfTerm): Node {
  if (term.termType === 'Literal') return { kind: 'text', text: term.value, language: term.language ?? '' };
  return { kind: 'node', id: nodeId(term) };
}
