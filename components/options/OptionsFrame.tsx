import type { IconNode } from 'lucide';
import {
  Archive,
  ArrowRightLeft,
  BookMarked,
  Check,
  Globe,
  Info,
  Keyboard,
  Languages,
  ListFilter,
  Rss,
  Underline,
} from 'lucide';
import type { ComponentChildren, JSX } from 'preact';
import { Brand } from '@/components/controls/Brand';
import { Icon } from '@/components/controls/Icon';
import type { Translate } from '@/lib/i18n/translator';
import { SECTION_NAMES, SECTIONS, type Section } from './sections';

const ICONS: Readonly<Record<Section, IconNode>> = {
  glossaries: BookMarked,
  exchange: ArrowRightLeft,
  subscriptions: Rss,
  backup: Archive,
  appearance: Underline,
  marking: ListFilter,
  sites: Globe,
  keys: Keyboard,
  language: Languages,
  about: Info,
};

export interface OptionsFrameProps {
  section: Section;
  /** `glossary`: a page of its own, with more room and its own heading. */
  page: 'section' | 'glossary';
  /** A change was kept just now. */
  saved: boolean;
  /** Says what was just done. */
  toast: ComponentChildren;
  t: Translate;
  children: ComponentChildren;
}

/** The options page round its section: brand, sections, and the quiet sign that a change is kept. */
export function OptionsFrame(props: OptionsFrameProps): JSX.Element {
  const { section, page, saved, toast, t, children } = props;
  return (
    <div class="options" data-page={page}>
      <header class="options-side">
        <Brand name={t('product.name')} size={28} />
        <nav aria-label={t('options.sections')}>
          <ul>
            {SECTIONS.map((each) => (
              <li key={each}>
                <a href={`#${each}`} aria-current={each === section ? 'page' : undefined}>
                  <Icon node={ICONS[each]} />
                  {t(SECTION_NAMES[each])}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main class="options-main">
        {page === 'section' && <h1>{t(SECTION_NAMES[section])}</h1>}
        {children}
      </main>
      <div class="sign" role="status">
        {saved && (
          <span class="sign-saved">
            <Icon node={Check} size={14} /> {t('options.saved')}
          </span>
        )}
      </div>
      {toast}
    </div>
  );
}
