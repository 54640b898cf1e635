import { signal } from '@preact/signals';
import type { MarkRule } from '@/lib/glossary/mark-rule';
import { listMarkRules, removeMarkRule } from '@/lib/storage/mark-rules';
import { watchRules } from '@/lib/storage/revision-signal';

/** The rules of what is not to be marked, as the options page lists them. */
export function createRuleState() {
  const rules = signal<readonly MarkRule[]>([]);
  const load = async (): Promise<void> => {
    rules.value = await listMarkRules();
  };
  return {
    rules,
    remove: ({ id }: MarkRule) => removeMarkRule(id),
    /** Reads what is stored and follows it; returns a function that stops it. */
    start(): () => void {
      void load();
      return watchRules(() => void load());
    },
  };
}
