import { type ConceptChange, diffConcepts } from '@/lib/glossary/diff';
import type { Concept } from '@/lib/glossary/model';

/** What an import does with concepts that its glossary has already. */
export const IMPORT_MODES = ['update', 'add', 'replace'] as const;
/**
 * - `update`: those with the same id take the place of the old ones, new ones are added, others stay
 * - `add`: only new ones are added, those with the same id stay as they are
 * - `replace`: the glossary then holds what the file holds, nothing else
 */
export type ImportMode = (typeof IMPORT_MODES)[number];

/** What would happen to a glossary, before anything does. */
export interface ImportPlan {
  added: Concept[];
  changed: ConceptChange[];
  removed: Concept[];
  /** In the file and already there with the same id; left as they are. */
  kept: Concept[];
  /** The same in both. */
  unchanged: number;
  /** What the glossary will hold. */
  result: readonly Concept[];
}

/** Says what importing these concepts into those would do. Old concepts keep their places, new ones follow. */
export function planImport(
  existing: readonly Concept[],
  incoming: readonly Concept[],
  mode: ImportMode,
): ImportPlan {
  const diff = diffConcepts(existing, incoming);
  const { added, unchanged } = diff;
  switch (mode) {
    case 'replace':
      return { ...diff, kept: [], result: incoming };
    case 'add': {
      const kept = diff.changed.map(({ after }) => after);
      return { added, unchanged, kept, changed: [], removed: [], result: [...existing, ...added] };
    }
    case 'update': {
      const changes = new Map(diff.changed.map(({ after }) => [after.id, after]));
      const updated = existing.map((concept) => changes.get(concept.id) ?? concept);
      return {
        added,
        unchanged,
        changed: diff.changed,
        removed: [],
        kept: [],
        result: [...updated, ...added],
      };
    }
  }
}
