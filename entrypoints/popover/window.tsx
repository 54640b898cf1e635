import { render } from 'preact';
import { PinHandles } from '@/components/popover/PinHandles';
import { declaredLanguage } from '@/components/popover/sense-texts';
import { TermCard } from '@/components/popover/TermCard';
import { UndoCard } from '@/components/popover/UndoCard';
import type { TermDescription } from '@/lib/glossary/sense-description';
import type { Translate } from '@/lib/i18n/translate';
import { backdropTheme } from '@/lib/page/backdrop';
import type { Mark } from '@/lib/page/mark';
import { contains } from '@/lib/page/rects';
import type { Box, Point } from '@/lib/popover/safe-triangle';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';
import { cardActions, type Deeds } from './card-actions';
import { rememberFocus, tabStops } from './focus-return';
import type { PopoverHost } from './host';
import { PinnedPlace } from './pinned-place';
import { placeBeside } from './placement';
import { Places } from './places';

/** What a window shows, and for whom. */
export interface WindowRequest {
  mark: Mark;
  /** Has at least one sense. */
  description: TermDescription;
  /** Where the pointer is, in viewport CSS pixels: a term that wraps is explained at the line pointed at. */
  point: Point | undefined;
  /** The reader uses the keyboard: the focus goes into the window, and a screen reader says what it shows. */
  focus: boolean;
}

/** What every window needs of its surroundings. */
export interface WindowContext {
  /** Gets the texts that `view` needs. */
  prepare(): Promise<void>;
  /** In which languages to show, as of now. */
  view(): { t: Translate; uiLanguage: UiLanguage; definitionLanguage: DefinitionLanguage };
  setDefinitionLanguage(language: DefinitionLanguage): Promise<unknown>;
  /** What the buttons of a card do. */
  deeds: Deeds;
  /** Called when a window shows another term or none. */
  onChange(): void;
  onPin(window: PopoverWindow): void;
  /** The reader wants it closed, or its term has gone from under it. */
  onClose(window: PopoverWindow): void;
}

/** Something that was just done to the term, shown in place of its card. */
interface Done {
  text: string;
  undo?: () => Promise<void>;
}

/** One popover: a frame beside its term, with the card in it, and the way that led to what it shows. */
export class PopoverWindow {
  readonly #host: PopoverHost;
  readonly #context: WindowContext;
  readonly #frame: HTMLElement;
  #shown: WindowRequest | undefined;
  /** The terms on the way from the one on the page to the one in view, which is the last. */
  #trail: TermDescription[] = [];
  #done: Done | undefined;
  /** The last thing that the reader wanted has failed. */
  #failed = false;
  #pinned: PinnedPlace | undefined;
  #places: Places | undefined;
  #stopPlacing: (() => void) | undefined;
  #returnFocus: (() => void) | undefined;
  readonly #removed = new AbortController();

  constructor(host: PopoverHost, context: WindowContext) {
    this.#host = host;
    this.#context = context;
    this.#frame = host.addFrame();
    this.#frame.addEventListener('keydown', (event) => this.#onTab(event));
  }

  /** The text that it explains; none while it is closed. */
  get ranges(): readonly StaticRange[] {
    return this.#shown?.mark.shown === true ? this.#shown.mark.ranges : [];
  }

  /** Where it is; `undefined` while it is closed. */
  get box(): Box | undefined {
    return this.#shown && this.#frame.getBoundingClientRect();
  }

  get isOpen(): boolean {
    return this.#shown !== undefined;
  }

  /** Whether it is to be seen: a page can take away what it stands in. */
  get isSeen(): boolean {
    return this.#frame.checkVisibility();
  }

  get hasFocus(): boolean {
    return this.#frame.contains(this.#host.focused);
  }

  /** Whether somebody uses it with the keyboard: a button that was clicked has the focus too. */
  get hasKeyboard(): boolean {
    return this.hasFocus && this.#host.focused?.matches(':focus-visible') === true;
  }

  /** Whether it says how to undo what it has just done. */
  get offersUndo(): boolean {
    return this.#done !== undefined;
  }

  holds(event: PointerEvent): boolean {
    return (
      this.#shown !== undefined &&
      this.#host.holds(event) &&
      contains(this.#frame.getBoundingClientRect(), event.clientX, event.clientY, 1)
    );
  }

  show(request: WindowRequest): void {
    this.hide();
    const { ranges } = request.mark;
    const node = ranges[0]?.startContainer;
    if (node === undefined) return;
    this.#shown = request;
    this.#trail = [request.description];
    this.#places = new Places(this.#context.deeds, request.mark, () => this.redraw());
    this.#frame.dataset['theme'] = backdropTheme(node);
    this.redraw();
    this.#host.show(this.#frame, node);
    const stopPlacing = placeBeside(this.#frame, { ranges, point: request.point }, () =>
      this.#context.onClose(this),
    );
    // A text that has vanished by now has closed it again.
    if (this.#shown !== request) {
      stopPlacing();
      return;
    }
    this.#stopPlacing = stopPlacing;
    this.#context.onChange();
    if (request.focus) this.takeFocus();
  }

  /** Takes another mark for its own, if that is what `renew` gives: the same place, read again. */
  renewMark(renew: (mark: Mark) => Mark): void {
    if (this.#shown === undefined) return;
    const mark = renew(this.#shown.mark);
    if (mark === this.#shown.mark) return;
    this.#shown = { ...this.#shown, mark };
    this.#places = new Places(this.#context.deeds, mark, () => this.redraw());
    this.redraw();
    this.#context.onChange();
  }

  /** Takes the focus into the window; it goes back to where it was when the window closes. */
  takeFocus(): void {
    if (!this.hasFocus) this.#returnFocus = rememberFocus();
    this.#frame.focus({ preventScroll: true });
    this.#announce();
  }

  /** Has a screen reader say what the window shows, which follows the name of the term. */
  #announce(): void {
    const definition = this.#frame.querySelector<HTMLElement>('.definition');
    if (this.#done !== undefined) this.#host.announce(this.#done.text, this.#context.view().uiLanguage);
    else this.#host.announce(definition?.textContent ?? '', definition?.lang ?? '');
  }

  hide(): void {
    if (this.#shown === undefined) return;
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
    this.#shown = undefined;
    this.#places = undefined;
    this.#done = undefined;
    this.#failed = false;
    this.#trail = [];
    const returnFocus = this.hasFocus ? this.#returnFocus : undefined;
    this.#host.hide(this.#frame);
    this.#host.announce('', '');
    render(null, this.#frame);
    returnFocus?.();
    this.#returnFocus = undefined;
    this.#context.onChange();
  }

  remove(): void {
    this.hide();
    this.#removed.abort();
    this.#frame.remove();
  }

  redraw(): void {
    const current = this.#trail.at(-1);
    if (current === undefined || this.#shown === undefined) return;
    const view = this.#context.view();
    const { t, uiLanguage } = view;
    const { mark } = this.#shown;
    const [name] = current.senses[0]?.concept.terms ?? [];
    this.#frame.setAttribute('aria-label', name?.text ?? '');
    this.#frame.lang = declaredLanguage(name?.language ?? '');
    const close = (): void => this.#context.onClose(this);
    const trouble = this.#failed ? t('card.failed') : undefined;
    if (this.#done !== undefined) {
      const { text, undo } = this.#done;
      const takeBack = async (deed: () => Promise<void>): Promise<void> => {
        const undone = deed().then(() => true);
        if (await this.#attempt(undone)) close();
      };
      const onUndo = undo && ((): void => void takeBack(undo));
      render(<UndoCard onClose={close} {...{ text, onUndo, trouble, t, uiLanguage }} />, this.#frame);
      return;
    }
    const pinned = this.#pinned;
    render(
      <>
        {pinned !== undefined && (
          <PinHandles
            onMove={(x, y) => pinned.move(x, y)}
            onResize={(x, y) => pinned.resize(x, y)}
            {...{ t, uiLanguage }}
          />
        )}
        <TermCard
          key={this.#trail.length}
          senses={current.senses}
          contains={current.contains}
          onOpen={(term) =>
            void this.#goOn(this.#context.deeds.describe({ ...term, revision: current.revision }))
          }
          onOpenRelated={({ glossary }, { id }) =>
            void this.#goOn(this.#context.deeds.describeConcept(glossary.id, id))
          }
          onBack={this.#trail.length > 1 ? () => this.#goTo(this.#trail.slice(0, -1)) : undefined}
          onDefinitionLanguage={(language) =>
            void this.#attempt(this.#context.setDefinitionLanguage(language))
          }
          onPage={{
            text: mark.text,
            actions: {
              ...(trouble !== undefined && { trouble }),
              ...cardActions(this.#context.deeds, mark, {
                view,
                attempt: (deed) => this.#attempt(deed),
                isFirst: this.#trail.length === 1,
                pin: pinned === undefined ? () => this.#pin() : undefined,
                close,
                places: this.#places && {
                  at: this.#places.nth,
                  count: this.#places.count,
                  go: ({ back }) => void this.#goToPlace(back),
                },
                onDone: (done) => {
                  this.#done = done;
                  this.#showOther();
                },
              }),
            },
          }}
          {...view}
        />
      </>,
      this.#frame,
    );
  }

  /** Says so in the window if what the reader wanted is not done; `undefined` then. */
  async #attempt<T>(deed: Promise<T>): Promise<T | undefined> {
    const of = this.#shown;
    const say = (failed: boolean): void => {
      // It may be closed by now, or explain another term.
      if (this.#shown !== of || this.#failed === failed) return;
      this.#failed = failed;
      this.redraw();
    };
    say(false);
    try {
      return await deed;
    } catch {
      say(true);
      return undefined;
    }
  }

  #goTo(trail: TermDescription[]): void {
    this.#trail = trail;
    this.#failed = false;
    this.#showOther();
  }

  /** Something else stands in the window now: the button that led to it may be gone, and the focus with it. */
  #showOther(): void {
    const hadFocus = this.hasFocus;
    this.redraw();
    if (!hadFocus) return;
    if (!this.hasFocus) this.#frame.focus({ preventScroll: true });
    this.#announce();
  }

  /** Goes on to another term within the window. */
  async #goOn(description: Promise<TermDescription>): Promise<void> {
    const from = this.#trail;
    const next = await this.#attempt(description);
    // Closed, or gone elsewhere, while the answer was on its way.
    if (next === undefined || next.senses.length === 0 || this.#trail !== from) return;
    this.#goTo([...from, next]);
  }

  /** A pinned window stays and shows where else its term is; the other one opens again at the place gone to. */
  async #goToPlace(back: boolean): Promise<void> {
    const open = this.#pinned !== undefined ? 'no' : this.hasKeyboard ? 'focus' : 'open';
    const mark = this.#places && (await this.#attempt(this.#places.go({ back, open })));
    if (this.#shown === undefined || this.#pinned === undefined) return;
    if (mark !== undefined) this.#shown = { ...this.#shown, mark };
    this.redraw();
    this.#context.onChange();
  }

  #pin(): void {
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
    this.#pinned = new PinnedPlace(this.#frame, this.#removed.signal);
    this.#context.onPin(this);
    this.redraw();
    this.#frame.querySelector<HTMLElement>('.pin-bar')?.focus({ preventScroll: true });
  }

  /** The page has no tab stop for us: beyond the first and last of ours the reader is back on the page. */
  #onTab(event: KeyboardEvent): void {
    if (event.key !== 'Tab' || this.#returnFocus === undefined) return;
    const stops = tabStops(this.#frame);
    const { focused } = this.#host;
    const leaves = event.shiftKey
      ? focused === this.#frame || focused === stops[0]
      : focused === stops.at(-1) || stops.length === 0;
    if (!leaves) return;
    event.preventDefault();
    if (this.#pinned === undefined) this.#context.onClose(this);
    else this.#returnFocus();
  }
}
