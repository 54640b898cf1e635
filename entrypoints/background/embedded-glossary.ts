import { browser } from 'wxt/browser';
import { parseGlossary } from '@/lib/glossary/validate';
import { EVICTED } from '@/lib/storage/eviction';
import { continueRevision, listGlossaries, replaceGlossary } from '@/lib/storage/glossary-store';
import { announceRevision, readAnnouncedRevision } from '@/lib/storage/revision-signal';

/** Where the glossary that comes with the extension lies in its package. */
const EMBEDDED = '/glossaries/chengdu-chongqing.json';

/** In `storage.local`: the version of the extension whose embedded glossary is in the store. */
const STORED_FOR = 'embeddedGlossaryOf';

/**
 * Puts the embedded glossary into the store unless it is there already: on installation, after an update of
 * the extension, and when the browser has evicted the database. The reader's switch for it stays as it is.
 *
 * @throws {Error} if the file does not hold a valid glossary: the package is broken
 */
export async function storeEmbeddedGlossary(): Promise<void> {
  const { version } = browser.runtime.getManifest();
  const [glossaries, kept] = await Promise.all([listGlossaries(), browser.storage.local.get(STORED_FOR)]);
  if (kept[STORED_FOR] === version && glossaries.some(({ origin }) => origin === 'embedded')) return;
  const file = await fetch(browser.runtime.getURL(EMBEDDED as never));
  const parsed = parseGlossary(await file.json());
  if (!parsed.ok) throw new Error(`${EMBEDDED} is not a valid glossary: ${JSON.stringify(parsed.problems)}`);
  if (glossaries.length === 0) await continueRevision(await readAnnouncedRevision());
  await announceRevision(await replaceGlossary(parsed.glossary, { origin: 'embedded' }));
  const evicted = kept[STORED_FOR] !== undefined && glossaries.length === 0;
  await browser.storage.local.set({ [STORED_FOR]: version, ...(evicted ? { [EVICTED]: true } : {}) });
}
