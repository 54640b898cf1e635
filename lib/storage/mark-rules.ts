import { type MarkRule, parseMarkRule } from '@/lib/glossary/mark-rule';
import { openDatabase } from './database';
import { announceRules } from './revision-signal';

/** More than anybody makes by hand; it keeps a broken page from filling the store. */
export const MOST_RULES = 5000;

/** All rules, by their headwords. */
export async function listMarkRules(): Promise<MarkRule[]> {
  const stored = await (await openDatabase()).getAll('rules');
  const rules = stored.map(parseMarkRule).filter((rule) => rule !== undefined);
  return rules.sort((a, b) => a.headword.localeCompare(b.headword));
}

/**
 * Keeps a rule; whether it is a new one.
 *
 * @throws {RangeError} if there are too many
 */
export async function addMarkRule(rule: MarkRule): Promise<{ added: boolean }> {
  const change = (await openDatabase()).transaction('rules', 'readwrite');
  const known = (await change.store.getKey(rule.id)) !== undefined;
  const full = !known && (await change.store.count()) >= MOST_RULES;
  if (!known && !full) await change.store.put({ ...rule });
  await change.done;
  if (full) throw new RangeError(`There are ${MOST_RULES} rules already`);
  if (!known) await announceRules();
  return { added: !known };
}

/** Takes a rule back; nothing happens if there is none. */
export async function removeMarkRule(id: string): Promise<void> {
  await (await openDatabase()).delete('rules', id);
  await announceRules();
}
