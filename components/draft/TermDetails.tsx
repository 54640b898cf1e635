import type { JSX, Ref } from 'preact';
import { NewTabText } from '@/components/controls/NewTabText';
import type { Article } from '@/lib/extraction/article';
import { type CollectedTerm, type Decision, definitionOf } from '@/lib/extraction/collection';
import { CATEGORY_GUESSES, type CategoryGuess } from '@/lib/extraction/names';
import { MAX_DEFINITION_LENGTH, MAX_TERM_LENGTH } from '@/lib/glossary/limits';
import type { Translate } from '@/lib/i18n/translator';
import { isBlankText } from '@/lib/text/normalize';

export interface TermDetailsProps {
  term: CollectedTerm;
  articles: readonly Article[];
  t: Translate;
  headwordRef: Ref<HTMLInputElement>;
  categoryRef: Ref<HTMLSelectElement>;
  onEdit(changes: Partial<Pick<CollectedTerm, 'forms' | 'category' | 'definition'>>): void;
  onDecide(decision: Decision): void;
  onMerge(): void;
  /** Back to the list. */
  onDone(): void;
}

/** What will be saved of a term, to be changed. */
export function TermDetails(props: TermDetailsProps): JSX.Element {
  const { term, t, onEdit, onDecide } = props;
  const [head, ...others] = term.forms;
  const otherNames = others.filter(({ text }) => text !== head?.text);
  const rename = (text: string): void => {
    const name = text.trim();
    if (head === undefined || isBlankText(name) || name === head.text) return;
    onEdit({ forms: [{ ...head, text: name }, ...others] });
  };
  return (
    <section
      class="details"
      aria-label={t('draft.details')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        props.onDone();
      }}
    >
      <div class="details-row">
        <label class="details-head">
          <span>{t('draft.headword')}</span>
          <input
            key={`${term.key} ${head?.text}`}
            ref={props.headwordRef}
            class="field"
            lang="zh"
            maxLength={MAX_TERM_LENGTH}
            defaultValue={head?.text}
            onBlur={(event) => rename(event.currentTarget.value)}
            onKeyDown={(event) => {
              // Enter that ends a composition is the input method's.
              if (event.key === 'Enter' && !event.isComposing) props.onDone();
            }}
          />
        </label>
        <label>
          <span>{t('draft.categoryLabel')}</span>
          <select
            ref={props.categoryRef}
            class="field"
            value={term.category}
            onChange={(event) => onEdit({ category: event.currentTarget.value as CategoryGuess })}
          >
            {CATEGORY_GUESSES.map((category) => (
              <option key={category} value={category}>
                {t(`draft.category.${category}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {otherNames.length > 0 && (
        <p class="details-forms">
          {t('draft.otherForms')}{' '}
          {otherNames.map((form) => (
            <span key={form.key} class="form-chip" lang="zh">
              {form.text}
              <button
                type="button"
                aria-label={t('draft.removeForm', { text: form.text })}
                onClick={() => onEdit({ forms: term.forms.filter(({ key }) => key !== form.key) })}
              >
                ×
              </button>
            </span>
          ))}
        </p>
      )}
      <label>
        <span>{t('draft.definition')}</span>
        <textarea
          key={term.key + definitionOf(term)}
          class="field"
          lang="zh"
          rows={3}
          maxLength={MAX_DEFINITION_LENGTH}
          defaultValue={definitionOf(term)}
          onBlur={(event) => {
            const text = event.currentTarget.value;
            if (text !== definitionOf(term)) onEdit({ definition: text });
          }}
        />
      </label>
      <div class="details-row">
        <SourceLinks {...props} />
        <span class="details-buttons">
          <button type="button" class="button" onClick={props.onMerge}>
            {t('draft.merge')}
          </button>
          <button
            type="button"
            class="button"
            aria-pressed={term.decision === 'rejected'}
            onClick={() => onDecide('rejected')}
          >
            {t('draft.reject')}
          </button>
          <button
            type="button"
            class="button primary"
            aria-pressed={term.decision === 'accepted'}
            onClick={() => onDecide('accepted')}
          >
            {t(term.decision === 'accepted' ? 'draft.accepted' : 'draft.accept')}
          </button>
        </span>
      </div>
    </section>
  );
}

function SourceLinks({ term, articles, t }: TermDetailsProps): JSX.Element {
  const urls = [...new Set(term.findings.map(({ article }) => article))];
  return (
    <ul class="details-sources">
      {urls.map((number) => {
        const source = articles[number]?.source;
        return source === undefined ? null : (
          <li key={number}>
            <a href={source.url} target="_blank" rel="noopener noreferrer">
              <NewTabText text={source.title || source.url} t={t} />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
