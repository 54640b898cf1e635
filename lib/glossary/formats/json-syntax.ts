const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NUMBER_BEGUN = /-?(?:(?:0|[1-9]\d*)(?:\.|(?:\.\d+)?[eE][+-]?)?)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORDS = ['true', 'false', 'null'];

/** What may come next. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/**
 * Where a text stops being JSON (RFC 8259): the offset of the first character that cannot stand there, the
 * text's length if it only ends too soon, `undefined` if it is JSON.
 *
 * Browsers word this differently or not at all; this is for telling a person, after `JSON.parse` has
 * thrown. Time linear, depth not limited.
 */
export function findSyntaxError(text: string): number | undefined {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    at = skipWhiteSpace(text, at);
    const char = text[at];
    if (char === undefined) return expected === 'nothing' ? undefined : at;
    const isEnd = char === (open.at(-1) === '{' ? '}' : ']');
    if (isEnd && (expected === 'comma-or-end' || expected.endsWith('-or-end'))) {
      open.pop();
      at++;
      expected = open.length === 0 ? 'nothing' : 'comma-or-end';
      continue;
    }
    switch (expected) {
      case 'nothing':
        return at;
      case 'comma-or-end':
        if (char !== ',') return at;
        at++;
        expected = open.at(-1) === '{' ? 'key' : 'value';
        continue;
      case 'colon':
        if (char !== ':') return at;
        at++;
        expected = 'value';
        continue;
      case 'key':
      case 'key-or-end': {
        const key = readString(text, at);
        if (key.broken) return key.end;
        at = key.end;
        expected = 'colon';
        continue;
      }
    }
    if (char === '{' || char === '[') {
      open.push(char);
      at++;
      expected = char === '{' ? 'key-or-end' : 'value-or-end';
      continue;
    }
    const scalar = readScalar(text, at);
    if (scalar.broken) return scalar.end;
    at = scalar.end;
    expected = open.length === 0 ? 'nothing' : 'comma-or-end';
  }
}

/** `broken`: `end` is the first character that is wrong; else it is the one behind what was read. */
interface Read {
  end: number;
  broken: boolean;
}

function skipWhiteSpace(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
  return at;
}

function readScalar(text: string, offset: number): Read {
  const char = text.charAt(offset);
  if (char === '"') return readString(text, offset);
  const number = matchAt(NUMBER, text, offset);
  // "-" and "1." begin a number that never comes to its end.
  const begun = matchAt(NUMBER_BEGUN, text, offset);
  if (begun > Math.max(number, offset)) return { end: begun, broken: true };
  if (number > offset) return { end: number, broken: false };
  for (const word of WORDS) {
    if (word[0] !== char) continue;
    let end = offset;
    while (end - offset < word.length && text[end] === word[end - offset]) end++;
    return { end, broken: end - offset < word.length };
  }
  return { end: offset, broken: true };
}

function readString(text: string, offset: number): Read {
  if (text[offset] !== '"') return { end: offset, broken: true };
  let at = offset + 1;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') return { end: at + 1, broken: false };
    if (char < ' ') return { end: at, broken: true };
    if (char === '\\') {
      const end = matchAt(ESCAPE, text, at);
      if (end === at) return { end: at, broken: true };
      at = end;
    } else at++;
  }
  return { end: at, broken: true };
}

/** The end of a match that begins at an offset; the offset itself if there is none. */
function matchAt(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}
