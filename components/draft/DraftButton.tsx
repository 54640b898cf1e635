import { BookPlus } from 'lucide';
import type { JSX } from 'preact';
import { Icon } from '@/components/controls/Icon';
import type { Translate } from '@/lib/i18n/translator';

/** Begins a glossary from the article in the tab. */
export function DraftButton({ t, onDraft }: { t: Translate; onDraft(): void }): JSX.Element {
  return (
    <footer class="draft-footer">
      <button type="button" class="button" onClick={onDraft}>
        <Icon node={BookPlus} />
        {t('draft.open')}
      </button>
    </footer>
  );
}
