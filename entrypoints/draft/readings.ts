import { browser } from 'wxt/browser';
import { type ReadingProgress, type ReadingResult, type ReadingTrouble, readTabs } from './reading';

/** A tab that gave nothing, and why. */
export interface TroubledTab {
  title: string;
  trouble: ReadingTrouble;
}

/** As `ReadingResult`, for a reader who knows tabs by their titles. */
export interface ReadingOutcome extends Omit<ReadingResult, 'troubles'> {
  troubles: TroubledTab[];
}

interface ReadingsOptions {
  onProgress(progress: ReadingProgress): void;
  onRead(outcome: ReadingOutcome): Promise<void>;
}

/** Reads the articles of tabs: what is asked for while another is read comes after it. */
export function createReadings({ onProgress, onRead }: ReadingsOptions) {
  /** Ends when no reading is under way. */
  let underWay: Promise<void> = Promise.resolve();
  /** How often all was forgotten: of what was asked for before nothing is heard after. */
  let beginnings = 0;

  async function readNow(tabIds: readonly number[], asked: number): Promise<void> {
    if (asked !== beginnings) return;
    onProgress({ article: 0, articles: tabIds.length, done: 0 });
    const { troubles, ...result } = await readTabs(tabIds, (now) => {
      if (asked === beginnings) onProgress(now);
    });
    const titled = await Promise.all(
      troubles.map(async ({ tabId, trouble }) => ({ title: await titleOf(tabId), trouble })),
    );
    if (asked === beginnings) await onRead({ ...result, troubles: titled });
  }

  return {
    read(tabIds: readonly number[]): Promise<void> {
      const asked = beginnings;
      const readNext = (): Promise<void> => readNow(tabIds, asked);
      // One that breaks, of which its own caller is told, does not hold up the next.
      underWay = underWay.then(readNext, readNext);
      return underWay;
    },

    /** Nothing that is being read, or waits to be, is wanted any more. */
    forget(): void {
      beginnings++;
    },
  };
}

async function titleOf(tabId: number): Promise<string> {
  try {
    const { title, url } = await browser.tabs.get(tabId);
    return title || url || '';
  } catch {
    // The tab has gone.
    return '';
  }
}
