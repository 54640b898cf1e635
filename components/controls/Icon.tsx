import type { IconNode } from 'lucide';
import { h, type JSX } from 'preact';

/** A drawing of the icon set beside a text that says the same; hidden from assistive technology. */
export function Icon({ node, size = 16 }: { node: IconNode; size?: number }): JSX.Element {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={1.75}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {node.map(([tag, attributes], at) => h(tag, { ...attributes, key: at }))}
    </svg>
  );
}
