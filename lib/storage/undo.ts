import type { GlossaryId } from '@/lib/glossary/model';
import { openDatabase } from './database';
import {
  changeGlossaries,
  choicesOf,
  chunkKeys,
  type GlossaryRecord,
  OutdatedError,
  putRecord,
  removeGlossary,
} from './glossary-change';
import { listGlossaries } from './glossary-store';

/** What takes an act back: the glossaries as they were before, and at which editions it left them. */
export interface Undo {
  before: readonly GlossaryRecord[];
  after: ReadonlyMap<GlossaryId, number>;
}

/** Everything that is stored of some glossaries, or of `all`, in their order, read in one transaction. */
export async function readRecords(ids: ReadonlySet<GlossaryId> | 'all'): Promise<GlossaryRecord[]> {
  const transaction = (await openDatabase()).transaction(['glossaries', 'chunks', 'base', 'overlays']);
  const stored = (await transaction.objectStore('glossaries').getAll())
    .filter(({ id }) => ids === 'all' || ids.has(id))
    .sort((a, b) => a.position - b.position);
  const records = await Promise.all(
    stored.map(async (glossary): Promise<GlossaryRecord> => {
      const overlay = await transaction.objectStore('overlays').get(glossary.id);
      const chunks = transaction.objectStore(overlay === undefined ? 'chunks' : 'base');
      const concepts = (await chunks.getAll(chunkKeys(glossary.id))).flat();
      return { glossary, concepts, ...(overlay && { overlay }) };
    }),
  );
  await transaction.done;
  return records;
}

/** Does something to some glossaries in a way that can be taken back. */
export async function doUndoably(
  ids: readonly GlossaryId[],
  act: () => Promise<number>,
): Promise<{ revision: number; undo: Undo }> {
  const touched = new Set(ids);
  const before = await readRecords(touched);
  const revision = await act();
  const after = (await listGlossaries()).filter(({ id }) => touched.has(id));
  return { revision, undo: { before, after: new Map(after.map(({ id, edition }) => [id, edition])) } };
}

/**
 * Takes an act back: puts the glossaries back as they were, and takes out those that the act made. What the reader has
 * chosen since for those that are still there stays.
 *
 * @returns the new revision
 * @throws {OutdatedError} if one of them has changed since: nothing is then taken back
 */
export function undoAct({ before, after }: Undo): Promise<number> {
  return changeGlossaries(async (change) => {
    const glossaries = change.objectStore('glossaries');
    const choices = new Map<GlossaryId, ReturnType<typeof choicesOf>>();
    const known = new Set([...after.keys(), ...before.map(({ glossary }) => glossary.id)]);
    for (const id of known) {
      const current = await glossaries.get(id);
      if (current?.edition !== after.get(id)) throw new OutdatedError(id, current);
      if (current !== undefined) choices.set(id, choicesOf(current));
      await removeGlossary(change, id);
    }
    for (const { glossary, ...contents } of before) {
      const { id } = glossary;
      const { colour: _colour, sites: _sites, ...rest } = glossary;
      const chosen = choices.get(id) ?? choicesOf(glossary);
      // A new edition, not the old one: who has read the state in between is to notice.
      const edition = Math.max(glossary.edition, after.get(id) ?? 0) + 1;
      await putRecord(change, { ...contents, glossary: { ...rest, ...chosen, edition } });
    }
  });
}
