import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from '@/components/controls/Dialog';
import { Field } from '@/components/controls/Field';
import { tagText } from '@/components/popover/sense-texts';
import { MAX_NAME_LENGTH } from '@/lib/glossary/limits';
import type { GlossaryId } from '@/lib/glossary/model';
import { plainName } from '@/lib/glossary/plain-name';
import { languageName } from '@/lib/i18n/language-name';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import type { GlossarySummary } from './glossary-view';
import { SUGGESTED_LANGUAGES } from './language-list';

interface QuestionProps {
  onCancel(): void;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** Asks for what a new glossary can't do without; the rest can be written later. */
export function CreateDialog(
  props: QuestionProps & { onCreate(name: string, language: string): void },
): JSX.Element {
  const { onCreate, onCancel, t, uiLanguage } = props;
  const [name, setName] = useState('');
  const [language, setLanguage] = useState(uiLanguage === 'zh-TW' ? 'zh-Hant' : 'zh-Hans');
  return (
    <Dialog title={t('glossaries.create')} onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const plain = plainName(name);
          if (plain !== '') onCreate(plain, language);
        }}
      >
        <Field label={t('details.name')}>
          {(control) => (
            <input
              {...control}
              class="field"
              required
              maxLength={MAX_NAME_LENGTH}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t('details.language')}>
          {(control) => (
            <select
              {...control}
              class="field"
              value={language}
              onChange={(event) => setLanguage(event.currentTarget.value)}
            >
              {SUGGESTED_LANGUAGES.map((tag) => (
                <option key={tag} value={tag}>
                  {languageName(tag, uiLanguage)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div class="form-foot">
          <button type="submit" class="button primary">
            {t('glossaries.createNow')}
          </button>
          <button type="button" class="button" onClick={onCancel}>
            {t('options.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks which glossaries are to go into one of the reader's own. */
export function MergeDialog(
  props: QuestionProps & {
    into: GlossarySummary;
    glossaries: readonly GlossarySummary[];
    onMerge(others: readonly GlossaryId[]): void;
  },
): JSX.Element {
  const { into, glossaries, onMerge, onCancel, t, uiLanguage } = props;
  const [chosen, setChosen] = useState<readonly GlossaryId[]>([]);
  return (
    <Dialog title={t('merge.title', { name: tagText(into.name, uiLanguage).text })} onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen.length > 0) onMerge(chosen);
        }}
      >
        <p class="hint">{t('merge.hint')}</p>
        {glossaries
          .filter(({ id }) => id !== into.id)
          .map(({ id, name, conceptCount }) => (
            <label class="check" key={id}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) =>
                  setChosen(
                    event.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id),
                  )
                }
              />
              {tagText(name, uiLanguage).text}
              <small>{t('glossaries.concepts', { count: conceptCount })}</small>
            </label>
          ))}
        <div class="form-foot">
          <button type="submit" class="button primary" disabled={chosen.length === 0}>
            {t('merge.now')}
          </button>
          <button type="button" class="button" onClick={onCancel}>
            {t('options.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks before what was written in a form is given up. */
export function UnsavedDialog(
  props: Pick<QuestionProps, 'onCancel' | 't'> & { onDiscard(): void },
): JSX.Element {
  const { onDiscard, onCancel, t } = props;
  return (
    <Dialog title={t('edit.unsaved')} onCancel={onCancel}>
      <p>{t('edit.unsavedHint')}</p>
      <div class="form-foot">
        <button type="button" class="button primary" onClick={onCancel}>
          {t('edit.keepEditing')}
        </button>
        <button type="button" class="button danger" onClick={onDiscard}>
          {t('edit.discard')}
        </button>
      </div>
    </Dialog>
  );
}
