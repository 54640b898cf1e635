import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ContainedTerm, DefinitionTerm } from '@/lib/glossary/sense-description';
import type { Translate } from '@/lib/i18n/translate';
import type { TaggedText } from './sense-texts';

export interface DefinitionProps {
  definition: TaggedText;
  /** The terms in it, which the reader can go on to. */
  terms: readonly DefinitionTerm[];
  onOpen(term: ContainedTerm): void;
  t: Translate;
}

/** What a concept is: a few lines, and the rest for whoever wants it. Terms in it look as they do on pages. */
export function Definition({ definition, terms, onOpen, t }: DefinitionProps): JSX.Element {
  const text = useRef<HTMLParagraphElement>(null);
  const [isWhole, setWhole] = useState(false);
  const [isCut, setCut] = useState(false);

  // A popover is filled before it is shown, and its width changes: only what is laid out can be measured.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another length
  useLayoutEffect(() => {
    const element = text.current;
    if (element === null) return;
    const measure = (): void => {
      if (element.classList.contains('cut')) setCut(element.scrollHeight > element.clientHeight + 2);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [definition.text]);

  return (
    <>
      <p
        class={isWhole ? 'definition' : 'definition cut'}
        lang={definition.lang}
        dir="auto"
        ref={text}
        // Not for a pointer: what it presses would move away under it.
        onFocusCapture={({ target }) =>
          isCut && (target as Element).matches(':focus-visible') && setWhole(true)
        }
      >
        {splitAtTerms(definition.text, terms).map((part) =>
          typeof part === 'string' ? (
            part
          ) : (
            <InnerTerm key={part.start} term={part} onOpen={onOpen}>
              {part.text}
            </InnerTerm>
          ),
        )}
      </p>
      {isCut && (
        <button type="button" class="more" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'card.less' : 'card.more')}
        </button>
      )}
    </>
  );
}

type TermPart = DefinitionTerm & { text: string };

function splitAtTerms(text: string, terms: readonly DefinitionTerm[]): (string | TermPart)[] {
  const parts: (string | TermPart)[] = [];
  let from = 0;
  for (const term of terms) {
    if (term.start > from) parts.push(text.slice(from, term.start));
    parts.push({ ...term, text: text.slice(term.start, term.end) });
    from = term.end;
  }
  parts.push(text.slice(from));
  return parts;
}

function InnerTerm({
  term: { form, text },
  onOpen,
  children,
}: {
  term: TermPart;
  onOpen(term: ContainedTerm): void;
  children: ComponentChildren;
}): JSX.Element {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button is a box that text can't wrap in
    <span
      class="inner-term"
      role="button"
      tabIndex={0}
      onClick={() => onOpen({ form, text })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen({ form, text });
      }}
    >
      {children}
    </span>
  );
}
