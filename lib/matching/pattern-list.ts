import { enlarge } from './enlarge';

/** Patterns as they come in, one after another in one array; the same one may come more than once. */
export class PatternList {
  count = 0;
  /** Code units of the longest one. */
  longest = 0;
  /** The code units of all. Longer than that: what lies behind the last one means nothing. */
  units = new Uint16Array(1024);
  /** Where each begins in `units`, and after the last one where it ends. */
  starts = new Uint32Array(256);

  /** Adds a pattern, not empty. It is numbered `count`, from 0. */
  add(pattern: string): void {
    const start = this.starts[this.count] ?? 0;
    const end = start + pattern.length;
    if (end > this.units.length) this.units = enlarge(this.units, Math.max(end, 2 * this.units.length));
    if (this.count + 2 > this.starts.length) this.starts = enlarge(this.starts, 2 * this.starts.length);
    const { units } = this;
    for (let at = 0; at < pattern.length; at++) units[start + at] = pattern.charCodeAt(at);
    if (pattern.length > this.longest) this.longest = pattern.length;
    this.count++;
    this.starts[this.count] = end;
  }

  /** Code units of all patterns together. */
  get size(): number {
    return this.starts[this.count] ?? 0;
  }
}
