import { RotateCcw, Trash2, X } from 'lucide';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Field } from '@/components/controls/Field';
import { Icon } from '@/components/controls/Icon';
import { IconButton } from '@/components/controls/IconButton';
import { tagText } from '@/components/popover/sense-texts';
import type { Concept, ConceptId } from '@/lib/glossary/model';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import { Conflict } from './Conflict';
import type { ConceptDraft } from './concept-draft';
import type { GlossarySummary, OpenConcept } from './glossary-view';
import { LocalizedFields } from './LocalizedFields';
import { LANGUAGE_LIST, SUGGESTED_LANGUAGES } from './language-list';
import { RelatedFields } from './RelatedFields';
import { SourceFields } from './SourceFields';
import { TermFields } from './TermFields';

/** What the form of a concept does. */
export interface ConceptActions {
  onDraft(draft: ConceptDraft): void;
  onSave(): void;
  onClose(): void;
  onDelete(): void;
  /** Takes the reader's own edit of somebody else's concept back. */
  onRevert(): void;
  /** The concept was changed elsewhere: mine takes the place of theirs, or the other way round. */
  onConflict(choice: 'mine' | 'theirs'): void;
  onLookUp(text: string): Promise<readonly Concept[] | undefined>;
}

export interface ConceptFormProps {
  glossary: GlossarySummary;
  concept: OpenConcept;
  nameOf(id: ConceptId): string | undefined;
  actions: ConceptActions;
  t: Translate;
  uiLanguage: UiLanguage;
  children?: JSX.Element;
}

/** All fields of one concept. Control and Enter save, Escape closes. */
export function ConceptForm(props: ConceptFormProps): JSX.Element {
  const { glossary, concept, nameOf, actions, t, uiLanguage } = props;
  const { draft, problems, isNew } = concept;
  const form = useRef<HTMLFormElement>(null);
  const change = (changed: Partial<ConceptDraft>): void => actions.onDraft({ ...draft, ...changed });

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
  }, []);
  const hasProblems = problems.size > 0;
  useEffect(() => {
    if (hasProblems) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [hasProblems]);

  return (
    <form
      class="concept-form"
      ref={form}
      noValidate
      aria-label={isNew ? t('edit.newConcept') : t('edit.concept', { name: draft.terms[0]?.text ?? '' })}
      onSubmit={(event) => {
        event.preventDefault();
        actions.onSave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) actions.onSave();
        // That of an input method takes back what is being composed.
        else if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) actions.onClose();
      }}
    >
      <div class="form-head">
        <h2>{isNew ? t('edit.newConcept') : t('edit.title')}</h2>
        <IconButton icon={X} label={t('card.close')} onClick={actions.onClose} />
      </div>
      {glossary.origin !== 'own' && (
        <p class="hint">{t(concept.edited ? 'edit.overlaid' : 'edit.overlayHint')}</p>
      )}
      {concept.conflict && <Conflict hint={t('edit.conflictHint')} onChoice={actions.onConflict} t={t} />}
      {problems.size > 0 && (
        <p class="trouble" role="alert">
          {problems.get('') ?? t('edit.problems', { count: problems.size })}
        </p>
      )}
      <datalist id={LANGUAGE_LIST}>
        {SUGGESTED_LANGUAGES.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <TermFields
        terms={draft.terms}
        onTerms={(terms) => change({ terms })}
        language={glossary.language}
        {...{ problems, t }}
      />
      <LocalizedFields
        legend={t('edit.definitions')}
        label={t('edit.definition')}
        rows={draft.definitions}
        onRows={(definitions) => change({ definitions })}
        path="definitions"
        lines={3}
        {...{ problems, t }}
      />
      {Object.keys(glossary.categories).length > 0 && (
        <Field label={t('glossaries.category')} problem={problems.get('category')}>
          {(control) => (
            <select
              {...control}
              class="field"
              value={draft.category}
              onChange={(event) => change({ category: event.currentTarget.value })}
            >
              <option value="">{t('edit.noCategory')}</option>
              {Object.entries(glossary.categories).map(([key, name]) => (
                <option key={key} value={key}>
                  {tagText(name, uiLanguage).text}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <SourceFields
        sources={draft.sources}
        onSources={(sources) => change({ sources })}
        {...{ problems, t }}
      />
      <RelatedFields
        related={draft.related}
        onRelated={(related) => change({ related })}
        onLookUp={actions.onLookUp}
        problem={[...problems].find(([path]) => path.startsWith('related'))?.[1]}
        {...{ nameOf, t }}
      />
      <Field label={t('edit.id')} hint={t('edit.idHint')} problem={problems.get('id')}>
        {(control) => (
          <input
            {...control}
            class="field"
            value={draft.id}
            readOnly={!isNew}
            spellcheck={false}
            onInput={(event) => change({ id: event.currentTarget.value })}
          />
        )}
      </Field>
      {props.children}
      <div class="form-foot">
        <button type="submit" class="button primary" disabled={!concept.dirty}>
          {t('edit.save')}
        </button>
        <button type="button" class="button" onClick={actions.onClose}>
          {t(concept.dirty ? 'edit.discard' : 'card.close')}
        </button>
        <span class="form-rest">
          {concept.edited && (
            <button type="button" class="button" onClick={actions.onRevert}>
              <Icon node={RotateCcw} size={15} />
              {t('edit.revert')}
            </button>
          )}
          {!isNew && (
            <button type="button" class="button danger" onClick={actions.onDelete}>
              <Icon node={Trash2} size={15} />
              {t('edit.delete')}
            </button>
          )}
        </span>
      </div>
    </form>
  );
}
