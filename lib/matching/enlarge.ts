/** A longer array that begins as another. */
export function enlarge<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(
  old: T,
  length: number,
): T {
  const larger = new (old.constructor as new (length: number) => T)(length);
  larger.set(old);
  return larger;
}
