/** Placeholder of this step: the shape that the boundary rule asks for. */
export interface Lexicon {
  readonly wordCount: number;
}

/** @throws {RangeError} if the bytes are no packed lexicon */
export function loadLexicon(packed: ArrayBuffer): Lexicon {
  if (packed.byteLength === 0) throw new RangeError('An empty lexicon');
  return { wordCount: 0 };
}
