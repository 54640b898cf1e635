import { SquarePen } from 'lucide';
import type { JSX } from 'preact';
import { Icon } from '@/components/controls/Icon';
import type { Translate } from '@/lib/i18n/translator';

export interface EditButtonProps {
  term: string;
  onEdit(): void;
  t: Translate;
}

/** Opens the form for a concept of the reader's own, below its card. */
export function EditButton({ term, onEdit, t }: EditButtonProps): JSX.Element {
  return (
    <button type="button" class="button edit-term" onClick={onEdit}>
      <Icon node={SquarePen} size={14} />
      {t('list.edit', { term })}
    </button>
  );
}
