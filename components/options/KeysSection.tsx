import type { JSX } from 'preact';
import type { Translate } from '@/lib/i18n/translator';

/** What a key can be set for, as the manifest names it. */
export const KEY_ACTIONS = ['next-term', 'previous-term', 'add-to-glossary'] as const;
export type KeyAction = (typeof KEY_ACTIONS)[number];

export interface KeysSectionProps {
  /** The keys as the browser writes them (`Alt+Shift+J`, `⌥⇧J`); none where nothing is set. */
  keys: ReadonlyMap<KeyAction, string>;
  /** Opens the browser's page where they are changed. */
  onChange(): void;
  t: Translate;
}

/** Which keys do what, and where they are changed. */
export function KeysSection({ keys, onChange, t }: KeysSectionProps): JSX.Element {
  return (
    <>
      <p class="intro">{t('keys.intro')}</p>
      <dl class="keys">
        {KEY_ACTIONS.map((action) => (
          <div key={action} class="key-row">
            <dt>{t(`keys.${action}`)}</dt>
            <dd>
              {keys.get(action) ? <Keys text={keys.get(action) ?? ''} /> : <span>{t('keys.none')}</span>}
            </dd>
          </div>
        ))}
        <div class="key-row">
          <dt>{t('keys.tab')}</dt>
          <dd>
            <Keys text="Tab" />
          </dd>
        </div>
        <div class="key-row">
          <dt>{t('keys.escape')}</dt>
          <dd>
            <Keys text="Esc" />
          </dd>
        </div>
      </dl>
      <button type="button" class="button" onClick={onChange}>
        {t('keys.change')}
      </button>
      <p class="hint">{t('keys.hint')}</p>
    </>
  );
}

/** Each key on a cap of its own where the browser puts a plus between them. */
function Keys({ text }: { text: string }): JSX.Element {
  return (
    <kbd class="key-caps">
      {text.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </kbd>
  );
}
