import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TermCard } from '@/components/popover/TermCard';
import { splitMarked } from '@/components/sample/marked-text';
import { paintTerms } from '@/components/sample/paint-terms';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import type { Translate } from '@/lib/i18n/translator';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';
import type { UnderlineLook } from '@/lib/settings/underline';

export interface WelcomeExampleProps {
  /** The meanings of each term of the example, by the term as it is written there. */
  senses: ReadonlyMap<string, readonly SenseDescription[]>;
  look: UnderlineLook;
  hoverDelayMs: number;
  definitionLanguage: DefinitionLanguage;
  onDefinitionLanguage(language: DefinitionLanguage): void;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** A few lines of an article with real underlines and a real card, which opens for the terms in them. */
export function WelcomeExample(props: WelcomeExampleProps): JSX.Element {
  const { senses, look, hoverDelayMs, t, uiLanguage } = props;
  const article = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<HTMLElement | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const marked = t('welcome.article');

  // A card is open from the start, so that there is something to see without a pointer: the last one, since
  // it opens below the text.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other elements
  useEffect(() => {
    setOpen([...(article.current?.querySelectorAll<HTMLElement>('[data-term]') ?? [])].at(-1) ?? null);
    return () => clearTimeout(waiting.current);
  }, [marked, senses]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useLayoutEffect(
    () => (article.current === null ? undefined : paintTerms(article.current, look, open)),
    [look.style, look.colour, marked, senses, open],
  );

  const openSoon = (term: HTMLElement): void => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => setOpen(term), hoverDelayMs);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setOpen(null);
  };
  const shown = senses.get(open?.dataset['term'] ?? '');

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the card from anywhere in the example
    <div class="example" onKeyDown={onKeyDown}>
      <article class="example-page" ref={article} key={marked} aria-label={t('welcome.exampleLabel')}>
        <h2>{t('welcome.articleTitle')}</h2>
        <p>
          {splitMarked(marked).map(({ text, term }) =>
            term && senses.has(text) ? (
              // biome-ignore lint/a11y/useValidAnchor: a button would not break over lines as text does
              <a
                key={text}
                data-term={text}
                href="#example"
                onClick={(event) => {
                  event.preventDefault();
                  setOpen(event.currentTarget);
                }}
                onFocus={(event) => setOpen(event.currentTarget)}
                onPointerEnter={(event) => openSoon(event.currentTarget)}
                onPointerLeave={() => clearTimeout(waiting.current)}
              >
                {text}
              </a>
            ) : (
              text
            ),
          )}
        </p>
      </article>
      {open !== null && shown !== undefined && (
        <Floating anchor={open}>
          <TermCard
            senses={shown}
            t={t}
            uiLanguage={uiLanguage}
            definitionLanguage={props.definitionLanguage}
            onDefinitionLanguage={props.onDefinitionLanguage}
            onClose={() => setOpen(null)}
          />
        </Floating>
      )}
    </div>
  );
}

interface FloatingProps {
  anchor: HTMLElement;
  children: JSX.Element;
}

/** Keeps the card beside a term of the example. */
function Floating({ anchor, children }: FloatingProps): JSX.Element {
  const floating = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = floating.current;
    if (element === null) return undefined;
    const place = async (): Promise<void> => {
      const { x, y } = await computePosition(anchor, element, {
        placement: 'bottom-start',
        middleware: [offset(6), flip(), shift({ padding: 8 })],
      });
      element.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
    };
    return autoUpdate(anchor, element, () => void place());
  }, [anchor]);
  return (
    <div class="example-card" ref={floating}>
      {children}
    </div>
  );
}
