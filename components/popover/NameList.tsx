import type { JSX } from 'preact';
import type { LanguageTag, Term } from '@/lib/glossary/model';
import { languageName } from '@/lib/i18n/language-name';
import type { Translate } from '@/lib/i18n/translate';
import type { UiLanguage } from '@/lib/settings/languages';
import type { NameGroup } from './sense-texts';

export interface NameListProps {
  groups: readonly NameGroup[];
  /** Language of the headword: its other names need no language said. */
  headLang: LanguageTag;
  t: Translate;
  uiLanguage: UiLanguage;
}

function labelOf(lang: LanguageTag, { headLang, t, uiLanguage }: NameListProps): string {
  if (lang === headLang) return t('card.otherNames');
  if (lang.startsWith('zh-Hant')) return t('card.traditional');
  if (lang.startsWith('zh')) return t('card.simplified');
  if (lang.startsWith('en')) return t('card.english');
  return languageName(lang, uiLanguage);
}

/** The other names of a concept, a row for each language; rows of the card's margin list. */
export function NameList(props: NameListProps): JSX.Element {
  return (
    <>
      {props.groups.map(({ lang, terms }) => (
        <div class="row" key={lang}>
          <dt>{labelOf(lang, props)}</dt>
          <dd class="names">
            {terms.map((term) => (
              <Name key={term.text} term={term} lang={lang} t={props.t} />
            ))}
          </dd>
        </div>
      ))}
    </>
  );
}

/** One name; one that its glossary advises against is struck out and says so. */
export function Name({ term, lang, t }: { term: Term; lang: LanguageTag; t: Translate }): JSX.Element {
  if (term.status !== 'deprecated') return <span lang={lang}>{term.text}</span>;
  return (
    <span class="deprecated">
      <s lang={lang}>{term.text}</s> <small>{t('card.deprecated')}</small>
    </span>
  );
}
