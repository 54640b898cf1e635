import { type CalmSettings, DEFAULT_CALM } from '@/lib/settings/calm';
import { loadSettings, watchSettings } from '@/lib/storage/settings-store';
import { type Sense, senseKey } from '@/lib/term-index/forms';
import type { TermIndex } from '@/lib/term-index/term-index';
import { readConceptsOf } from './describe';

/** Which terms are long enough and of categories that the reader wants marked. */
export class CalmFilter {
  #calm: Promise<CalmSettings> | undefined;
  #index: TermIndex | undefined;
  /** What has been looked at for that index with those settings. */
  #wanted = new Map<string, boolean>();

  constructor() {
    watchSettings(() => {
      this.#calm = undefined;
      this.#index = undefined;
    });
  }

  /** Tells which of some senses are wanted; `undefined`: all of them. */
  async choose(
    index: TermIndex,
    senses: () => Iterable<Sense>,
  ): Promise<((sense: Sense) => boolean) | undefined> {
    this.#calm ??= loadSettings().then(
      ({ calm }) => calm,
      (error: unknown) => {
        this.#calm = undefined;
        throw error;
      },
    );
    const calm = await this.#calm;
    const skips = Object.keys(calm.skippedCategories).length > 0;
    if (!skips && calm.minLength === DEFAULT_CALM.minLength) return undefined;
    if (index !== this.#index) this.#wanted = new Map();
    this.#index = index;
    const wanted = this.#wanted;
    const unknown = [...senses()].filter((sense) => !wanted.has(senseKey(sense)));
    const concepts = await readConceptsOf(index, unknown);
    for (const [at, sense] of unknown.entries()) {
      const concept = concepts[at];
      const text = concept?.terms[sense.term]?.text ?? '';
      const skipped = calm.skippedCategories[index.glossaryIds[sense.glossary] ?? ''] ?? [];
      const isSkipped = concept?.category !== undefined && skipped.includes(concept.category);
      wanted.set(senseKey(sense), !isSkipped && [...text].length >= calm.minLength);
    }
    return (sense) => wanted.get(senseKey(sense)) === true;
  }
}
