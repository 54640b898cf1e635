import type { JSX } from 'preact';
import iconUrl from '@/assets/icon.svg?no-inline';

/** The product's icon and name. */
export function Brand({ name, size = 24 }: { name: string; size?: number }): JSX.Element {
  return (
    <span class="brand">
      <img src={iconUrl} width={size} height={size} alt="" />
      <span class="brand-name">{name}</span>
    </span>
  );
}
