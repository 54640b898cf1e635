import { ask, MessageError } from '@/lib/messaging/messenger';
import type { BlockMatches, ContentToBackground } from '@/lib/messaging/protocol';
import type { Container } from '@/lib/page/elements';
import { Mark } from '@/lib/page/mark';
import type { TextBlock } from '@/lib/page/text-block';
import { sameBlocks } from '@/lib/page/text-blocks';
import type { Span } from '@/lib/text/span';
import type { MarkLedger } from './mark-ledger';

/**
 * Code units in one question. The next to be asked is short: it is there and back in a few ms, and holds what is on the
 * screen. Those behind it are longer, since a message costs the page a third of a ms whatever is in it; the answer to one is
 * still painted within a slice.
 */
const QUESTION_LENGTH = { next: 24_000, later: 64_000 } as const;

/** Questions under way at once: the background works on one while the next is on its way. */
const QUESTIONS_UNDER_WAY = 3;

/** How long to wait before asking again when the background could not answer; doubled each time. */
const RETRY_DELAY_MS = { first: 500, longest: 60_000 } as const;

const NONE: readonly number[] = [];

/** The blocks of one container, as of one reading of it. */
interface Reading {
  container: Container;
  blocks: TextBlock[];
  /** The marks of the reading before have gone: they do at the first answer to this one. */
  replaced: boolean;
}

interface Question {
  parts: { reading: Reading; block: TextBlock }[];
  length: number;
}

/** Keeps the painted marks in step with what the scanner reads, by asking the background. */
export class TermPainter {
  readonly #ledger: MarkLedger;
  readonly #onPainted: () => void;
  readonly #onLost: () => void;
  /** The latest reading of each container: answers to older ones are dropped. */
  #readings = new WeakMap<Container, Reading>();
  #mayHoldUnread = false;
  #queue: Question[] = [];
  #underWay = 0;
  #revision = 0;
  #retryDelayMs: number = RETRY_DELAY_MS.first;
  #stopped = false;

  /**
   * @param onPainted called after marks have changed
   * @param onLost called when the background did not answer: the extension may be gone
   */
  constructor(ledger: MarkLedger, { onPainted, onLost }: { onPainted(): void; onLost(): void }) {
    this.#ledger = ledger;
    this.#onPainted = onPainted;
    this.#onLost = onLost;
  }

  /** The newest revision that an answer came from. */
  get revision(): number {
    return this.#revision;
  }

  /** Takes the blocks of a container in place of those before. Nothing is asked until `flush`. */
  replaceBlocks(container: Container, blocks: TextBlock[]): void {
    const before = this.#readings.get(container);
    if (before !== undefined && sameBlocks(before.blocks, blocks)) {
      // Something else changed in it: what was answered, or will be, holds.
      this.#ledger.restore(container);
      return;
    }
    const reading: Reading = { container, blocks, replaced: false };
    this.#readings.set(container, reading);
    if (blocks.length === 0) {
      this.#ledger.remove(container);
      return;
    }
    for (const block of blocks) {
      let question = this.#queue.at(-1);
      const most = this.#queue.length > 1 ? QUESTION_LENGTH.later : QUESTION_LENGTH.next;
      if (question === undefined || question.length >= most) {
        question = { parts: [], length: 0 };
        this.#queue.push(question);
      }
      question.parts.push({ reading, block });
      question.length += block.text.length;
    }
  }

  /** Takes no reading for known any more: everything that is read from now on is asked again. */
  forgetReadings(): void {
    this.#readings = new WeakMap();
    this.#mayHoldUnread = true;
  }

  /** After all has been read again: drops what has not, such as a part of the page that is hidden now. */
  dropUnread(): void {
    if (!this.#mayHoldUnread) return;
    this.#mayHoldUnread = false;
    this.#ledger.keepOnly((container) => this.#readings.has(container));
  }

  drop(container: Container): void {
    this.#readings.delete(container);
    this.#ledger.remove(container);
  }

  /** Sends what has been collected, as far as the background keeps up. */
  flush(): void {
    while (!this.#stopped && this.#underWay < QUESTIONS_UNDER_WAY) {
      const question = this.#queue.shift();
      if (question === undefined) return;
      void this.#send(question);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#queue = [];
  }

  async #send(question: Question): Promise<void> {
    const parts = question.parts.filter(({ reading }) => this.#isCurrent(reading));
    if (parts.length === 0) return;
    this.#underWay++;
    try {
      const blocks = parts.map(({ block }) => block.text);
      const found = await ask<ContentToBackground, 'findMatches'>('findMatches', { blocks });
      this.#retryDelayMs = RETRY_DELAY_MS.first;
      if (!this.#stopped) this.#paint(parts, found);
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      // The background was being replaced or could not open its store: the question stays to be asked.
      this.#queue.unshift(question);
      this.#onLost();
      await new Promise((resolve) => setTimeout(resolve, this.#retryDelayMs));
      this.#retryDelayMs = Math.min(2 * this.#retryDelayMs, RETRY_DELAY_MS.longest);
    } finally {
      this.#underWay--;
    }
    this.flush();
  }

  #isCurrent(reading: Reading): boolean {
    return this.#readings.get(reading.container) === reading;
  }

  #paint(parts: Question['parts'], found: BlockMatches): void {
    const { revision } = found;
    this.#revision = Math.max(this.#revision, revision);
    const contexts = new Map(found.contexts.map((context) => [context.form, { revision, ...context }]));
    const matches = new FlatMatches(found.matches);
    const fallbacks = new FlatMatches(found.fallbacks);
    for (const [at, { reading, block }] of parts.entries()) {
      const { container } = reading;
      const make = (span: Span, form: number): Mark => {
        const context = contexts.get(form) ?? { revision, form, concept: -1, gives: NONE, needs: NONE };
        return new Mark(container, block, span, context);
      };
      const marks = matches.takeOf(at, make);
      const inside = fallbacks.takeOf(at, make);
      if (!this.#isCurrent(reading)) continue;
      if (!reading.replaced) {
        this.#ledger.remove(container);
        reading.replaced = true;
      }
      for (const fallback of inside) {
        tieToAmbiguous(fallback, marks);
        marks.push(fallback);
      }
      if (marks.length === 0) block.letGo();
      else this.#ledger.add(container, marks);
    }
    this.#onPainted();
  }
}

/** Reads a flat list of matches block by block. */
class FlatMatches {
  readonly #flat: readonly number[];
  #at = 0;

  /** @param flat as in `BlockMatches` */
  constructor(flat: readonly number[]) {
    this.#flat = flat;
  }

  /** What is made of those of a block; to be asked in the order of the blocks. */
  takeOf<T>(block: number, make: (span: Span, form: number) => T): T[] {
    const flat = this.#flat as number[];
    const made: T[] = [];
    for (; flat[this.#at] === block; this.#at += 4) {
      const at = this.#at;
      made.push(make({ start: flat[at + 1] as number, end: flat[at + 2] as number }, flat[at + 3] as number));
    }
    return made;
  }
}

/** Finds the ambiguous mark that a fallback begins in; of several, one in another, the innermost, which comes last. */
function tieToAmbiguous(fallback: Mark, marks: readonly Mark[]): void {
  const outer = marks.findLast(
    ({ needs, start, end }) => needs.length > 0 && start <= fallback.start && end > fallback.start,
  );
  if (outer !== undefined) fallback.fallbackOf = outer;
}
