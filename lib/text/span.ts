/** A half-open range of UTF-16 code units of a text: `start` is inside, `end` is not. */
export interface Span {
  start: number;
  end: number;
}
