import type { IconNode } from 'lucide';
import { List, LockKeyhole, MousePointer2, Pin, SlidersHorizontal } from 'lucide';
import type { ComponentChildren, JSX } from 'preact';
import { Brand } from '@/components/controls/Brand';
import { Icon } from '@/components/controls/Icon';
import type { MessageKey, Translate } from '@/lib/i18n/translator';

const HINTS: readonly { icon: IconNode; name: MessageKey; hint: MessageKey }[] = [
  { icon: MousePointer2, name: 'welcome.hover', hint: 'welcome.hoverHint' },
  { icon: List, name: 'welcome.toolbar', hint: 'welcome.toolbarHint' },
  { icon: SlidersHorizontal, name: 'welcome.optionsName', hint: 'welcome.optionsHint' },
];

export interface WelcomeProps {
  onOpenOptions(): void;
  t: Translate;
  /** The live example. */
  children: ComponentChildren;
}

/** One screen on first install: what it does, seen at work. */
export function Welcome({ onOpenOptions, t, children }: WelcomeProps): JSX.Element {
  return (
    <main class="welcome">
      <div class="welcome-text">
        <Brand name={t('product.name')} size={32} />
        <h1>{t('welcome.headline')}</h1>
        <p class="lead">{t('welcome.lead')}</p>
        <ul class="hints">
          {HINTS.map(({ icon, name, hint }) => (
            <li key={name}>
              <Icon node={icon} size={18} />
              <p>
                <b>{t(name)}</b> {t(hint)}
              </p>
            </li>
          ))}
        </ul>
        <p class="welcome-actions">
          <button type="button" class="button primary" onClick={onOpenOptions}>
            {t('welcome.openOptions')}
          </button>
        </p>
        <p class="aside">
          <Icon node={Pin} size={15} /> {t('welcome.pin')}
        </p>
        <p class="aside">
          <Icon node={LockKeyhole} size={15} /> {t('welcome.privacy')}
        </p>
      </div>
      <div class="welcome-example">
        <p class="example-hint">{t('welcome.example')}</p>
        {children}
      </div>
    </main>
  );
}
