import { browser } from 'wxt/browser';
import type { Taken } from '@/lib/glossary/note';

/**
 * What a reader took from a page, on its way to the form, under a number. In `storage.session`: an address would be
 * kept in the browser's history.
 */

const keyOf = (id: string): string => `note:${id}`;

/** Keeps it until it is taken out; returns its number. */
export async function keepTaken(taken: Taken): Promise<string> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [keyOf(id)]: taken });
  return id;
}

/** What was kept under a number; it stays for a form that is loaded again. `undefined`: the browser was closed since. */
export async function readTaken(id: string): Promise<Taken | undefined> {
  return (await browser.storage.session.get(keyOf(id)))[keyOf(id)] as Taken | undefined;
}
