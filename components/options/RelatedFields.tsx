import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SearchField } from '@/components/controls/SearchField';
import type { Concept, ConceptId } from '@/lib/glossary/model';
import type { Translate } from '@/lib/i18n/translator';
import { RemoveRow } from './RowButtons';

export interface RelatedFieldsProps {
  related: readonly ConceptId[];
  onRelated(related: readonly ConceptId[]): void;
  nameOf(id: ConceptId): string | undefined;
  /** Concepts that could be meant by a text, the likeliest first; `undefined` if it was asked for another since. */
  onLookUp(text: string): Promise<readonly Concept[] | undefined>;
  problem: string | undefined;
  t: Translate;
}

/** Concepts of the same glossary that a reader may want to go on to. */
export function RelatedFields(props: RelatedFieldsProps): JSX.Element {
  const { related, onRelated, nameOf, onLookUp, problem, t } = props;
  const [text, setText] = useState('');
  const [offered, setOffered] = useState<readonly Concept[]>([]);
  const lookUp = (typed: string): void => {
    setText(typed);
    void onLookUp(typed).then((found) => found && setOffered(found));
  };
  return (
    <fieldset class="form-group">
      <legend>{t('edit.related')}</legend>
      {problem !== undefined && <p class="trouble">{problem}</p>}
      <ul class="chips">
        {related.map((id) => (
          <li key={id} class="chip">
            {nameOf(id) ?? id}
            <RemoveRow
              label={t('edit.removeRelated', { name: nameOf(id) ?? id })}
              onRemove={() => onRelated(related.filter((other) => other !== id))}
            />
          </li>
        ))}
      </ul>
      <SearchField label={t('edit.addRelated')} value={text} onInput={lookUp} />
      <ul class="suggestions">
        {offered
          .filter(({ id }) => !related.includes(id))
          .map(({ id, terms }) => (
            <li key={id}>
              <button
                type="button"
                class="suggestion"
                onClick={() => {
                  onRelated([...related, id]);
                  lookUp('');
                }}
              >
                {terms[0].text}
              </button>
            </li>
          ))}
      </ul>
    </fieldset>
  );
}
