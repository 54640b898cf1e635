import { ask, MessageError } from '@/lib/messaging/messenger';
import type { BlockMatches, ContentToBackground } from '@/lib/messaging/protocol';
import type { Container } from '@/lib/page/elements';
import { Mark } from '@/lib/page/mark';
import type { TextBlock } from '@/lib/page/text-block';
import { sameBlocks } from '@/lib/page/text-blocks';
import type { MarkLedger } from './mark-ledger';

/**
 * Code units in one question. A message this size takes a few ms there and back, and its answer is painted
 * within one slice.
 */
const QUESTION_LENGTH = 24_000;

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
      if (question === undefined || question.length >= QUESTION_LENGTH) {
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
    this.#revision = Math.max(this.#revision, found.revision);
    const contexts = new Map(found.contexts.map((context) => [context.form, context]));
    for (const [at, { reading, block }] of parts.entries()) {
      if (!this.#isCurrent(reading)) continue;
      if (!reading.replaced) {
        this.#ledger.remove(reading.container);
        reading.replaced = true;
      }
      const marks: Mark[] = [];
      const make = (flat: readonly number[]): void => {
        for (let i = 0; i + 2 < flat.length; i += 3) {
          const span = { start: flat[i] as number, end: flat[i + 1] as number };
          const form = flat[i + 2] as number;
          const { revision } = found;
          const context = contexts.get(form) ?? { form, concept: -1, gives: NONE, needs: NONE };
          marks.push(new Mark(reading.container, block, span, { revision, ...context }));
        }
      };
      make(found.matches[at] ?? []);
      const mainCount = marks.length;
      make(found.fallbacks[at] ?? []);
      for (const fallback of marks.slice(mainCount)) tieToAmbiguous(fallback, marks.slice(0, mainCount));
      if (marks.length === 0) block.letGo();
      this.#ledger.add(reading.container, marks);
    }
    this.#onPainted();
  }
}

/** Finds the ambiguous mark of the same block that a fallback stands in. */
function tieToAmbiguous(fallback: Mark, marks: readonly Mark[]): void {
  const end = fallback.start + fallback.text.length;
  const outer = marks.find(
    ({ needs, start, text }) => needs.length > 0 && start <= fallback.start && start + text.length >= end,
  );
  if (outer !== undefined) fallback.fallbackOf = outer;
}
