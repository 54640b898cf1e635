import type { IconNode } from 'lucide';
import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './Icon';

export interface NoticeProps {
  icon: IconNode;
  title: string;
  /** What it means, or what to do. */
  children?: ComponentChildren;
  /** Announced at once by a screen reader. */
  urgent?: boolean;
}

/** What stands where there is nothing to list: why, and what to do about it. */
export function Notice({ icon, title, children, urgent = false }: NoticeProps): JSX.Element {
  return (
    <div class="notice" role={urgent ? 'alert' : 'status'}>
      <Icon node={icon} size={20} />
      <div>
        <p class="notice-title">{title}</p>
        {children !== undefined && <div class="notice-text">{children}</div>}
      </div>
    </div>
  );
}
