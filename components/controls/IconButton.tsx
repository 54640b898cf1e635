import type { IconNode } from 'lucide';
import type { ButtonHTMLAttributes, JSX } from 'preact';
import { Icon } from './Icon';

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: IconNode;
  iconSize?: number;
  /** What it does, for who hears it; and for who points at it, unless `title` says it shorter. */
  label: string;
}

/** A drawing to press, without a border. */
export function IconButton({ icon, iconSize, label, ...rest }: IconButtonProps): JSX.Element {
  return (
    <button type="button" class="quiet" aria-label={label} title={label} {...rest}>
      <Icon node={icon} {...(iconSize === undefined ? {} : { size: iconSize })} />
    </button>
  );
}
