import type { JSX } from 'preact';
import { tagText } from '@/components/popover/sense-texts';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';

export interface KnownTermProps {
  /** What a term means already, in any of its written forms. */
  known: readonly SenseDescription[];
  t: Translate;
  uiLanguage: UiLanguage;
}

/** Says that a glossary has the term already, and under which name: it may be written otherwise. */
export function KnownTerm({ known, t, uiLanguage }: KnownTermProps): JSX.Element {
  return (
    <div class="known" role="status">
      {known.map(({ glossary, concept }) => {
        const definition = tagText(concept.definitions, uiLanguage);
        return (
          <p key={`${glossary.id}/${concept.id}`}>
            <strong>
              {t('note.known', {
                term: concept.terms[0].text,
                glossary: tagText(glossary.name, uiLanguage).text,
              })}
            </strong>{' '}
            <span lang={definition.lang}>{definition.text}</span>
          </p>
        );
      })}
    </div>
  );
}
