import type { JSX } from 'preact';
import type { MessageKey, Translate } from '@/lib/i18n/translator';

const SHORTCUTS: readonly (readonly [keys: readonly string[], action: MessageKey])[] = [
  [['↑', '↓'], 'draft.keyMove'],
  [['A', '↵'], 'draft.accept'],
  [['X'], 'draft.reject'],
  [['M'], 'draft.merge'],
  [['E'], 'draft.keyEdit'],
  [['C'], 'draft.keyCategory'],
  [['U'], 'draft.stepBack'],
];

/** The keys of the list. */
export function ShortcutList({ t }: { t: Translate }): JSX.Element {
  return (
    <dl class="shortcuts" aria-label={t('draft.keys')}>
      {SHORTCUTS.map(([keys, action]) => (
        <div key={action}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{t(action)}</dd>
        </div>
      ))}
    </dl>
  );
}
