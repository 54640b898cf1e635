import { browser } from 'wxt/browser';
import type { Concept, GlossaryHeader } from '@/lib/glossary/model';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import { listGlossaries, readConcepts } from '@/lib/storage/glossary-store';

type Source = GlossaryHeader & { concepts: readonly Concept[] };

/** The glossary that comes with the extension, as the store has it. */
async function readStored(): Promise<Source | undefined> {
  const glossary = (await listGlossaries()).find(({ origin }) => origin === 'embedded');
  return glossary && { ...glossary, concepts: await readConcepts(glossary.id) };
}

/** Where it lies in the package; put there while building, so that no generated type knows of it. */
const PACKAGED = '/glossaries/chengdu-chongqing.json' as never;

/** The same from the package: on first install this page may be sooner than the store. */
async function readPackaged(): Promise<Source> {
  const answer = await fetch(browser.runtime.getURL(PACKAGED));
  // Our own file, checked by a test when the package is built.
  return (await answer.json()) as Source;
}

/** The meanings of every term of the embedded glossary, by the term as it is written. */
export async function loadExampleSenses(): Promise<ReadonlyMap<string, SenseDescription[]>> {
  const { concepts, ...glossary } = (await readStored()) ?? (await readPackaged());
  const senses = new Map<string, SenseDescription[]>();
  for (const concept of concepts) {
    const category = concept.category === undefined ? undefined : glossary.categories[concept.category];
    for (const term of concept.terms) {
      const sense: SenseDescription = {
        glossary: { id: glossary.id, name: glossary.name, updated: glossary.updated, own: false },
        concept,
        term,
        ...(category === undefined ? {} : { category }),
      };
      const others = senses.get(term.text) ?? [];
      // A concept may have the same name in two languages; that is one meaning.
      if (!others.some((other) => other.concept === concept)) senses.set(term.text, [...others, sense]);
    }
  }
  return senses;
}
