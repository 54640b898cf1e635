import type { JSX } from 'preact';
import { Field } from '@/components/controls/Field';
import type { Translate } from '@/lib/i18n/translator';
import { EMPTY_SOURCE, type SourceDraft } from './concept-draft';
import type { ProblemTexts } from './problem-text';
import { AddRow, RemoveRow } from './RowButtons';

const PARTS = ['title', 'url', 'publisher', 'date', 'quote'] as const;

export interface SourceFieldsProps {
  sources: readonly SourceDraft[];
  onSources(sources: readonly SourceDraft[]): void;
  problems: ProblemTexts;
  t: Translate;
}

/** Where it is written: title, address and the rest of each source. */
export function SourceFields({ sources, onSources, problems, t }: SourceFieldsProps): JSX.Element {
  return (
    <fieldset class="form-group">
      <legend>{t('edit.sources')}</legend>
      {sources.map((source, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a source is nothing but its place
        <div class="source-box" key={at}>
          {PARTS.map((part) => (
            <Field
              key={part}
              label={t(`edit.source.${part}`)}
              problem={problems.get(`sources[${at}].${part}`)}
            >
              {(control) => (
                <input
                  {...control}
                  class="field"
                  {...(part === 'date' ? { type: 'date' as const } : { type: 'text' as const })}
                  value={source[part]}
                  onInput={(event) => {
                    const { value } = event.currentTarget;
                    onSources(
                      sources.map((each, place) => (place === at ? { ...each, [part]: value } : each)),
                    );
                  }}
                />
              )}
            </Field>
          ))}
          <RemoveRow
            label={t('edit.removeSource', { title: source.title })}
            onRemove={() => onSources(sources.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <AddRow label={t('edit.addSource')} onAdd={() => onSources([...sources, EMPTY_SOURCE])} />
    </fieldset>
  );
}
