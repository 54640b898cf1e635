import { render } from 'preact';
import { PinHandles } from '@/components/popover/PinHandles';
import { declaredLanguage } from '@/components/popover/sense-texts';
import { TermCard } from '@/components/popover/TermCard';
import { UndoCard } from '@/components/popover/UndoCard';
import type { TermDescription } from '@/lib/glossary/sense-description';
import type { Translate } from '@/lib/i18n/translate';
import type { Mark } from '@/lib/page/mark';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';
import { cardActions, type Deeds } from './card-actions';
import type { PinnedPlace } from './pinned-place';
import { Places } from './places';

/** What every card needs of its surroundings. */
export interface CardContext {
  /** In which languages to show, as of now. */
  view(): { t: Translate; uiLanguage: UiLanguage; definitionLanguage: DefinitionLanguage };
  setDefinitionLanguage(language: DefinitionLanguage): Promise<unknown>;
  /** What the buttons of a card do. */
  deeds: Deeds;
}

/** What a card needs of the window that it stands in. */
export interface CardHolder {
  /** What it is drawn into. */
  readonly frame: HTMLElement;
  /** By what it is moved and sized, once it is pinned. */
  readonly pinned: PinnedPlace | undefined;
  /** Whether somebody uses it with the keyboard. */
  readonly hasKeyboard: boolean;
  pin(): void;
  close(): void;
  /** Has something else drawn in place of what stood there; the focus stays in the window. */
  replace(draw: () => void): void;
  /** The card explains another mark now. */
  onMark(): void;
}

/** Something that was just done to the term, shown in place of its card. */
interface Done {
  text: string;
  undo?: () => Promise<void>;
}

/** What a window shows from when it opens until it closes: the card of a term, and the way that led to it. */
export class CardContent {
  readonly #holder: CardHolder;
  readonly #context: CardContext;
  #mark: Mark;
  /** The terms on the way from the one on the page to the one in view, which is the last. */
  #trail: readonly TermDescription[];
  #places: Places;
  #done: Done | undefined;
  /** The last thing that the reader wanted has failed. */
  #failed = false;
  #ended = false;

  /** @param description has at least one sense */
  constructor(holder: CardHolder, context: CardContext, mark: Mark, description: TermDescription) {
    this.#holder = holder;
    this.#context = context;
    this.#mark = mark;
    this.#trail = [description];
    this.#places = this.#findPlaces();
  }

  /** The mark that it explains. */
  get mark(): Mark {
    return this.#mark;
  }

  /** Whether it says how to undo what has just been done. */
  get offersUndo(): boolean {
    return this.#done !== undefined;
  }

  /** What a screen reader is to say of it, after the name of the term. */
  get spoken(): { text: string; language: string } {
    if (this.#done !== undefined) return { text: this.#done.text, language: this.#context.view().uiLanguage };
    const definition = this.#holder.frame.querySelector<HTMLElement>('.definition');
    return { text: definition?.textContent ?? '', language: definition?.lang ?? '' };
  }

  /** The place that it explains has been read again: this is its mark from now on. */
  renewMark(mark: Mark): void {
    this.#mark = mark;
    this.#places = this.#findPlaces();
    this.draw();
    this.#holder.onMark();
  }

  /** Draws it as of now. */
  draw(): void {
    if (this.#ended) return;
    const { frame } = this.#holder;
    const [name] = this.#current?.senses[0]?.concept.terms ?? [];
    frame.setAttribute('aria-label', name?.text ?? '');
    frame.lang = declaredLanguage(name?.language ?? '');
    render(this.#done === undefined ? this.#card() : this.#undoCard(this.#done), frame);
  }

  /** Takes it out of its window; nothing of it is drawn any more. */
  end(): void {
    this.#ended = true;
    render(null, this.#holder.frame);
  }

  get #current(): TermDescription | undefined {
    return this.#trail.at(-1);
  }

  /** What went wrong, in the reader's language. */
  get #trouble(): string | undefined {
    return this.#failed ? this.#context.view().t('card.failed') : undefined;
  }

  #findPlaces(): Places {
    return new Places(this.#context.deeds, this.#mark, () => this.draw());
  }

  #undoCard({ text, undo }: Done) {
    const { t, uiLanguage } = this.#context.view();
    const close = (): void => this.#holder.close();
    const takeBack = async (deed: () => Promise<void>): Promise<void> => {
      const undone = deed().then(() => true);
      if (await this.#attempt(undone)) close();
    };
    const onUndo = undo && ((): void => void takeBack(undo));
    return <UndoCard onClose={close} trouble={this.#trouble} {...{ text, onUndo, t, uiLanguage }} />;
  }

  #card() {
    const current = this.#current;
    if (current === undefined) return null;
    const { deeds } = this.#context;
    const view = this.#context.view();
    const { pinned } = this.#holder;
    const trouble = this.#trouble;
    const isFirst = this.#trail.length === 1;
    const actions = cardActions(deeds, this.#mark, {
      view,
      isFirst,
      attempt: (deed) => this.#attempt(deed),
      pin: pinned === undefined ? () => this.#holder.pin() : undefined,
      close: () => this.#holder.close(),
      places: {
        at: this.#places.nth,
        count: this.#places.count,
        go: ({ back }) => void this.#goToPlace(back),
      },
      onDone: (done) => {
        this.#done = done;
        this.#holder.replace(() => this.draw());
      },
    });
    return (
      <>
        {pinned !== undefined && (
          <PinHandles
            onMove={(x, y) => pinned.move(x, y)}
            onResize={(x, y) => pinned.resize(x, y)}
            t={view.t}
            uiLanguage={view.uiLanguage}
          />
        )}
        <TermCard
          key={this.#trail.length}
          senses={current.senses}
          contains={current.contains}
          onOpen={(term) => void this.#goOn(deeds.describe({ ...term, revision: current.revision }))}
          onOpenRelated={({ glossary }, { id }) => void this.#goOn(deeds.describeConcept(glossary.id, id))}
          onBack={isFirst ? undefined : () => this.#goTo(this.#trail.slice(0, -1))}
          onDefinitionLanguage={(language) =>
            void this.#attempt(this.#context.setDefinitionLanguage(language))
          }
          onPage={{
            text: this.#mark.text,
            actions: { ...actions, ...(trouble !== undefined && { trouble }) },
          }}
          {...view}
        />
      </>
    );
  }

  /** Says so in the window if what the reader wanted is not done; `undefined` then. */
  async #attempt<T>(deed: Promise<T>): Promise<T | undefined> {
    this.#setFailed(false);
    try {
      return await deed;
    } catch {
      this.#setFailed(true);
      return undefined;
    }
  }

  #setFailed(failed: boolean): void {
    if (this.#failed === failed) return;
    this.#failed = failed;
    this.draw();
  }

  #goTo(trail: readonly TermDescription[]): void {
    this.#trail = trail;
    this.#failed = false;
    this.#holder.replace(() => this.draw());
  }

  /** Goes on to another term within the window. */
  async #goOn(description: Promise<TermDescription>): Promise<void> {
    const from = this.#trail;
    const next = await this.#attempt(description);
    // Closed, or gone elsewhere, while the answer was on its way.
    if (this.#ended || next === undefined || next.senses.length === 0 || this.#trail !== from) return;
    this.#goTo([...from, next]);
  }

  /** A pinned window stays and shows where else its term is; the other one opens again at the place gone to. */
  async #goToPlace(back: boolean): Promise<void> {
    const open = this.#holder.pinned !== undefined ? 'no' : this.#holder.hasKeyboard ? 'focus' : 'open';
    const mark = await this.#attempt(this.#places.go({ back, open }));
    if (this.#ended || this.#holder.pinned === undefined) return;
    if (mark !== undefined) this.#mark = mark;
    this.draw();
    this.#holder.onMark();
  }
}
