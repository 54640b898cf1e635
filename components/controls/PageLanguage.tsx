import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { UiLanguage } from '@/lib/settings/languages';

export interface PageLanguageProps {
  language: UiLanguage;
  title: string;
  children: ComponentChildren;
}

/** Declares the language and the title of a whole page of ours; both may change while it is open. */
export function PageLanguage({ language, title, children }: PageLanguageProps): JSX.Element {
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.title = title;
  }, [language, title]);
  return <>{children}</>;
}
