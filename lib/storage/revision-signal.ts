import { browser } from 'wxt/browser';
import { watchStorage } from './watch-storage';

/**
 * IndexedDB tells nobody of its changes. Whoever changes a glossary announces the new revision here, in
 * `storage.local`, where the background and every content script hear of it, however long they slept.
 */

const KEY = 'revision';

/** Tells all contexts that the glossaries are at a new revision. */
export async function announceRevision(revision: number): Promise<void> {
  await browser.storage.local.set({ [KEY]: revision });
}

/** The revision that was announced last; 0 if none ever was. */
export async function readAnnouncedRevision(): Promise<number> {
  const revision = (await browser.storage.local.get(KEY))[KEY];
  return typeof revision === 'number' ? revision : 0;
}

/** Calls back with each announced revision; returns a function that stops it. */
export function watchRevision(onChange: (revision: number) => void): () => void {
  return watchStorage((changes, area) => {
    const revision = changes[KEY]?.newValue;
    if (area === 'local' && typeof revision === 'number') onChange(revision);
  });
}

const RULES_KEY = 'rulesChangedMs';

/** Tells all contexts that the rules of what is not to be marked have changed. */
export async function announceRules(): Promise<void> {
  await browser.storage.local.set({ [RULES_KEY]: Date.now() });
}

/** Calls back when the rules have changed; returns a function that stops it. */
export function watchRules(onChange: () => void): () => void {
  return watchStorage((changes, area) => {
    if (area === 'local' && RULES_KEY in changes) onChange();
  });
}
