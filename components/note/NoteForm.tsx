import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { type Marking, targetName } from '@/components/controls/target-texts';
import { tagText } from '@/components/popover/sense-texts';
import {
  MAX_DEFINITION_LENGTH,
  MAX_NAME_LENGTH,
  MAX_QUOTE_LENGTH,
  MAX_TERM_LENGTH,
} from '@/lib/glossary/limits';
import type { GlossaryId, LocalizedText } from '@/lib/glossary/model';
import type { Note, NoteSource } from '@/lib/glossary/note';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import { KnownTerm } from './KnownTerm';

/** A glossary of the reader's own, as the form offers it. */
export interface OwnGlossary extends Marking {
  id: GlossaryId;
  name: LocalizedText;
  categories: Readonly<Record<string, LocalizedText>>;
}

/** A field that may be what keeps a note from being saved. */
export type NoteField = 'term' | 'definition' | 'names' | 'newName';

export interface NoteFormProps {
  note: Note;
  onNote(note: Note): void;
  /** A concept that is there already is changed, not a new one made. */
  existing: boolean;
  glossaries: readonly OwnGlossary[];
  /** Where it goes; `undefined`: into a new glossary with the name. */
  chosen: GlossaryId | undefined;
  onChoose(id: GlossaryId | undefined): void;
  newName: string;
  onNewName(name: string): void;
  /** What the term means already in some glossary. */
  known: readonly SenseDescription[];
  /** What has to be mended before it can be kept, in the reader's language. */
  trouble: string | undefined;
  /** Where, if it is a field. */
  invalid: NoteField | undefined;
  onSave(): void;
  onDelete(): void;
  onCancel(): void;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** There is one form on its page. */
const TROUBLE_ID = 'note-trouble';

/** A term of the reader's own, as one writes it down while reading. */
export function NoteForm(props: NoteFormProps): JSX.Element {
  const { note, invalid, trouble, t } = props;
  const form = useRef<HTMLFormElement>(null);
  const change = (changed: Partial<Note>): void => props.onNote({ ...note, ...changed });
  const id = useId();
  const save = (event: Event): void => {
    event.preventDefault();
    props.onSave();
  };
  useEffect(() => {
    if (trouble !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [trouble]);
  return (
    <form
      class="note-form"
      ref={form}
      onSubmit={save}
      onKeyDown={(event) => {
        // Enter alone is a new line in most of the fields.
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event);
      }}
      noValidate
    >
      <div class="note-field">
        <label for={`${id}-term`}>{t('note.term')}</label>
        <input
          class="field note-term"
          id={`${id}-term`}
          value={note.term}
          maxLength={MAX_TERM_LENGTH}
          required
          autocomplete="off"
          aria-invalid={invalid === 'term'}
          aria-describedby={invalid === 'term' ? TROUBLE_ID : undefined}
          onInput={(event) => change({ term: event.currentTarget.value })}
        />
        <KnownTerm known={props.known} t={t} uiLanguage={props.uiLanguage} />
      </div>
      <div class="note-field">
        <label for={`${id}-definition`}>{t('note.definition')}</label>
        <textarea
          class="field"
          id={`${id}-definition`}
          rows={3}
          value={note.definition}
          maxLength={MAX_DEFINITION_LENGTH}
          aria-invalid={invalid === 'definition'}
          aria-describedby={invalid === 'definition' ? TROUBLE_ID : undefined}
          onInput={(event) => change({ definition: event.currentTarget.value })}
        />
      </div>
      <div class="note-field">
        <label for={`${id}-names`}>
          {t('note.names')} <small>{t('note.namesHint')}</small>
        </label>
        <textarea
          class="field"
          id={`${id}-names`}
          rows={1}
          value={note.names}
          aria-invalid={invalid === 'names'}
          aria-describedby={invalid === 'names' ? TROUBLE_ID : undefined}
          onInput={(event) => change({ names: event.currentTarget.value })}
        />
      </div>
      {note.source !== undefined && (
        <SourcePart source={note.source} onSource={(source) => change({ source })} t={t} />
      )}
      {!props.existing && <GlossaryChoice {...props} />}
      <CategoryChoice {...props} />
      <div class="note-actions">
        <p class="trouble" role="alert" id={TROUBLE_ID}>
          {trouble}
        </p>
        {props.existing && (
          <button type="button" class="button danger" onClick={props.onDelete}>
            {t('note.delete')}
          </button>
        )}
        <span class="spring" />
        <button type="button" class="button" onClick={props.onCancel}>
          {t('note.cancel')}
        </button>
        <button type="submit" class="button primary">
          {t('note.save')}
        </button>
      </div>
    </form>
  );
}

function SourcePart({
  source,
  onSource,
  t,
}: {
  source: NoteSource;
  onSource(source: NoteSource | undefined): void;
  t: Translate;
}): JSX.Element {
  const id = useId();
  return (
    <fieldset class="note-source">
      <legend>{t('note.source')}</legend>
      <label class="unseen" for={`${id}-title`}>
        {t('note.sourceTitle')}
      </label>
      <input
        class="field"
        id={`${id}-title`}
        value={source.title}
        maxLength={MAX_NAME_LENGTH}
        onInput={(event) => onSource({ ...source, title: event.currentTarget.value })}
      />
      <p class="note-address">
        <bdi>{source.url}</bdi> <span>{source.date}</span>
      </p>
      <label for={`${id}-quote`}>
        {t('note.quote')} <small>{t('note.quoteHint')}</small>
      </label>
      <textarea
        class="field"
        id={`${id}-quote`}
        rows={2}
        value={source.quote}
        maxLength={MAX_QUOTE_LENGTH}
        onInput={(event) => onSource({ ...source, quote: event.currentTarget.value })}
      />
      <button type="button" class="button small" onClick={() => onSource(undefined)}>
        {t('note.withoutSource')}
      </button>
    </fieldset>
  );
}

/** The value of the choice that makes a new glossary. */
const NEW = '';

function GlossaryChoice(props: NoteFormProps): JSX.Element {
  const { glossaries, chosen, t, uiLanguage } = props;
  const id = useId();
  return (
    <div class="note-field">
      <label for={`${id}-glossary`}>{t('note.glossary')}</label>
      <select
        class="field"
        id={`${id}-glossary`}
        value={chosen ?? NEW}
        onChange={({ currentTarget: { value } }) =>
          props.onChoose(value === NEW ? undefined : (value as GlossaryId))
        }
      >
        {glossaries.map((glossary) => (
          <option key={glossary.id} value={glossary.id}>
            {targetName(glossary, t, uiLanguage)}
          </option>
        ))}
        <option value={NEW}>{t('note.newGlossary')}</option>
      </select>
      {chosen === undefined && (
        <input
          class="field"
          aria-label={t('note.newName')}
          value={props.newName}
          maxLength={MAX_NAME_LENGTH}
          aria-invalid={props.invalid === 'newName'}
          aria-describedby={props.invalid === 'newName' ? TROUBLE_ID : undefined}
          onInput={(event) => props.onNewName(event.currentTarget.value)}
        />
      )}
    </div>
  );
}

function CategoryChoice(props: NoteFormProps): JSX.Element | null {
  const { glossaries, chosen, note, t, uiLanguage } = props;
  const id = useId();
  const categories = Object.entries(glossaries.find((each) => each.id === chosen)?.categories ?? {});
  if (categories.length === 0) return null;
  return (
    <div class="note-field">
      <label for={`${id}-category`}>{t('note.category')}</label>
      <select
        class="field"
        id={`${id}-category`}
        value={note.category}
        onChange={(event) => props.onNote({ ...note, category: event.currentTarget.value })}
      >
        <option value="">{t('note.noCategory')}</option>
        {categories.map(([key, name]) => (
          <option key={key} value={key}>
            {tagText(name, uiLanguage).text}
          </option>
        ))}
      </select>
    </div>
  );
}
