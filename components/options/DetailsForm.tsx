import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ChoiceGroup } from '@/components/controls/ChoiceGroup';
import { Field } from '@/components/controls/Field';
import { checkHeader } from '@/lib/glossary/check-concept';
import type { GlossaryHeader } from '@/lib/glossary/model';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import { COLOUR_VALUES, UNDERLINE_COLOURS, type UnderlineColour } from '@/lib/settings/underline';
import { fromRows, type TextRow, toRows } from './concept-draft';
import type { GlossarySummary } from './glossary-view';
import { LocalizedFields } from './LocalizedFields';
import { LANGUAGE_LIST, SUGGESTED_LANGUAGES } from './language-list';
import { textsByPath } from './problem-text';
import { AddRow, RemoveRow } from './RowButtons';
import { readSite } from './site-address';

/** What the form of a glossary asks to be stored. */
export interface DetailsChanges {
  /** Nothing for a glossary of somebody else's. */
  header?: Omit<GlossaryHeader, 'id'>;
  colour: UnderlineColour | undefined;
  sites: readonly string[] | undefined;
}

export interface DetailsFormProps {
  glossary: GlossarySummary;
  onSave(changes: DetailsChanges): void;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** A category as the form has it. */
interface CategoryRow {
  key: string;
  rows: readonly TextRow[];
}

const PLAIN_PARTS = ['language', 'version', 'updated', 'licence', 'publisher', 'homepage'] as const;
const REQUIRED: ReadonlySet<string> = new Set(['language', 'version', 'updated']);

/** What is written about a glossary, and what the reader chooses for it. */
export function DetailsForm({ glossary, onSave, t }: DetailsFormProps): JSX.Element {
  const own = glossary.origin === 'own';
  const [names, setNames] = useState<readonly TextRow[]>(() => toRows(glossary.name, glossary.language));
  const [descriptions, setDescriptions] = useState<readonly TextRow[]>(() =>
    toRows(glossary.description, glossary.language),
  );
  const [plain, setPlain] = useState(() =>
    Object.fromEntries(PLAIN_PARTS.map((part) => [part, glossary[part] ?? ''])),
  );
  const [categories, setCategories] = useState<readonly CategoryRow[]>(() =>
    Object.entries(glossary.categories).map(([key, name]) => ({ key, rows: toRows(name, 'en') })),
  );
  const [colour, setColour] = useState<UnderlineColour | 'general'>(glossary.colour ?? 'general');
  const [sites, setSites] = useState((glossary.sites ?? []).join('\n'));
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());

  const save = (event: Event): void => {
    event.preventDefault();
    const lines = sites.split('\n').filter((line) => line.trim() !== '');
    const read = lines.map((line) => readSite(line.replace(/^\s*\*\./, '')));
    const wrong = lines.find((_, at) => read[at] === undefined);
    const description = fromRows(descriptions);
    const checked = checkHeader({
      id: glossary.id,
      name: fromRows(names),
      ...(Object.keys(description).length > 0 ? { description } : {}),
      ...Object.fromEntries(
        PLAIN_PARTS.map((part) => [part, plain[part]?.trim() ?? '']).filter(
          ([part, value]) => REQUIRED.has(part as string) || value !== '',
        ),
      ),
      categories: Object.fromEntries(categories.map(({ key, rows }) => [key.trim(), fromRows(rows)])),
    });
    const texts = new Map(checked.ok || !own ? [] : textsByPath(t, checked.problems));
    if (wrong !== undefined) texts.set('sites', t('sites.invalid'));
    setProblems(texts);
    if (texts.size > 0) return;
    const { id: _id, ...header } = checked.ok ? checked.header : glossary;
    onSave({
      ...(own && checked.ok ? { header } : {}),
      colour: colour === 'general' ? undefined : colour,
      sites: lines.length === 0 ? undefined : [...new Set(read.filter((site) => site !== undefined))],
    });
  };

  return (
    <form class="details" noValidate onSubmit={save}>
      <datalist id={LANGUAGE_LIST}>
        {SUGGESTED_LANGUAGES.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <ChoiceGroup<UnderlineColour | 'general'>
        label={t('details.colour')}
        layout="row"
        value={colour}
        onChange={setColour}
        choices={[
          { value: 'general', label: t('details.generalColour') },
          ...UNDERLINE_COLOURS.map((value) => ({
            value,
            label: (
              <>
                <span class="dot" style={{ background: COLOUR_VALUES[value] }} />
                {t(`appearance.colour.${value}`)}
              </>
            ),
          })),
        ]}
      />
      <Field label={t('details.sites')} hint={t('details.sitesHint')} problem={problems.get('sites')}>
        {(control) => (
          <textarea
            {...control}
            class="field"
            rows={2}
            value={sites}
            placeholder="example.com"
            spellcheck={false}
            onInput={(event) => setSites(event.currentTarget.value)}
          />
        )}
      </Field>
      {!own && <p class="hint">{t('details.notOwn')}</p>}
      <LocalizedFields
        legend={t('details.name')}
        label={t('details.name')}
        rows={names}
        onRows={setNames}
        path="name"
        disabled={!own}
        {...{ problems, t }}
      />
      <LocalizedFields
        legend={t('details.description')}
        label={t('details.description')}
        rows={descriptions}
        onRows={setDescriptions}
        path="description"
        lines={2}
        disabled={!own}
        {...{ problems, t }}
      />
      <div class="details-plain">
        {PLAIN_PARTS.map((part) => (
          <Field key={part} label={t(`details.${part}`)} problem={problems.get(part)}>
            {(control) => (
              <input
                {...control}
                class="field"
                {...(part === 'updated' ? { type: 'date' as const } : { type: 'text' as const })}
                value={plain[part] ?? ''}
                disabled={!own}
                onInput={(event) => setPlain({ ...plain, [part]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <fieldset class="form-group" disabled={!own}>
        <legend>{t('details.categories')}</legend>
        {problems.has('categories') && <p class="trouble">{problems.get('categories')}</p>}
        {categories.map(({ key, rows }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a category is nothing but its place while its key is written
          <div class="category-box" key={at}>
            <Field label={t('details.categoryKey')} quiet>
              {(control) => (
                <input
                  {...control}
                  class="field"
                  value={key}
                  placeholder={t('details.categoryKey')}
                  spellcheck={false}
                  onInput={(event) =>
                    setCategories(
                      categories.map((each, place) =>
                        place === at ? { ...each, key: event.currentTarget.value } : each,
                      ),
                    )
                  }
                />
              )}
            </Field>
            <LocalizedFields
              legend={key}
              label={t('details.categoryName')}
              rows={rows}
              onRows={(next) =>
                setCategories(
                  categories.map((each, place) => (place === at ? { ...each, rows: next } : each)),
                )
              }
              path={`categories.${key}`}
              {...{ problems, t }}
            />
            <RemoveRow
              label={t('details.removeCategory', { key })}
              onRemove={() => setCategories(categories.filter((_, place) => place !== at))}
            />
          </div>
        ))}
        <AddRow
          label={t('details.addCategory')}
          onAdd={() =>
            setCategories([...categories, { key: '', rows: toRows(undefined, glossary.language) }])
          }
        />
      </fieldset>
      <div class="form-foot">
        <button type="submit" class="button primary">
          {t('edit.save')}
        </button>
        {problems.size > 0 && (
          <p class="trouble" role="alert">
            {t('edit.problems', { count: problems.size })}
          </p>
        )}
      </div>
    </form>
  );
}
