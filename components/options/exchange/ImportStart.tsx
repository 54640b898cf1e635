import { ClipboardPaste, FileUp, Globe } from 'lucide';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from '@/components/controls/Icon';
import type { Translate } from '@/lib/i18n/translator';
import { FileInput } from './FileInput';

export interface ImportStartProps {
  /** Why the last attempt came to nothing; empty if there was none. */
  trouble: string;
  onFile(file: File): void;
  onText(text: string): void;
  onAddress(address: string): void;
  t: Translate;
}

/** The ways a glossary comes in: a file, dropped or picked; a pasted text; an address. */
export function ImportStart({ trouble, onFile, onText, onAddress, t }: ImportStartProps): JSX.Element {
  const [text, setText] = useState('');
  const [address, setAddress] = useState('');
  const [way, setWay] = useState<'text' | 'address'>();
  const id = useId();
  return (
    <div class="import-start">
      <label class="drop-zone" for={`${id}-file`}>
        <Icon node={FileUp} size={26} />
        <span class="drop-title">{t('import.drop')}</span>
        <span class="hint">{t('import.formats')}</span>
        <span class="button primary" aria-hidden="true">
          {t('import.choose')}
        </span>
        <FileInput id={`${id}-file`} label={t('import.choose')} onFile={onFile} />
      </label>
      <p class="trouble" role="alert">
        {trouble}
      </p>
      <div class="actions">
        <button
          type="button"
          class="button"
          aria-expanded={way === 'text'}
          onClick={() => setWay(way === 'text' ? undefined : 'text')}
        >
          <Icon node={ClipboardPaste} size={15} />
          {t('import.paste')}
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={way === 'address'}
          onClick={() => setWay(way === 'address' ? undefined : 'address')}
        >
          <Icon node={Globe} size={15} />
          {t('import.fetch')}
        </button>
      </div>
      {way === 'text' && (
        <form
          class="import-way"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') onText(text);
          }}
        >
          <label for={`${id}-text`}>{t('import.pasteLabel')}</label>
          <textarea
            id={`${id}-text`}
            class="field"
            rows={7}
            spellcheck={false}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <button type="submit" class="button">
            {t('import.look')}
          </button>
        </form>
      )}
      {way === 'address' && (
        <form
          class="import-way"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onAddress(address);
          }}
        >
          <label for={`${id}-address`}>{t('import.addressLabel')}</label>
          <div class="site-entry">
            <input
              id={`${id}-address`}
              class="field"
              type="text"
              inputMode="url"
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              placeholder="https://example.com/glossary.csv"
              value={address}
              onInput={(event) => setAddress(event.currentTarget.value)}
            />
            <button type="submit" class="button">
              {t('import.look')}
            </button>
          </div>
          <p class="hint">{t('import.addressHint')}</p>
        </form>
      )}
    </div>
  );
}
