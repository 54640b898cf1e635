import { browser } from 'wxt/browser';
import { takeSelectionOf } from './notes';
import { stepToTerm } from './stepping';

/** Listens for the keys that the manifest declares. To be called before the first await. */
export function listenForCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    if (command === 'next-term') void stepToTerm(tab.id, { back: false });
    else if (command === 'previous-term') void stepToTerm(tab.id, { back: true });
    else if (command === 'add-to-glossary') void takeSelectionOf(tab);
  });
}
