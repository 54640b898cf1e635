import { batch, computed, effect, signal } from '@preact/signals';
import type { ConceptQuery, GlossarySummary, Loaded, OpenGlossary } from '@/components/options/glossary-view';
import type { Concept, GlossaryId } from '@/lib/glossary/model';
import { chooseForGlossary, listGlossaries, readConcepts } from '@/lib/storage/glossary-store';
import { announceRevision, watchRevision } from '@/lib/storage/revision-signal';
import { foldText } from '@/lib/text/fold-text';
import { ConceptSearch } from './concept-search';

const NO_QUERY: ConceptQuery = { text: '', category: '' };

function failed(error: unknown): { kind: 'failed'; reason: string } {
  console.error(error);
  return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
}

/** The glossaries and the one that is open. `wanted` gives the id in the page's address, if any. */
export function createGlossaryState(wanted: () => GlossaryId | undefined) {
  const glossaries = signal<Loaded<readonly GlossarySummary[]>>({ kind: 'loading' });
  const query = signal<ConceptQuery>(NO_QUERY);
  const found = signal<Loaded<readonly Concept[]>>({ kind: 'loading' });
  const search = signal<ConceptSearch | undefined>(undefined);

  /** The one asked for; a single one is open anyway. */
  const opened = computed(() => {
    if (glossaries.value.kind !== 'ready') return undefined;
    const all = glossaries.value.value;
    return all.find(({ id }) => id === wanted()) ?? (all.length === 1 ? all[0] : undefined);
  });
  /** Changes only when other concepts are to be read. */
  const openedKey = computed(() => opened.value && `${opened.value.version}\n${opened.value.id}`);

  const open = computed<OpenGlossary | undefined>(
    () => opened.value && { glossary: opened.value, query: query.value, found: found.value },
  );

  async function load(): Promise<void> {
    try {
      glossaries.value = { kind: 'ready', value: await listGlossaries() };
    } catch (error) {
      glossaries.value = failed(error);
    }
  }

  async function readOpened(id: GlossaryId, aborted: AbortSignal): Promise<void> {
    try {
      const concepts = await readConcepts(id);
      if (!aborted.aborted) search.value = new ConceptSearch(concepts, foldText);
    } catch (error) {
      if (!aborted.aborted) found.value = failed(error);
    }
  }

  const stops = [
    effect(() => {
      if (openedKey.value === undefined) return undefined;
      const id = opened.peek()?.id;
      const abort = new AbortController();
      batch(() => {
        query.value = NO_QUERY;
        search.value = undefined;
        found.value = { kind: 'loading' };
      });
      if (id !== undefined) void readOpened(id, abort.signal);
      return () => abort.abort();
    }),
    effect(() => {
      const abort = new AbortController();
      void search.value?.find(query.value, abort.signal).then((value) => {
        if (value !== undefined && !abort.signal.aborted) found.value = { kind: 'ready', value };
      });
      return () => abort.abort();
    }),
    watchRevision(() => void load()),
  ];

  return {
    glossaries,
    open,
    load,
    setQuery(next: ConceptQuery): void {
      query.value = next;
    },
    /** Rejects if the store does. */
    async setEnabled(id: GlossaryId, enabled: boolean): Promise<void> {
      try {
        await announceRevision(await chooseForGlossary(id, { enabled }));
      } finally {
        await load();
      }
    },
    stop(): void {
      for (const stop of stops) stop();
    },
  };
}
