import type { JSX } from 'preact';
import type { Translate } from '@/lib/i18n/translate';
import type { DefinitionLanguage } from '@/lib/settings/languages';

export interface DefinitionSwitchProps {
  language: DefinitionLanguage;
  onChange(language: DefinitionLanguage): void;
  t: Translate;
}

/** The quiet 中 / EN beside a definition. */
export function DefinitionSwitch({ language, onChange, t }: DefinitionSwitchProps): JSX.Element {
  return (
    <fieldset class="definition-switch" aria-label={t('card.definitionLanguage')}>
      <button
        type="button"
        aria-pressed={language === 'zh'}
        aria-label={t('card.inChinese')}
        lang="zh-Hans"
        onClick={() => onChange('zh')}
      >
        中
      </button>
      <button
        type="button"
        aria-pressed={language === 'en'}
        aria-label={t('card.inEnglish')}
        lang="en"
        onClick={() => onChange('en')}
      >
        EN
      </button>
    </fieldset>
  );
}
