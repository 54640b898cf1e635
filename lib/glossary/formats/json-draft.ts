import { asList, asRecord, jsonType } from '@/lib/glossary/findings';
import { FORMAT, FORMAT_VERSION } from '@/lib/glossary/format';
import { MAX_CONCEPTS } from '@/lib/glossary/limits';
import { type Json, type ReadResult, refuse } from './draft';
import { parseJson } from './json';

/** Reads the text of our own format as a draft, so that one wrong concept does not cost all the others. */
export function draftJson(text: string): ReadResult {
  const json = parseJson(text);
  if (!json.ok) return json;
  const root = asRecord(json.value);
  if (root === undefined) {
    return refuse('value-type', { expected: 'object', found: jsonType(json.value) }, { path: '' });
  }
  const { format, formatVersion, concepts, ...header } = root;
  if (format !== FORMAT) return refuse('format-unknown', { expected: FORMAT }, { path: 'format' });
  if (formatVersion !== FORMAT_VERSION) {
    const found = typeof formatVersion === 'number' ? formatVersion : jsonType(formatVersion);
    return refuse('format-version-unknown', { expected: FORMAT_VERSION, found }, { path: 'formatVersion' });
  }
  if (!Array.isArray(concepts)) {
    if (concepts === undefined) return refuse('key-missing', { key: 'concepts' }, { path: 'concepts' });
    return refuse('value-type', { expected: 'array', found: jsonType(concepts) }, { path: 'concepts' });
  }
  if (concepts.length > MAX_CONCEPTS) {
    return refuse('list-too-long', { limit: MAX_CONCEPTS, length: concepts.length }, { path: 'concepts' });
  }
  return {
    ok: true,
    draft: { header, concepts: asList(concepts) as readonly Json[], problems: [], locate: () => ({}) },
  };
}
