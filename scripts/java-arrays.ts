/** What serialised Java arrays hold: arrays of arrays, down to whole numbers (64 bits as bigint) and code units. */
export type JavaArray = null | number[] | bigint[] | JavaArray[];

const TC_NULL = 0x70;
const TC_REFERENCE = 0x71;
const TC_CLASSDESC = 0x72;
const TC_ARRAY = 0x75;
const TC_ENDBLOCKDATA = 0x78;
const BASE_HANDLE = 0x7e0000;
const HEADER_BYTES = 4;
/** A class's version and flags, which say nothing of an array. */
const SERIAL_VERSION_BYTES = 8;

/**
 * Reads arrays that `java.io.ObjectOutputStream` wrote one after another (Java Object Serialization
 * Specification, chapter 6), and nothing else.
 *
 * @throws {Error} with the offset of what is no array
 */
export function readJavaArrays(bytes: Uint8Array): JavaArray[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** Classes and arrays in the order they began: they are referred to by it. */
  const handles: (string | JavaArray)[] = [];
  let at = HEADER_BYTES;

  const expect = (tag: number): void => {
    const found = view.getUint8(at++);
    if (found !== tag) throw new Error(`Tag ${found} at byte ${at - 1}, not ${tag}`);
  };
  const readReference = (): string | JavaArray => {
    at += 4;
    return handles[view.getInt32(at - 4) - BASE_HANDLE] ?? null;
  };
  const readClass = (): string => {
    const tag = view.getUint8(at++);
    if (tag === TC_REFERENCE) return String(readReference());
    if (tag !== TC_CLASSDESC) throw new Error(`Tag ${tag} at byte ${at - 1} is no class`);
    const length = view.getUint16(at);
    const name = new TextDecoder().decode(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length + SERIAL_VERSION_BYTES + 1;
    handles.push(name);
    if (view.getUint16(at) !== 0) throw new Error(`${name} at byte ${at} has fields`);
    at += 2;
    expect(TC_ENDBLOCKDATA);
    expect(TC_NULL);
    return name;
  };
  const readArray = (): JavaArray => {
    const tag = view.getUint8(at++);
    if (tag === TC_NULL) return null;
    if (tag === TC_REFERENCE) return readReference() as JavaArray;
    if (tag !== TC_ARRAY) throw new Error(`Tag ${tag} at byte ${at - 1} is no array`);
    const kind = readClass().charAt(1);
    const array: (number | bigint | JavaArray)[] = [];
    handles.push(array as JavaArray);
    const length = view.getInt32(at);
    at += 4;
    for (let index = 0; index < length; index++) array.push(readElement(kind));
    return array as JavaArray;
  };
  const readElement = (kind: string): number | bigint | JavaArray => {
    if (kind === '[') return readArray();
    const start = at;
    at += { J: 8, I: 4, S: 2, C: 2 }[kind] ?? Number.NaN;
    if (kind === 'J') return view.getBigInt64(start);
    if (kind === 'I') return view.getInt32(start);
    return kind === 'S' ? view.getInt16(start) : view.getUint16(start);
  };

  const arrays: JavaArray[] = [];
  while (at < bytes.length) arrays.push(readArray());
  return arrays;
}
