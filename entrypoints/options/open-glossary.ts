import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type {
  ConceptQuery,
  GlossarySummary,
  Loaded,
  OpenGlossary,
  ProblemFilter,
} from '@/components/options/glossary-view';
import { type LintFinding, lintGlossary, listShortForms } from '@/lib/glossary/lint';
import type { Concept, ConceptId, GlossaryId } from '@/lib/glossary/model';
import type { Overlay } from '@/lib/glossary/overlay';
import { readConcepts, readOverlay } from '@/lib/storage/glossary-store';
import { findWordsMarkedIn } from '@/lib/term-index/words-marked-in';
import { foldText } from '@/lib/text/fold-text';
import { ConceptSearch, type Search } from './concept-search';
import { failed } from './failure';
import { getLexicon } from './lexicon';
import type { Route } from './route';

const NO_QUERY: ConceptQuery = { text: '', category: '', problem: '' };

/** What was read of the open glossary, all of one edition. */
interface Contents {
  concepts: readonly Concept[];
  byId: ReadonlyMap<ConceptId, Concept>;
  overlay: Overlay | undefined;
}

/** The glossary that the address names, and what of it answers the query. */
export function createOpenGlossary(
  glossaries: ReadonlySignal<Loaded<readonly GlossarySummary[]>>,
  route: ReadonlySignal<Route>,
) {
  const query = signal<ConceptQuery>(NO_QUERY);
  const found = signal<Loaded<readonly Concept[]>>({ kind: 'loading' });
  const contents = signal<Contents | undefined>(undefined);
  const findings = signal<Loaded<readonly LintFinding[]>>({ kind: 'loading' });

  const glossary = computed(() => {
    const { value } = glossaries;
    return value.kind === 'ready' ? value.value.find(({ id }) => id === route.value.glossary) : undefined;
  });
  const id = computed(() => glossary.value?.id);
  /** Changes only when other concepts are to be read. */
  const edition = computed(() => glossary.value && `${glossary.value.edition}\n${glossary.value.id}`);
  const search = computed(() => contents.value && new ConceptSearch(contents.value.concepts, foldText));
  const view = computed(() => route.value.view ?? 'concepts');
  /** The lint takes a moment in a large glossary: it runs only for who looks at what it finds. */
  const wantsLint = computed(
    () =>
      view.value === 'problems' ||
      !['', 'ambiguous', 'edited'].includes(query.value.problem satisfies string),
  );

  async function read(which: GlossaryId, aborted: AbortSignal): Promise<void> {
    try {
      const showFirst = (value: readonly Concept[]): void => {
        if (!aborted.aborted && found.peek().kind === 'loading') found.value = { kind: 'ready', value };
      };
      const [concepts, overlay] = await Promise.all([readConcepts(which, showFirst), readOverlay(which)]);
      if (aborted.aborted) return;
      const byId = new Map(concepts.map((concept) => [concept.id, concept]));
      contents.value = { concepts, byId, overlay };
    } catch (error) {
      if (!aborted.aborted) found.value = failed(error);
    }
  }

  async function lint(concepts: readonly Concept[], aborted: AbortSignal): Promise<void> {
    try {
      const lexicon = await getLexicon();
      if (aborted.aborted) return;
      const holding = findWordsMarkedIn(lexicon, listShortForms(concepts));
      findings.value = { kind: 'ready', value: lintGlossary({ concepts }, holding) };
    } catch (error) {
      if (!aborted.aborted) findings.value = failed(error);
    }
  }

  /** What a filter lets through; `undefined` while that is not known yet. */
  function filterOf(problem: ProblemFilter): Pick<Search, 'accepts'> | undefined {
    switch (problem) {
      case '':
        return {};
      case 'ambiguous':
        return { accepts: ({ terms }) => terms.some(({ ambiguous }) => ambiguous === true) };
      case 'edited': {
        const edited = new Set(contents.value?.overlay?.put.map((concept) => concept.id));
        return { accepts: (concept) => edited.has(concept.id) };
      }
      default: {
        if (findings.value.kind !== 'ready') return undefined;
        const ofCode = findings.value.value.filter(({ code }) => code === problem);
        const ids = new Set(ofCode.map(({ conceptId }) => conceptId));
        return { accepts: (concept) => ids.has(concept.id) };
      }
    }
  }

  const stops = [
    effect(() => {
      if (id.value === undefined) return;
      batch(() => {
        query.value = NO_QUERY;
        contents.value = undefined;
        found.value = { kind: 'loading' };
        findings.value = { kind: 'loading' };
      });
    }),
    effect(() => {
      const which = edition.value === undefined ? undefined : id.peek();
      const abort = new AbortController();
      if (which !== undefined) void read(which, abort.signal);
      return () => abort.abort();
    }),
    effect(() => {
      const abort = new AbortController();
      const filter = filterOf(query.value.problem);
      const { text, category } = query.value;
      if (filter !== undefined) {
        void search.value?.find({ text, category, ...filter }, abort.signal).then((value) => {
          if (value !== undefined && !abort.signal.aborted) found.value = { kind: 'ready', value };
        });
      }
      return () => abort.abort();
    }),
    effect(() => {
      const abort = new AbortController();
      if (wantsLint.value && contents.value !== undefined) void lint(contents.value.concepts, abort.signal);
      return () => abort.abort();
    }),
  ];

  let lookingUp = new AbortController();

  const nameOf = (concept: ConceptId): string | undefined => contents.value?.byId.get(concept)?.terms[0].text;

  return {
    glossary,
    contents,
    /** All but what is being edited and the text that is being tried. */
    parts: computed<Omit<OpenGlossary, 'concept' | 'details' | 'tryOut'> | undefined>(
      () =>
        glossary.value && {
          glossary: glossary.value,
          view: view.value,
          query: query.value,
          found: found.value,
          reading: contents.value === undefined,
          findings: findings.value,
          nameOf,
        },
    ),
    setQuery(next: ConceptQuery): void {
      query.value = next;
    },
    /**
     * A few concepts that a text may mean, for choosing one that is not open itself; none for an empty text.
     * `undefined` if another text was looked up meanwhile: only the last answer counts.
     */
    async lookUp(text: string): Promise<readonly Concept[] | undefined> {
      lookingUp.abort();
      lookingUp = new AbortController();
      const { signal: aborted } = lookingUp;
      const accepts = ({ id }: Concept): boolean => id !== route.peek().concept;
      const all =
        text.trim() === '' ? [] : await search.peek()?.find({ text, category: '', accepts }, aborted);
      return aborted.aborted ? undefined : (all?.slice(0, 6) ?? []);
    },
    stop(): void {
      for (const stop of stops) stop();
    },
  };
}

export type OpenGlossaryState = ReturnType<typeof createOpenGlossary>;
