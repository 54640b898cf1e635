import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GlossarySummary } from '@/components/options/glossary-view';
import { createImport } from '@/entrypoints/options/import-state';
import type { ImportReply, ImportRequest, ImportTarget } from '@/entrypoints/options/import-worker';
import { parseGlossaryFile } from '@/lib/glossary-import/parse-file';
import { GLOSSARY_TEXTS } from '@/lib/i18n/glossary-texts';
import { createTranslator } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import { plainGlossary } from '../../support/stored-glossary';

/** Where the page wanted each file to go. */
const targets: ImportTarget[] = [];
let bytes = new Uint8Array();

/** Reads files as the worker does, and takes note of what it is asked to plan. */
class ReadingWorker {
  onmessage: ((event: { data: ImportReply }) => void) | undefined;

  postMessage(request: ImportRequest): void {
    queueMicrotask(() => this.onmessage?.({ data: this.#answer(request) }));
  }

  terminate(): void {
    this.onmessage = undefined;
  }

  #answer(request: ImportRequest): ImportReply {
    if (request.kind === 'read') {
      if (request.bytes) bytes = new Uint8Array(request.bytes);
      const { onProgress: _none, ...options } = request.options;
      const parsed = parseGlossaryFile(bytes, options);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const { concepts, ...header } = parsed.glossary;
      const { reading, problems, skipped } = parsed;
      const report = { reading, problems, header, skipped, conceptCount: concepts.length };
      return { kind: 'read', report };
    }
    if (request.kind !== 'plan') throw new Error(request.kind);
    targets.push(request.target);
    const changes = { counts: { added: 0, changed: 0, removed: 0 }, added: [], changed: [], removed: [] };
    return { kind: 'plan', report: { changes, kept: 0, unchanged: 0, problems: [] } };
  }
}

beforeEach(() => {
  targets.length = 0;
  vi.stubGlobal('Worker', ReadingWorker);
});
afterEach(() => vi.unstubAllGlobals());

function openImport({ language = 'en', own = [] }: { language?: UiLanguage; own?: GlossarySummary[] } = {}) {
  return createImport({
    glossaries: () => own,
    t: () => createTranslator(language, GLOSSARY_TEXTS),
    nameLanguage: () => language,
    beforeReplacing: async () => undefined,
    onStored: () => undefined,
  });
}

/** A glossary of the reader's own with what the page has asked for. */
function stored(target: ImportTarget | undefined): GlossarySummary {
  const { concepts: _concepts, ...header } = plainGlossary([], target?.id);
  return { ...header, origin: 'own', enabled: true, edition: 1, conceptCount: 0 };
}

const TABLE = 'term,definition\n果园港,港口';

describe('a pasted text', () => {
  it.each([
    { language: 'en', name: { en: 'Pasted text' } },
    { language: 'zh-CN', name: { zh: '粘贴的文字' } },
    { language: 'zh-TW', name: { zh: '貼上的文字' } },
  ] as const)('is called so in $language where it does not say what it is', async ({ language, name }) => {
    const opened = openImport({ language });
    await opened.takeText(TABLE);
    expect(targets).toMatchObject([{ kind: 'new', name }]);
  });

  it('does not take the place of the one before', async () => {
    await openImport().takeText(TABLE);
    const first = stored(targets[0]);
    const opened = openImport({ own: [first] });
    await opened.takeText(TABLE);
    expect(targets[1]).toMatchObject({ kind: 'new', name: { en: 'Pasted text' } });
    expect(targets[1]?.id).not.toBe(first.id);
  });

  it('brings the glossary up to date whose id it has', async () => {
    const own = stored({ kind: 'existing', id: 'ports' as GlossarySummary['id'], mode: 'update' });
    const file = { format: 'pangzhu-glossary', formatVersion: 1, ...plainGlossary(['果园港'], 'ports') };
    await openImport({ own: [own] }).takeText(JSON.stringify(file));
    expect(targets).toEqual([{ kind: 'existing', id: 'ports', mode: 'update' }]);
  });
});

describe('a new glossary', () => {
  it.each([
    { what: 'as it was typed', typed: '港口', name: { zh: '港口' } },
    { what: 'without a pasted tab', typed: '港口\t2026 ', name: { zh: '港口 2026' } },
    { what: 'as the file has it where nothing is typed', typed: ' \t', name: { en: 'ports' } },
  ])('has its name $what', async ({ typed, name }) => {
    const opened = openImport();
    await opened.takeFiles([new File([TABLE], 'ports.csv')]);
    opened.setChoice({ kind: 'new', name: typed });
    await vi.waitFor(() => expect(targets).toHaveLength(2));
    expect(targets[1]).toMatchObject({ kind: 'new', name });
  });
});
