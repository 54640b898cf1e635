import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type Collection, EMPTY_COLLECTION } from '@/lib/extraction/collection';

/** The glossary in the making, until it is saved or the browser is closed. It holds page text: never on the disk. */
const KEY = 'draft';

/** What the rest is built on; the parts were checked when they were made. */
const CollectionSchema = v.object({
  articles: v.array(v.object({ source: v.object({ url: v.string() }), blocks: v.array(v.unknown()) })),
  terms: v.array(v.object({ key: v.string(), forms: v.array(v.unknown()), findings: v.array(v.unknown()) })),
});

export async function loadDraft(): Promise<Collection> {
  const stored = (await browser.storage.session.get(KEY))[KEY];
  return v.is(CollectionSchema, stored) ? (stored as unknown as Collection) : EMPTY_COLLECTION;
}

/** Keeps a collection in place of the one before; an empty one is forgotten. */
export async function keepDraft(collection: Collection): Promise<void> {
  if (collection.articles.length === 0) await browser.storage.session.remove(KEY);
  else await browser.storage.session.set({ [KEY]: collection });
}
