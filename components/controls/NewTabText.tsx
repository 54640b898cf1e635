import { ArrowUpRight } from 'lucide';
import type { JSX } from 'preact';
import type { Translate } from '@/lib/i18n/translate';
import { Icon } from './Icon';

/** The text of a link that opens a new tab, with the arrow that says so: it never wraps to a line of its own. */
export function NewTabText({ text, t }: { text: string; t: Translate }): JSX.Element {
  const last = [...text].at(-1) ?? '';
  return (
    <>
      {text.slice(0, text.length - last.length)}
      <span class="with-arrow">
        {last}
        <Icon node={ArrowUpRight} size={13} />
      </span>
      <span class="unseen">{t('card.newTab')}</span>
    </>
  );
}
