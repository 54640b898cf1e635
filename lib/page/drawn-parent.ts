import { shadowRootOf } from './shadow-roots';

/** The parent of a node in what is drawn: the slot that it stands in, also of a closed shadow tree; of such a tree its host. */
export function drawnParent(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  const parent = node.parentNode;
  const slots = parent instanceof Element && shadowRootOf(parent)?.querySelectorAll('slot');
  for (const slot of slots || []) if (slot.assignedNodes().includes(node)) return slot;
  return parent;
}
