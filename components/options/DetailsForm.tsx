import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ChoiceGroup } from '@/components/controls/ChoiceGroup';
import { Field } from '@/components/controls/Field';
import { formatPath } from '@/lib/glossary/problem';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import { COLOUR_VALUES, UNDERLINE_COLOURS, type UnderlineColour } from '@/lib/settings/underline';
import { Conflict } from './Conflict';
import { toRows } from './concept-draft';
import { type CategoryRow, type DetailsDraft, PLAIN_PARTS } from './details-draft';
import type { GlossarySummary, OpenDetails } from './glossary-view';
import { LocalizedFields } from './LocalizedFields';
import { LANGUAGE_LIST, SUGGESTED_LANGUAGES } from './language-list';
import { PublishedDetails } from './PublishedDetails';
import { AddRow, RemoveRow } from './RowButtons';

/** What a reader does with the details of a glossary. */
export interface DetailsActions {
  onDraft(draft: DetailsDraft): void;
  onSave(): void;
  /** Changed elsewhere meanwhile: which of the two is to stay. */
  onConflict(choice: 'mine' | 'theirs'): void;
}

export interface DetailsFormProps {
  glossary: GlossarySummary;
  details: OpenDetails;
  actions: DetailsActions;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** What is written about a glossary, and what the reader chooses for it. */
export function DetailsForm({ glossary, details, actions, t, uiLanguage }: DetailsFormProps): JSX.Element {
  const { draft, problems } = details;
  const form = useRef<HTMLFormElement>(null);
  const change = (changed: Partial<DetailsDraft>): void => actions.onDraft({ ...draft, ...changed });
  const hasProblems = problems.size > 0;
  useEffect(() => {
    if (hasProblems) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [hasProblems]);

  return (
    <form
      class="details"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        actions.onSave();
      }}
    >
      {details.conflict && <Conflict hint={t('details.conflictHint')} onChoice={actions.onConflict} t={t} />}
      <datalist id={LANGUAGE_LIST}>
        {SUGGESTED_LANGUAGES.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <ChoiceGroup<UnderlineColour | 'general'>
        label={t('details.colour')}
        layout="row"
        value={draft.colour}
        onChange={(colour) => change({ colour })}
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
            value={draft.sites}
            placeholder="example.com"
            spellcheck={false}
            onInput={(event) => change({ sites: event.currentTarget.value })}
          />
        )}
      </Field>
      {glossary.origin === 'own' ? (
        <OwnFields {...{ glossary, details, actions, t }} />
      ) : (
        <PublishedDetails {...{ glossary, t, uiLanguage }} />
      )}
      <div class="form-foot">
        <button type="submit" class="button primary" disabled={!details.dirty}>
          {t('edit.save')}
        </button>
        {hasProblems && (
          <p class="trouble" role="alert">
            {t('edit.problems', { count: problems.size })}
          </p>
        )}
      </div>
    </form>
  );
}

/** What is written about a glossary of the reader's own. */
function OwnFields({ glossary, details, actions, t }: Omit<DetailsFormProps, 'uiLanguage'>): JSX.Element {
  const { draft, problems } = details;
  const { categories, plain } = draft;
  const change = (changed: Partial<DetailsDraft>): void => actions.onDraft({ ...draft, ...changed });
  const setCategories = (next: readonly CategoryRow[]): void => change({ categories: next });
  return (
    <>
      <LocalizedFields
        legend={t('details.name')}
        label={t('details.name')}
        rows={draft.names}
        onRows={(names) => change({ names })}
        path="name"
        {...{ problems, t }}
      />
      <LocalizedFields
        legend={t('details.description')}
        label={t('details.description')}
        rows={draft.descriptions}
        onRows={(descriptions) => change({ descriptions })}
        path="description"
        lines={2}
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
                value={plain[part]}
                onInput={(event) => change({ plain: { ...plain, [part]: event.currentTarget.value } })}
              />
            )}
          </Field>
        ))}
      </div>
      <fieldset class="form-group">
        <legend>{t('details.categories')}</legend>
        {problems.has('categories') && <p class="trouble">{problems.get('categories')}</p>}
        {categories.map(({ key, rows }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a category is nothing but its place while its key is written
          <div class="category-box" key={at}>
            <Field label={t('details.categoryKey')}>
              {(control) => (
                <input
                  {...control}
                  class="field"
                  value={key}
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
              legend={t('details.categoryName')}
              label={t('details.categoryName')}
              rows={rows}
              onRows={(next) =>
                setCategories(
                  categories.map((each, place) => (place === at ? { ...each, rows: next } : each)),
                )
              }
              path={formatPath(['categories', key.trim()])}
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
    </>
  );
}
