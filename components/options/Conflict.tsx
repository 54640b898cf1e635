import type { JSX } from 'preact';
import type { Translate } from '@/lib/i18n/translator';

export interface ConflictProps {
  /** What is no longer as it was. */
  hint: string;
  onChoice(choice: 'mine' | 'theirs'): void;
  t: Translate;
}

/** Asks what is to stay where something was changed elsewhere while it was being written here. */
export function Conflict({ hint, onChoice, t }: ConflictProps): JSX.Element {
  return (
    <div class="conflict" role="alert">
      <p>
        <b>{t('edit.conflict')}</b> {hint}
      </p>
      <button type="button" class="button" onClick={() => onChoice('mine')}>
        {t('edit.keepMine')}
      </button>
      <button type="button" class="button" onClick={() => onChoice('theirs')}>
        {t('edit.takeTheirs')}
      </button>
    </div>
  );
}
