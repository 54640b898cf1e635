import { drawnMarks } from '@/lib/page/drawn-marks';
import type { Mark } from '@/lib/page/mark';
import type { OpenStop, TabPlace } from '@/lib/page-list/stops';
import type { Deeds } from './card-actions';

/** Where else on the page the term of a card stands, frames included, and the way there. */
export class Places {
  readonly #deeds: Deeds;
  readonly #mark: Mark;
  #from: { frameId?: number; at: number };
  #nth: number;
  #count: number;

  /** @param onFound called when those of other frames are known: until then the places are those of this frame */
  constructor(deeds: Deeds, mark: Mark, onFound: () => void) {
    this.#deeds = deeds;
    this.#mark = mark;
    const here = this.#here();
    const at = Math.max(0, here.indexOf(mark));
    this.#from = { at };
    this.#nth = at;
    this.#count = here.length;
    deeds.findPlace(mark, at).then(
      (place) => {
        if (place === undefined) return;
        this.#take(place);
        onFound();
      },
      // Without an answer the extension is gone: what is open stays as it is.
      () => undefined,
    );
  }

  /** Which place the reader was taken to last, from 0. */
  get nth(): number {
    return this.#nth;
  }

  get count(): number {
    return this.#count;
  }

  /** Goes to the next place, or the one before; the mark there, if it is in this frame. */
  async go(way: { back: boolean; open: OpenStop }): Promise<Mark | undefined> {
    const { place, here } = await this.#deeds.goToPlace(this.#mark, { from: this.#from, ...way });
    if (place === undefined) return undefined;
    this.#take(place);
    return here ? this.#here()[place.stop.at] : undefined;
  }

  #take({ stop, nth, count }: TabPlace): void {
    this.#from = stop;
    this.#nth = nth;
    this.#count = count;
  }

  #here(): Mark[] {
    const { revision, form } = this.#mark;
    return drawnMarks(this.#deeds.marks(), { revision, forms: [form] }).map(({ mark }) => mark);
  }
}
