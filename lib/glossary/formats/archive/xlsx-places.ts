/** `AB12` → 27: columns are counted from 0. */
export function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** `AB12` → 11: rows are counted from 0. */
const rowOf = (reference: string): number => Number(/\d+$/.exec(reference)?.[0]) - 1;

/** A rectangle of cells; the ends are in it. */
export interface Area {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** `A2:B9`, or `A2` for one cell; `undefined` for whole rows or columns, and what is no reference. */
export function areaOf(reference: string): Area | undefined {
  const [start = '', end = start] = reference.split(':');
  const [top, bottom, left, right] = [rowOf(start), rowOf(end), columnOf(start), columnOf(end)];
  if (left === undefined || right === undefined || !(top >= 0) || !(bottom >= top)) return undefined;
  return { top, bottom, left, right };
}
