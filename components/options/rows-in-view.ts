/** Drawn above and below what is in view, so that a quick scroll shows no gaps. */
const SPARE_ROWS = 6;

export interface RowView {
  /** How far the table is scrolled, and how much of it is seen, in px. */
  top: number;
  height: number;
  rowPx: number;
  count: number;
  /** The row with the keyboard's place: it stays, or the focus would be lost with it. */
  always: number;
}

/** The ordinals of the rows to draw, ascending. */
export function rowsInView({ top, height, rowPx, count, always }: RowView): number[] {
  const first = Math.max(0, Math.floor(top / rowPx) - SPARE_ROWS);
  const end = Math.min(count, Math.ceil((top + height) / rowPx) + SPARE_ROWS);
  const rows = [];
  if (always >= 0 && always < Math.min(first, count)) rows.push(always);
  for (let at = first; at < end; at++) rows.push(at);
  if (always >= end && always < count) rows.push(always);
  return rows;
}

/** The row that a key leads to; `undefined` for keys that lead nowhere. */
export function keyStep(
  key: string,
  { at, last, page }: { at: number; last: number; page: number },
): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  };
  const next = steps[key];
  return next === undefined ? undefined : Math.max(0, Math.min(last, next));
}
