import { parseGlossaryText } from '@/lib/glossary/formats/json';
import type { Glossary } from '@/lib/glossary/model';
import type { Problem } from '@/lib/glossary/problem';

/** A subscribed file as it was understood. */
export type ReadGlossary =
  | { ok: true; glossary: Glossary }
  | { ok: false; code: 'not-a-glossary' | 'invalid'; problems: readonly Problem[] };

/** Whether these bytes begin as a web page does: what servers send in place of a file that is gone. */
export function looksLikePage(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart();
  return /^<(?:!doctype html|html|head|body|script|meta)\b/i.test(start);
}

/** Reads a glossary from the bytes of a file. */
export function readGlossary(bytes: Uint8Array): ReadGlossary {
  if (looksLikePage(bytes)) return { ok: false, code: 'not-a-glossary', problems: [] };
  const parsed = parseGlossaryText(new TextDecoder().decode(bytes));
  if (parsed.ok) return { ok: true, glossary: parsed.glossary };
  const foreign = parsed.problems.some(({ code }) => code === 'format-unknown' || code === 'json-syntax');
  return { ok: false, code: foreign ? 'not-a-glossary' : 'invalid', problems: parsed.problems };
}
