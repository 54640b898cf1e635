import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Translate } from '@/lib/i18n/translator';

export interface TabPickerProps {
  tabs: readonly { id: number; title: string; url: string }[];
  t: Translate;
  onRead(tabIds: number[]): void;
}

/** Chooses among the open tabs those whose articles are to be added. */
export function TabPicker({ tabs, t, onRead }: TabPickerProps): JSX.Element {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const toggle = (id: number): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <details class="tab-picker">
      <summary class="button">{t('draft.addTabs')}</summary>
      <form
        class="tab-list"
        onSubmit={(event) => {
          event.preventDefault();
          event.currentTarget.closest('details')?.removeAttribute('open');
          onRead(tabs.map(({ id }) => id).filter((id) => chosen.has(id)));
          setChosen(new Set());
        }}
      >
        {tabs.length === 0 && <p class="hint">{t('draft.noTabs')}</p>}
        <ul>
          {tabs.map(({ id, title, url }) => (
            <li key={id}>
              <label>
                <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
                <span>
                  {title} <small>{new URL(url).hostname}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <button type="submit" class="button primary" disabled={chosen.size === 0}>
          {t('draft.readTabs', { count: chosen.size })}
        </button>
      </form>
    </details>
  );
}
