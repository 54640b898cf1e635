import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ChoiceGroup } from '@/components/controls/ChoiceGroup';
import { tagText } from '@/components/popover/sense-texts';
import { formatDate } from '@/lib/i18n/format-date';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import type { GlossaryOffer } from '@/lib/updates/glossary-offer';
import type { UpdateMode } from '@/lib/updates/subscription';

export interface OfferProps {
  offer: GlossaryOffer;
  /** Who serves it. */
  host: string;
  busy: boolean;
  onSubscribe(mode: UpdateMode): void;
  onCancel(): void;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** A glossary that was looked at: what it is, whose, from where; and the question whether to subscribe. */
export function Offer(props: OfferProps): JSX.Element {
  const { offer, host, busy, t, uiLanguage } = props;
  const [mode, setMode] = useState<UpdateMode>('auto');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const name = tagText(offer.name, uiLanguage);
  const description = offer.description && tagText(offer.description, uiLanguage);
  return (
    <section class="offer" aria-labelledby="offer-name">
      <h2 id="offer-name" lang={name.lang} tabIndex={-1} ref={heading}>
        {name.text}
      </h2>
      {description !== undefined && <p lang={description.lang}>{description.text}</p>}
      <ul class="facts">
        <li>{t('subscriptions.from', { host })}</li>
        <li>
          {offer.publisher === undefined
            ? t('subscriptions.noPublisher')
            : t('subscriptions.publisher', { name: offer.publisher })}
        </li>
        <li>
          {offer.licence === undefined
            ? t('subscriptions.noLicence')
            : t('glossaries.licence', { name: offer.licence })}
        </li>
        <li>{t('glossaries.concepts', { count: offer.conceptCount })}</li>
        <li>
          {t('subscriptions.version', {
            version: offer.version,
            date: formatDate(offer.updated, uiLanguage),
          })}
        </li>
        {offer.skipped > 0 && <li>{t('subscriptions.leftOut', { count: offer.skipped })}</li>}
        {offer.signed && <li>{t('subscriptions.signed')}</li>}
      </ul>
      {offer.homepage !== undefined && (
        <a href={offer.homepage} target="_blank" rel="noopener noreferrer">
          {t('subscriptions.homepage')} <span class="unseen">{t('card.newTab')}</span>
        </a>
      )}
      <ModeChoice mode={mode} onChange={setMode} t={t} />
      <div class="actions">
        <button type="button" class="button primary" disabled={busy} onClick={() => props.onSubscribe(mode)}>
          {t(busy ? 'subscriptions.subscribing' : 'subscriptions.subscribe')}
        </button>
        <button type="button" class="button" disabled={busy} onClick={props.onCancel}>
          {t('subscriptions.cancel')}
        </button>
      </div>
    </section>
  );
}

/** Whether updates are taken as they come or shown first. */
export function ModeChoice(props: {
  mode: UpdateMode;
  onChange(mode: UpdateMode): void;
  t: Translate;
}): JSX.Element {
  const { mode, onChange, t } = props;
  return (
    <ChoiceGroup
      label={t('subscriptions.mode')}
      layout="row"
      value={mode}
      onChange={onChange}
      choices={[
        { value: 'auto', label: t('subscriptions.mode.auto') },
        { value: 'ask', label: t('subscriptions.mode.ask') },
      ]}
    />
  );
}
