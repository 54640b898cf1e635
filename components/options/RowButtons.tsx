import { Plus, X } from 'lucide';
import type { JSX } from 'preact';
import { Icon } from '@/components/controls/Icon';

/** Adds a row at the end of a group of fields. */
export function AddRow({ label, onAdd }: { label: string; onAdd(): void }): JSX.Element {
  return (
    <button type="button" class="add" onClick={onAdd}>
      <Icon node={Plus} size={14} />
      {label}
    </button>
  );
}

/** Takes a row of a group of fields away; `label` says which. */
export function RemoveRow({ label, onRemove }: { label: string; onRemove(): void }): JSX.Element {
  return (
    <button type="button" class="quiet" aria-label={label} onClick={onRemove}>
      <Icon node={X} size={15} />
    </button>
  );
}
