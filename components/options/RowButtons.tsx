import { Plus, X } from 'lucide';
import type { JSX } from 'preact';
import { Icon } from '@/components/controls/Icon';
import { IconButton } from '@/components/controls/IconButton';

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
  return <IconButton icon={X} iconSize={15} label={label} onClick={onRemove} />;
}
