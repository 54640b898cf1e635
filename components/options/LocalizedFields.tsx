import type { JSX } from 'preact';
import { Field } from '@/components/controls/Field';
import type { Translate } from '@/lib/i18n/translator';
import type { TextRow } from './concept-draft';
import { LANGUAGE_LIST, nextLanguage } from './language-list';
import type { ProblemTexts } from './problem-text';
import { AddRow, RemoveRow } from './RowButtons';

export interface LocalizedFieldsProps {
  legend: string;
  rows: readonly TextRow[];
  onRows(rows: readonly TextRow[]): void;
  /** Name of one text: “Definition”. */
  label: string;
  /** Path of the texts in what is checked. */
  path: string;
  problems: ProblemTexts;
  lines?: number;
  t: Translate;
}

/** One text in several languages: a row for each. */
export function LocalizedFields(props: LocalizedFieldsProps): JSX.Element {
  const { legend, rows, onRows, label, path, problems, lines = 1, t } = props;
  const change = (at: number, changed: Partial<TextRow>): void =>
    onRows(rows.map((row, each) => (each === at ? { ...row, ...changed } : row)));
  const problemOf = (row: TextRow): string | undefined => {
    const language = row.language.trim();
    return problems.get(`${path}.${language}`) ?? problems.get(`${path}[${JSON.stringify(language)}]`);
  };
  return (
    <fieldset class="form-group">
      <legend>{legend}</legend>
      {problems.has(path) && <p class="trouble">{problems.get(path)}</p>}
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
        <div class="text-row" key={at}>
          <Field label={t('edit.language')} quiet>
            {(control) => (
              <input
                {...control}
                class="field"
                list={LANGUAGE_LIST}
                value={row.language}
                spellcheck={false}
                onInput={(event) => change(at, { language: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={`${label} (${row.language})`} quiet problem={problemOf(row)}>
            {(control) =>
              lines === 1 ? (
                <input
                  {...control}
                  class="field"
                  lang={row.language}
                  value={row.text}
                  onInput={(event) => change(at, { text: event.currentTarget.value })}
                />
              ) : (
                <textarea
                  {...control}
                  class="field"
                  lang={row.language}
                  rows={lines}
                  value={row.text}
                  onInput={(event) => change(at, { text: event.currentTarget.value })}
                />
              )
            }
          </Field>
          <RemoveRow
            label={t('edit.removeText', { language: row.language })}
            onRemove={() => onRows(rows.filter((_, each) => each !== at))}
          />
        </div>
      ))}
      <AddRow
        label={t('edit.addLanguage')}
        onAdd={() => onRows([...rows, { language: nextLanguage(rows.map((row) => row.language)), text: '' }])}
      />
    </fieldset>
  );
}
