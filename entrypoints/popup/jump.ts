import { termKey } from '@/components/popup/page-view';
import { askFrame, MessageError } from '@/lib/messaging/messenger';
import type { PageTerm, ToContent } from '@/lib/messaging/protocol';

/** Takes the page to the next place of a term, frame after frame, and round again. */
export class Jumper {
  readonly #tabId: number;
  /** For each term: which of its places was gone to last. */
  readonly #lastPlace = new Map<string, number>();

  constructor(tabId: number) {
    this.#tabId = tabId;
  }

  /** Whether there was a place to show. */
  async jump(term: PageTerm): Promise<boolean> {
    const { places } = term;
    const key = termKey(term);
    const first = Math.min(this.#lastPlace.get(key) ?? 0, places.length - 1);
    // The frame shown last goes on where it was; the others, and then it too, start from the top.
    for (let step = 0; step <= places.length; step += 1) {
      const at = (first + step) % places.length;
      const place = places[at];
      if (place !== undefined && (await this.#show(place, { restart: step > 0 }))) {
        this.#lastPlace.set(key, at);
        return true;
      }
    }
    return false;
  }

  async #show(
    { frameId, form }: PageTerm['places'][number],
    { restart }: { restart: boolean },
  ): Promise<boolean> {
    try {
      const place = { tabId: this.#tabId, frameId };
      return (await askFrame<ToContent, 'goToForm'>(place, 'goToForm', { form, restart })).shown;
    } catch (error) {
      // The frame has gone since the list was made.
      if (error instanceof MessageError) return false;
      throw error;
    }
  }
}
