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
