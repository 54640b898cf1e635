import type { JSX } from 'preact';
import { ChoiceGroup } from '@/components/controls/ChoiceGroup';
import type { Translate } from '@/lib/i18n/translator';
import { UI_LANGUAGES, type UiLanguage } from '@/lib/settings/languages';
import type { Settings } from '@/lib/settings/settings';

/** Each language in itself, so that those who got into the wrong one find out again. */
const OWN_NAMES: Readonly<Record<UiLanguage, string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文（台灣）',
  en: 'English',
};

export interface LanguageSectionProps {
  setting: Pick<Settings, 'uiLanguage' | 'definitionLanguage'>;
  /** What `auto` comes to. */
  browserLanguage: UiLanguage;
  uiLanguage: UiLanguage;
  onUiLanguage(language: Settings['uiLanguage']): void;
  onDefinitionLanguage(language: Settings['definitionLanguage']): void;
  t: Translate;
}

/** The language of the interface, and that of the definitions. */
export function LanguageSection(props: LanguageSectionProps): JSX.Element {
  const { setting, t } = props;
  const automatic = t(props.uiLanguage === 'en' ? 'language.english' : 'language.chinese');
  return (
    <>
      <ChoiceGroup
        label={t('language.interface')}
        layout="column"
        value={setting.uiLanguage}
        onChange={props.onUiLanguage}
        choices={[
          {
            value: 'auto',
            label: t('language.interfaceAuto', { language: OWN_NAMES[props.browserLanguage] }),
          },
          ...UI_LANGUAGES.map((language) => ({
            value: language,
            label: OWN_NAMES[language],
            lang: language,
          })),
        ]}
      />
      <ChoiceGroup
        label={t('language.definitions')}
        layout="column"
        value={setting.definitionLanguage}
        onChange={props.onDefinitionLanguage}
        choices={[
          { value: 'auto', label: t('language.definitionsAuto', { language: automatic }) },
          { value: 'zh', label: t('language.chinese') },
          { value: 'en', label: t('language.english') },
        ]}
      />
      <p class="hint">{t('language.definitionsHint')}</p>
    </>
  );
}
