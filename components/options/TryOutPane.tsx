import { Check, X } from 'lucide';
import type { JSX } from 'preact';
import { Field } from '@/components/controls/Field';
import { Icon } from '@/components/controls/Icon';
import type { Translate } from '@/lib/i18n/translator';
import { AddressField } from './AddressField';
import type { TryOut } from './glossary-view';

export interface TryOutPaneProps {
  tryOut: TryOut;
  onText(text: string): void;
  onAddress(address: string): void;
  onTakePage(): void;
  t: Translate;
}

/** A text of the reader's own or of a page, with what the glossary marks in it, what it does not, and why. */
export function TryOutPane({ tryOut, onText, onAddress, onTakePage, t }: TryOutPaneProps): JSX.Element {
  const { text, parts, decisions, page } = tryOut;
  return (
    <section class="try" aria-label={t('try.title')}>
      <Field label={t('try.label')} hint={t('try.hint')}>
        {(control) => (
          <textarea
            {...control}
            class="field"
            rows={4}
            value={text}
            spellcheck={false}
            onInput={(event) => onText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="site-form try-page">
        <AddressField
          id="try-address"
          label={t('try.address')}
          placeholder="https://"
          value={page.address}
          problem={page.problem}
          action={t(page.busy ? 'try.taking' : 'try.take')}
          busy={page.busy}
          onInput={onAddress}
          onAction={onTakePage}
        />
      </div>
      {text !== '' && (
        <div role="status">
          <p class="try-text">
            {parts.map((part) =>
              part.marked ? <mark key={part.key}>{part.text}</mark> : <span key={part.key}>{part.text}</span>,
            )}
          </p>
          {decisions.length === 0 && <p class="hint">{t('try.nothing')}</p>}
          <ul class="try-list">
            {decisions.map((decision) => (
              <li key={decision.key} data-accepted={decision.accepted ? '' : undefined}>
                <Icon node={decision.accepted ? Check : X} size={15} />
                <b>{decision.text}</b>
                <span>
                  {t(decision.accepted ? 'try.marked' : 'try.notMarked')} {decision.reason}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
