import type { Concept, LocalizedText } from './model';

type Categories = Readonly<Record<string, LocalizedText>>;

/** Key in other categories → key among one's own, by name; and what has to be added. */
export function matchCategories(
  own: Categories,
  others: Categories,
): { keys: Map<string, string>; added: Categories } {
  const byName = new Map<string, string>();
  for (const [key, name] of Object.entries(own))
    for (const text of Object.values(name)) byName.set(text, key);
  const keys = new Map<string, string>();
  const added: Record<string, LocalizedText> = {};
  for (const [key, name] of Object.entries(others)) {
    const known = Object.values(name)
      .map((text) => byName.get(text))
      .find((each) => each !== undefined);
    if (known !== undefined) {
      keys.set(key, known);
      continue;
    }
    // The same key with another name is another category.
    let free = key;
    for (let number = 2; Object.hasOwn(own, free) || Object.hasOwn(added, free); number++)
      free = `${key}-${number}`;
    keys.set(key, free);
    added[free] = name;
  }
  return { keys, added };
}

/**
 * A concept under another key of its category; as it is where that has none.
 *
 * @param left keys that are left out: a concept of such a category has none then
 */
export function recategorize(
  concept: Concept,
  keys: ReadonlyMap<string, string>,
  left: ReadonlySet<string> = new Set(),
): Concept {
  const category = concept.category === undefined ? undefined : keys.get(concept.category);
  if (category !== undefined && left.has(category)) {
    const { category: _category, ...rest } = concept;
    return rest;
  }
  return category === undefined || category === concept.category ? concept : { ...concept, category };
}

/**
 * Concepts in categories that are there. Where a key is gone, they have the key that its category has now, if one of the
 * same name is new; else none.
 */
export function fitCategories(
  concepts: readonly Concept[],
  { before, now }: { before: Categories; now: Categories },
): readonly Concept[] {
  const gone = new Set(concepts.flatMap(({ category }) => category ?? []));
  for (const key of Object.keys(now)) gone.delete(key);
  if (gone.size === 0) return concepts;
  const keys = new Map<string, string>();
  for (const key of gone) {
    const name = JSON.stringify(before[key]);
    const renamed = Object.keys(now).find(
      (each) => !Object.hasOwn(before, each) && JSON.stringify(now[each]) === name,
    );
    keys.set(key, renamed ?? key);
  }
  const left = new Set([...gone].filter((key) => keys.get(key) === key));
  return concepts.map((concept) => recategorize(concept, keys, left));
}
