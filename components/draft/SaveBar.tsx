import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { plainName } from '@/lib/glossary/plain-name';
import type { Translate } from '@/lib/i18n/translator';

/** Where terms can go: a new glossary, or one of these. */
export interface TargetChoice {
  id: string;
  name: string;
}

export interface SaveBarProps {
  count: number;
  /** Proposed for a new glossary. */
  name: string;
  targets: readonly TargetChoice[];
  /** It is being saved. */
  acting: boolean;
  t: Translate;
  onSave(target: { kind: 'new'; name: string } | { kind: 'existing'; id: string }): void;
}

const NEW = '';

/** Saves the accepted terms; nothing else does. */
export function SaveBar({ count, name: proposed, targets, acting, t, onSave }: SaveBarProps): JSX.Element {
  const [chosen, setChosen] = useState(NEW);
  const [typed, setTyped] = useState<string>();
  const target = targets.some(({ id }) => id === chosen) ? chosen : NEW;
  const name = plainName(typed ?? proposed);
  return (
    <form
      class="save-bar"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(target === NEW ? { kind: 'new', name } : { kind: 'existing', id: target });
      }}
    >
      <label class="save-target">
        <span>{t('draft.saveTo')}</span>
        <select class="field" value={target} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value={NEW}>{t('draft.newGlossary')}</option>
          {targets.map(({ id, name: title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {target === NEW && (
        <label class="save-name">
          <span>{t('draft.glossaryName')}</span>
          <input
            class="field"
            required
            maxLength={100}
            value={typed ?? proposed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
      )}
      <button
        type="submit"
        class="button primary"
        disabled={acting || count === 0 || (target === NEW && name === '')}
      >
        {t('draft.save', { count })}
      </button>
    </form>
  );
}
