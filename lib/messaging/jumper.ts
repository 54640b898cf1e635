import { askFrame, MessageError } from './messenger';
import type { PageTerm, ToGuide } from './protocol';

/** Takes the page to the next or last place of a term, frame after frame, and round again. */
export class Jumper {
  readonly #tabId: number;
  /** For each term: which of its places was gone to last. */
  readonly #lastPlace = new Map<string, number>();

  constructor(tabId: number) {
    this.#tabId = tabId;
  }

  /** Which of the term's places is shown then, from 1; `undefined` if there was none to show. */
  async jump({ key, places }: PageTerm, { back = false } = {}): Promise<number | undefined> {
    const last = places.length - 1;
    const first = Math.min(this.#lastPlace.get(key) ?? (back ? last : 0), last);
    // The frame shown last goes on where it was; the others, and then it too, start from their first or last.
    for (let step = 0; step <= places.length; step += 1) {
      const at = (first + (back ? places.length * 2 - step : step)) % places.length;
      const place = places[at];
      if (place === undefined) continue;
      const shown = await this.#show(place, { restart: step > 0, back });
      if (shown === undefined) continue;
      this.#lastPlace.set(key, at);
      return places.slice(0, at).reduce((sum, { count }) => sum + count, 0) + shown + 1;
    }
    return undefined;
  }

  async #show(
    { frameId, form }: PageTerm['places'][number],
    how: { restart: boolean; back: boolean },
  ): Promise<number | undefined> {
    try {
      const place = { tabId: this.#tabId, frameId };
      return (await askFrame<ToGuide, 'goToForm'>(place, 'goToForm', { form, ...how })).shown;
    } catch (error) {
      // The frame has gone since the list was made.
      if (error instanceof MessageError) return undefined;
      throw error;
    }
  }
}
