import { signal } from '@preact/signals';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import { ask } from '@/lib/messaging/messenger';
import type { PageTerm, PageToBackground } from '@/lib/messaging/protocol';
import type { FollowedPage } from './followed-page';
import type { ReadPage } from './page-reader';

/** Asks what terms of a page mean; in their order, and empty where the glossaries have changed meanwhile. */
export async function describeTerms(
  { view }: ReadPage,
  terms: readonly PageTerm[],
): Promise<SenseDescription[][]> {
  if (view.kind !== 'listed' || terms.length === 0) return terms.map(() => []);
  const request = { revision: view.revision, senses: terms.map(({ means }) => means) };
  return (await ask<PageToBackground, 'describeSenses'>('describeSenses', request)).senses;
}

/**
 * The terms of a list that are unfolded, and what their cards say.
 *
 * @param onFailure called when that cannot be found out; the terms are then folded up again
 */
export function createTermCards(followed: FollowedPage, onFailure: () => void) {
  const open = signal<ReadonlySet<string>>(new Set());
  const senses = signal<ReadonlyMap<string, readonly SenseDescription[]>>(new Map());
  /** Of the term index that `senses` are from. */
  let revision: number | undefined;

  /** To be called when the page reads differently. */
  async function describeOpen(): Promise<void> {
    const page = followed.page.peek();
    const { view } = page;
    if (view.kind !== 'listed') return;
    if (view.revision !== revision) {
      revision = view.revision;
      senses.value = new Map();
    }
    const wanted = view.terms.filter(({ key }) => open.peek().has(key) && !senses.peek().has(key));
    if (wanted.length === 0) return;
    const during = followed.visit;
    try {
      const found = await describeTerms(page, wanted);
      if (during !== followed.visit || view.revision !== revision) return;
      const described = wanted.flatMap(({ key }, at) =>
        found[at]?.length ? [[key, found[at]] as const] : [],
      );
      senses.value = new Map([...senses.peek(), ...described]);
    } catch (error) {
      console.error(error);
      if (during !== followed.visit) return;
      // Open and empty they would be taken for terms without a meaning.
      const undescribed = new Set(wanted.map(({ key }) => key));
      open.value = new Set([...open.peek()].filter((key) => !undescribed.has(key)));
      onFailure();
    }
  }

  return {
    open,
    senses,
    describeOpen,

    foldAll(): void {
      open.value = new Set();
    },

    async toggle({ key }: PageTerm): Promise<void> {
      const next = new Set(open.peek());
      if (!next.delete(key)) next.add(key);
      open.value = next;
      await describeOpen();
    },
  };
}
