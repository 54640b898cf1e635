import { ChevronRight } from 'lucide';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '@/components/controls/Icon';
import { declaredLanguage } from '@/components/popover/sense-texts';
import type { Translate } from '@/lib/i18n/translator';
import type { RejectionReason } from '@/lib/matching/rejection-reason';
import type { RejectedListedTerm } from '@/lib/page-list/page-view';

export interface RejectedTermsProps {
  /** `undefined` while they are being looked for. */
  rejected: readonly RejectedListedTerm[] | 'failed' | undefined;
  /** They are to be looked for, or no longer. */
  onRejected(wanted: boolean): void;
  t: Translate;
}

/** What looks like a term on the page and is not marked, each with the reason; folded up until it is wanted. */
export function RejectedTerms({ rejected, onRejected, t }: RejectedTermsProps): JSX.Element {
  const tell = useRef(onRejected);
  tell.current = onRejected;
  // Taken away while open it says nothing of being closed.
  useEffect(() => () => tell.current(false), []);
  const terms = rejected === 'failed' ? [] : rejected;
  return (
    <details class="rejected" onToggle={(event) => onRejected(event.currentTarget.open)}>
      <summary class="folder">
        <Icon node={ChevronRight} size={14} />
        {t('list.rejected')}
      </summary>
      <p class="hint">{t('list.rejectedHint')}</p>
      {rejected === undefined && <p class="hint">{t('popup.loading')}</p>}
      {rejected === 'failed' && (
        <p class="trouble" role="alert">
          {t('popup.failed')}
        </p>
      )}
      {rejected !== 'failed' && rejected?.length === 0 && <p class="nothing">{t('list.rejectedNone')}</p>}
      <ul>
        {terms?.map(({ key, headword, language, count, sentence, reason }) => (
          <li key={key} class="rejected-term">
            <p class="rejected-line">
              <span class="rejected-head" lang={declaredLanguage(language)}>
                {headword}
              </span>
              <span class="term-count">
                <span aria-hidden="true">{count}</span>
                <span class="unseen">{t('popup.places', { count })}</span>
              </span>
            </p>
            <p class="term-sentence" lang={declaredLanguage(language)}>
              {sentence.before}
              <mark>{sentence.term}</mark>
              {sentence.after}
            </p>
            <p class="rejected-why">{reasonText(reason, headword, t)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function reasonText(reason: RejectionReason, term: string, t: Translate): JSX.Element {
  switch (reason.kind) {
    case 'letters':
      return <>{t('list.why.letters')}</>;
    case 'rules':
      return <>{t('list.why.rules')}</>;
    case 'numeral':
      return <>{t('list.why.numeral')}</>;
    case 'context':
      return <>{t('list.why.context')}</>;
    case 'words': {
      const { word, standing, crossing, needed } = reason;
      return (
        <>
          {t('list.why.words', { word })}{' '}
          <small>{t('list.why.scores', { term, standing, word, crossing, lead: needed })}</small>
        </>
      );
    }
  }
}
