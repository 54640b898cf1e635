import { type ReadonlySignal, signal } from '@preact/signals';
import type { ConceptActions } from '@/components/options/ConceptForm';
import type { DetailsActions } from '@/components/options/DetailsForm';
import type { GlossaryActions } from '@/components/options/GlossaryRow';
import type { GlossarySummary, OnRemedy } from '@/components/options/glossary-view';
import { glossaryHref } from '@/components/options/sections';
import { tagText } from '@/components/popover/sense-texts';
import { applyRemedy } from '@/lib/glossary/lint';
import type { Concept, ConceptId, GlossaryId } from '@/lib/glossary/model';
import { plainName } from '@/lib/glossary/plain-name';
import type { MessageKey, Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import type { Undo } from '@/lib/storage/undo';
import type { BackupState } from './backup-state';
import { createConceptEditor } from './concept-editor';
import { createDetailsEditor } from './details-editor';
import { createGlossaryList } from './glossary-list';
import type { Navigation } from './navigation';
import type { Notices } from './notices';
import { createOpenGlossary } from './open-glossary';
import { conceptHref, NEW_CONCEPT } from './route';
import { createTryOut } from './try-out';

export interface DeskParts {
  navigation: Navigation;
  notices: Notices;
  backup: BackupState;
  t: ReadonlySignal<Translate>;
  uiLanguage: ReadonlySignal<UiLanguage>;
}

/** Languages of the interface, as glossaries name them. */
const NAME_LANGUAGES: Readonly<Record<UiLanguage, string>> = {
  'zh-CN': 'zh-Hans',
  'zh-TW': 'zh-Hant',
  en: 'en',
};

/** All that a reader does with glossaries on this page: wires list, open glossary, form and try-out. */
export function createGlossaryDesk({ navigation, notices, backup, t, uiLanguage }: DeskParts) {
  const list = createGlossaryList();
  const open = createOpenGlossary(list.glossaries, navigation.route);
  const editor = createConceptEditor(list, open, navigation.route, t);
  const detailsEditor = createDetailsEditor(list, open, navigation.route, t);
  const tryOut = createTryOut(open, editor, t);
  const question = signal<{ kind: 'create' } | { kind: 'merge'; into: GlossarySummary } | undefined>(
    undefined,
  );
  navigation.guard(() => editor.dirty.peek() || detailsEditor.dirty.peek());

  const nameOf = ({ name }: GlossarySummary): string => tagText(name, uiLanguage.peek()).text;
  const headword = (id: ConceptId): string => open.contents.peek()?.byId.get(id)?.terms[0].text ?? id;
  const openHref = (): string => {
    const { glossary } = navigation.route.peek();
    return glossary === undefined ? '#glossaries' : `${glossaryHref(glossary)}/concepts`;
  };

  const actions: GlossaryActions = {
    onEnabled: ({ id }, enabled) => void notices.signing(list.setEnabled(id, enabled)),
    onMove: ({ id }, place) => void notices.signing(list.move(id, place)),
    onMerge: (into) => {
      question.value = { kind: 'merge', into };
    },
    onDuplicate(glossary) {
      const name = plainName(t.peek()('glossaries.copyOf', { name: nameOf(glossary) }));
      void notices.undoable(list.duplicate(glossary, { [NAME_LANGUAGES[uiLanguage.peek()]]: name }), {
        said: 'glossaries.duplicated',
        params: { name: nameOf(glossary) },
        undo: list.undo,
      });
    },
    onDelete: (glossary) =>
      void notices.undoable(
        backup.keep('delete').then(() => list.remove(glossary.id)),
        {
          said: 'glossaries.deleted',
          params: { name: nameOf(glossary) },
          undo: list.undo,
        },
      ),
  };

  /** Concepts, as they were read, to which something was done: once is enough until they are read anew. */
  const settled = new WeakSet<Concept>();

  /** Does something to a concept that can be taken back, however often it is asked for; tells whether it was done. */
  async function settle(
    id: ConceptId,
    said: MessageKey,
    act: () => Promise<Undo> | undefined,
  ): Promise<boolean> {
    const concept = open.contents.peek()?.byId.get(id);
    if (concept !== undefined) {
      if (settled.has(concept)) return false;
      settled.add(concept);
    }
    const done = await notices.undoable(act(), { said, params: { name: headword(id) }, undo: list.undo });
    if (!done && concept !== undefined) settled.delete(concept);
    return done;
  }

  async function deleteConcept(id: ConceptId): Promise<void> {
    const isOpen = navigation.route.peek().concept === id;
    const said = open.glossary.peek()?.origin === 'own' ? 'edit.deleted' : 'edit.hidden';
    if (!(await settle(id, said, () => editor.remove([id]))) || !isOpen) return;
    editor.discard();
    navigation.go(openHref());
  }

  async function save(force: boolean): Promise<void> {
    const { glossary } = navigation.route.peek();
    let saved: ConceptId | undefined;
    const saving = editor.save({ force })?.then((id) => {
      saved = id;
    });
    if (saving === undefined || !(await notices.signing(saving))) return;
    if (saved !== undefined && glossary !== undefined) navigation.rename(conceptHref(glossary, saved));
  }

  const concept: ConceptActions = {
    onDraft: editor.setDraft,
    onSave: () => void save(false),
    onClose: () => navigation.go(openHref()),
    onDelete: () => void deleteConcept(navigation.route.peek().concept as ConceptId),
    async onRevert() {
      const id = navigation.route.peek().concept as ConceptId;
      if (await settle(id, 'edit.reverted', () => editor.revert([id]))) editor.discard();
    },
    onConflict(choice) {
      notices.dismiss();
      if (choice === 'theirs') editor.discard();
      else void save(true);
    },
    onLookUp: open.lookUp,
  };

  const saveDetails = (force: boolean): void => {
    const saving = detailsEditor.save({ force });
    if (saving !== undefined) void notices.signing(saving);
  };
  const details: DetailsActions = {
    onDraft: detailsEditor.setDraft,
    onSave: () => saveDetails(false),
    onConflict(choice) {
      notices.dismiss();
      if (choice === 'theirs') detailsEditor.discard();
      else saveDetails(true);
    },
  };

  const onRemedy: OnRemedy = ({ conceptId }, remedy) => {
    const old = open.contents.peek()?.byId.get(conceptId);
    if (old === undefined) return;
    void settle(conceptId, 'lint.settled', () => editor.replace(applyRemedy(old, remedy)));
  };

  return {
    list,
    open,
    editor,
    detailsEditor,
    tryOut,
    question,
    actions,
    concept,
    details,
    onRemedy,
    onOpen: (id: ConceptId) => {
      const glossary = open.glossary.peek()?.id;
      if (glossary !== undefined) navigation.go(conceptHref(glossary, id));
    },
    onNew: () => {
      const glossary = open.glossary.peek()?.id;
      if (glossary !== undefined) navigation.go(conceptHref(glossary, NEW_CONCEPT));
    },
    onDeleteConcept: (id: ConceptId) => void deleteConcept(id),
    hrefOf: (id: ConceptId): string => {
      const glossary = open.glossary.peek()?.id;
      return glossary === undefined ? '' : conceptHref(glossary, id);
    },
    async onCreate(name: string, language: string): Promise<void> {
      question.value = undefined;
      let id: GlossaryId | undefined;
      const creating = list.create({ [NAME_LANGUAGES[uiLanguage.peek()]]: name }, language).then((made) => {
        id = made;
      });
      if ((await notices.signing(creating)) && id !== undefined)
        navigation.go(`${glossaryHref(id)}/concepts`);
    },
    onMerge(into: GlossarySummary, others: readonly GlossaryId[]): void {
      question.value = undefined;
      void notices.undoable(
        backup.keep('merge').then(() => list.merge(into.id, others)),
        {
          said: 'merge.done',
          params: { name: nameOf(into) },
          undo: list.undo,
        },
      );
    },
    /** Gives up what was written, and goes where the reader wanted to. */
    onDiscard(): void {
      const to = navigation.pending.peek();
      editor.discard();
      detailsEditor.discard();
      navigation.stay();
      if (to !== undefined) navigation.go(to);
    },
    stop(): void {
      list.stop();
      open.stop();
      editor.stop();
      detailsEditor.stop();
      tryOut.stop();
    },
  };
}

export type GlossaryDesk = ReturnType<typeof createGlossaryDesk>;
