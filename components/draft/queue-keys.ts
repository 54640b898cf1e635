import type { CollectedTerm, Decision } from '@/lib/extraction/collection';

/** The list, and what can be done to it. */
export interface QueueTarget {
  /** Those that are listed. */
  terms: readonly CollectedTerm[];
  /** Key of a term, which need not be listed. */
  current: string | undefined;
  onSelect(key: string): void;
  onDecide(key: string, decision: Decision): void;
  onMerge(key: string): void;
  onStopMerging(): void;
  /** The reader wants to change what is written of the term. */
  onEdit(): void;
  onCategory(): void;
  onStepBack(): void;
}

/** What can be done to the list and its current term with one key. */
export type QueueAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'accept'
  | 'reject'
  | 'merge'
  | 'edit'
  | 'category'
  | 'stepBack'
  | 'stop';

const ACTIONS: Readonly<Record<string, QueueAction>> = {
  arrowdown: 'next',
  j: 'next',
  arrowup: 'previous',
  k: 'previous',
  home: 'first',
  end: 'last',
  a: 'accept',
  enter: 'accept',
  x: 'reject',
  delete: 'reject',
  m: 'merge',
  e: 'edit',
  c: 'category',
  u: 'stepBack',
  escape: 'stop',
};

/** What a key press in the list means; `undefined`: nothing, it is the browser's. */
export function actionOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): QueueAction | undefined {
  const name = key.toLowerCase();
  if (ctrlKey || metaKey) return name === 'z' ? 'stepBack' : undefined;
  return altKey || !Object.hasOwn(ACTIONS, name) ? undefined : ACTIONS[name];
}

/** Does to the list what a key asks for: to the current term only where that is listed; else the first one becomes it. */
export function act(action: QueueAction, target: QueueTarget): void {
  const { terms, current } = target;
  const at = terms.findIndex(({ key }) => key === current);
  const goTo = (next: number): void => {
    const there = terms[Math.min(terms.length - 1, Math.max(0, next))];
    if (there !== undefined) target.onSelect(there.key);
  };
  const toCurrent = (change: (term: CollectedTerm) => void) => (): void => {
    const term = terms[at];
    if (term === undefined) goTo(0);
    else change(term);
  };
  const decide = (decision: Decision) =>
    toCurrent((term) => {
      if (term.decision !== decision) goTo(at + 1);
      target.onDecide(term.key, term.decision === decision ? 'open' : decision);
    });
  const acts: Readonly<Record<QueueAction, () => void>> = {
    next: () => goTo(at + 1),
    previous: () => goTo(at - 1),
    first: () => goTo(0),
    last: () => goTo(terms.length - 1),
    accept: decide('accepted'),
    reject: decide('rejected'),
    merge: toCurrent(({ key }) => target.onMerge(key)),
    edit: toCurrent(target.onEdit),
    category: toCurrent(target.onCategory),
    stepBack: target.onStepBack,
    stop: target.onStopMerging,
  };
  acts[action]();
}
