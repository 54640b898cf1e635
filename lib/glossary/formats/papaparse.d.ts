/** The part of Papa Parse that is used. Its published types bring those of Node with them. */
declare module 'papaparse' {
  interface ParseError {
    type: 'Quotes' | string;
    code: 'MissingQuotes' | 'InvalidQuotes' | string;
    /** Counted from 0. */
    row?: number;
  }
  const Papa: {
    parse(
      text: string,
      options: { delimiter: string; skipEmptyLines: boolean; quoteChar: string; preview: number },
    ): { data: string[][]; errors: ParseError[]; meta: { delimiter: string } };
    unparse(rows: readonly (readonly string[])[], options: { delimiter: string; newline: string }): string;
  };
  export default Papa;
}
