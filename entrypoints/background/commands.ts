import { browser } from 'wxt/browser';
import { type FrameStops, nextStop } from '@/lib/page-list/stops';
import { askGuide, framesWithTerms } from './guide';
import { takeSelectionOf } from './notes';

/** Takes a tab to the next term of its page, or the one before, and opens its popover there; `false` if it has none. */
export async function stepToTerm(tabId: number, { back }: { back: boolean }): Promise<boolean> {
  const answers = await Promise.all(
    (await framesWithTerms(tabId)).map(async (frameId): Promise<FrameStops | undefined> => {
      const stops = await askGuide({ tabId, frameId }, 'listStops', {});
      return stops && { frameId, ...stops };
    }),
  );
  const stop = nextStop(
    answers.filter((answer) => answer !== undefined),
    { back },
  );
  if (stop === undefined) return false;
  const done = await askGuide({ tabId, frameId: stop.frameId }, 'goToStop', { at: stop.at });
  return done?.gone === false;
}

/** Listens for the keys that the manifest declares. To be called before the first await. */
export function listenForCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    if (command === 'next-term') void stepToTerm(tab.id, { back: false });
    else if (command === 'previous-term') void stepToTerm(tab.id, { back: true });
    else if (command === 'add-to-glossary') void takeSelectionOf(tab);
  });
}
