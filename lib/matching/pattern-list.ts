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
  /** The code units that occur. */
  readonly distinct: number[] = [];
  /** Of each code unit, how often it occurs, and 1 if it begins a pattern. */
  readonly frequencies = new Uint32Array(0x10000);
  readonly firsts = new Uint8Array(0x10000);

  /** Adds a pattern, not empty. It is numbered `count`, from 0. */
  add(pattern: string): void {
    const start = this.size;
    const end = start + pattern.length;
    if (end > this.units.length) this.units = enlarge(this.units, Math.max(end, 2 * this.units.length));
    if (this.count + 2 > this.starts.length) this.starts = enlarge(this.starts, 2 * this.starts.length);
    const { units, frequencies, firsts } = this;
    for (let at = 0; at < pattern.length; at++) {
      const unit = pattern.charCodeAt(at);
      const before = frequencies[unit] ?? 0;
      if (before === 0) this.distinct.push(unit);
      frequencies[unit] = before + 1;
      units[start + at] = unit;
    }
    firsts[pattern.charCodeAt(0)] = 1;
    if (pattern.length > this.longest) this.longest = pattern.length;
    this.count++;
    this.starts[this.count] = end;
  }

  /** Code units of all patterns together. */
  get size(): number {
    return this.starts[this.count] ?? 0;
  }
}
