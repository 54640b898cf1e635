import { useState } from 'preact/hooks';

let count = 0;

/** As `useId`, which is unique within one root only: each popover is a root of its own, and all share a shadow tree. */
export function useUniqueId(): string {
  const [id] = useState(() => `card-${++count}`);
  return id;
}
