/** The part of N3.js that is used: it comes without types, and its published ones bring those of Node. */
declare module 'n3' {
  interface Term {
    termType: 'NamedNode' | 'BlankNode' | 'Literal' | string;
    value: string;
    /** Of a literal, in lower case; empty if it has none. */
    language?: string;
  }
  export class Parser {
    constructor(options: { format: string; baseIRI?: string });
    /** @throws {Error} with the line in its `context` */
    parse(text: string): { subject: Term; predicate: Term; object: Term }[];
  }
}
