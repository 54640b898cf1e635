import { readEnabledGlossaries, readRevision } from '@/lib/storage/glossary-store';
import { readIndex, writeIndex } from '@/lib/storage/index-store';
import { decodeTermIndex, encodeTermIndex, TermIndexError } from '@/lib/term-index/binary';
import { compileTermIndex } from '@/lib/term-index/compile';
import type { TermIndex } from '@/lib/term-index/term-index';

/**
 * Gives the term index of the current revision: from memory, from the store, or compiled anew; one build
 * at a time. The stored index is a cache: whatever is wrong with it, it is built again.
 */
export class IndexProvider {
  #index: Promise<TermIndex> | undefined;

  get(): Promise<TermIndex> {
    this.#index ??= load().catch((error: unknown) => {
      this.#index = undefined;
      throw error;
    });
    return this.#index;
  }

  /** The glossaries have changed: the next `get` looks again. */
  invalidate(): void {
    this.#index = undefined;
  }
}

async function load(): Promise<TermIndex> {
  const [revision, stored] = await Promise.all([readRevision(), readIndex()]);
  if (stored?.revision === revision) {
    try {
      return decodeTermIndex(stored.bytes);
    } catch (error) {
      if (!(error instanceof TermIndexError)) throw error;
    }
  }
  const enabled = await readEnabledGlossaries();
  const index = compileTermIndex(enabled.glossaries, enabled.revision);
  await writeIndex({ revision: enabled.revision, bytes: encodeTermIndex(index) }).catch((error: unknown) =>
    // On a full disk, say: it is compiled again next time.
    console.warn('The term index is not kept:', error),
  );
  return index;
}
