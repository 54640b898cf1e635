import type { JSX } from 'preact';
import { Brand } from '@/components/controls/Brand';
import type { Translate } from '@/lib/i18n/translator';

export interface AboutSectionProps {
  version: string;
  /** Address of the welcome page. */
  welcomeUrl: string;
  t: Translate;
}

/** What this is, what it does with what it reads, and on what terms. */
export function AboutSection({ version, welcomeUrl, t }: AboutSectionProps): JSX.Element {
  return (
    <div class="about">
      <p class="about-product">
        <Brand name={t('product.name')} size={40} />
        <span>{t('about.version', { version })}</span>
      </p>
      <h2>{t('about.privacy')}</h2>
      <p>{t('about.privacyText')}</p>
      <h2>{t('about.licence')}</h2>
      <p>{t('about.licenceText')}</p>
      <p>
        <a href={welcomeUrl}>{t('about.welcome')}</a>
      </p>
    </div>
  );
}
