import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isFocusLost } from '@/components/controls/focus';
import { declaredLanguage, tagDefinition, tagText } from '@/components/popover/sense-texts';
import type { Concept, ConceptId, GlossaryHeader } from '@/lib/glossary/model';
import type { Translate } from '@/lib/i18n/translator';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';
import { keyStep, rowsInView } from './rows-in-view';

/** All rows are of one height, so that where a row stands is a multiplication, however many there are. */
const ROW_REM = 3.375;

export interface ConceptTableProps {
  label: string;
  concepts: readonly Concept[];
  /** Rows; more than concepts while those of a large glossary are still being read. */
  count: number;
  categories: GlossaryHeader['categories'];
  /** The one that is being edited. */
  openId: ConceptId | undefined;
  /** A form is open, for this or a new one. When it is closed, who uses the keyboard goes on in the table. */
  editing: boolean;
  onOpen(id: ConceptId): void;
  onDelete(id: ConceptId): void;
  definitionLanguage: DefinitionLanguage;
  t: Translate;
  uiLanguage: UiLanguage;
}

/**
 * Concepts as a table of which only the rows in view are there. Arrows, Page Up and Down, Home and End move;
 * Enter opens, Delete deletes.
 */
export function ConceptTable(props: ConceptTableProps): JSX.Element {
  const { label, concepts, count, openId, editing, onOpen, onDelete, t } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [rowPx, setRowPx] = useState(ROW_REM * 16);
  const [view, setView] = useState({ top: 0, height: 600 });
  const [active, setActive] = useState(0);
  const wantsFocus = useRef(false);

  useLayoutEffect(() => {
    setRowPx(ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const at = concepts.findIndex(({ id }) => id === openId);
    if (at >= 0) setActive(at);
  }, [concepts, openId]);

  const wasEditing = useRef(false);
  useLayoutEffect(() => {
    const isClosed = wasEditing.current && !editing;
    wasEditing.current = editing;
    if (!wantsFocus.current && !(isClosed && isFocusLost())) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[aria-rowindex="${active + 1}"]`)?.focus();
  });

  const last = count - 1;
  const tabStop = Math.min(active, last);
  const onKeyDown = (event: KeyboardEvent): void => {
    const element = scroller.current;
    const concept = concepts[tabStop];
    if (element === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && concept !== undefined) onOpen(concept.id);
    // Held down it would go on with the rows that follow.
    if (event.key === 'Delete' && !event.repeat && concept !== undefined) onDelete(concept.id);
    const page = Math.max(1, Math.floor(view.height / rowPx) - 1);
    const next = keyStep(event.key, { at: tabStop, last, page });
    if (next === undefined) return;
    event.preventDefault();
    const top = next * rowPx;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowPx > element.scrollTop + view.height) element.scrollTop = top + rowPx - view.height;
    wantsFocus.current = true;
    setActive(next);
    setView({ top: element.scrollTop, height: view.height });
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table whose rows come and go is a grid
    <div
      class="table"
      role="grid"
      aria-label={label}
      aria-rowcount={count}
      ref={scroller}
      onScroll={(event) => {
        const { scrollTop, clientHeight } = event.currentTarget;
        setView({ top: scrollTop, height: clientHeight });
      }}
      onKeyDown={onKeyDown}
    >
      <div class="table-body" role="presentation" style={{ blockSize: `${count * rowPx}px` }}>
        {rowsInView({ ...view, rowPx, count, always: tabStop }).map((at) => (
          // A row is its place: it keeps the focus when its concept has been read.
          <Row
            key={at}
            {...props}
            concept={concepts[at]}
            at={at}
            top={at * rowPx}
            tabStop={at === tabStop}
            onFocus={() => setActive(at)}
          />
        ))}
      </div>
      {last < 0 && <p class="hint">{t('glossaries.nothing')}</p>}
    </div>
  );
}

interface RowProps extends ConceptTableProps {
  /** Not there yet while it is being read. */
  concept: Concept | undefined;
  at: number;
  top: number;
  tabStop: boolean;
  onFocus(): void;
}

function Row(props: RowProps): JSX.Element {
  const { concept, at, top, tabStop, openId, onOpen, onFocus } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys of all its rows
    <div
      class="row"
      role="row"
      aria-rowindex={at + 1}
      aria-selected={concept !== undefined && concept.id === openId}
      tabIndex={tabStop ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => concept && onOpen(concept.id)}
      onFocus={onFocus}
    >
      {concept !== undefined && <Cells {...props} concept={concept} />}
    </div>
  );
}

function Cells(props: RowProps & { concept: Concept }): JSX.Element {
  const { concept, categories, uiLanguage, t } = props;
  const [head, ...others] = concept.terms;
  const definition = tagDefinition(concept, props.definitionLanguage, uiLanguage);
  const category = concept.category === undefined ? undefined : categories[concept.category];
  const kind = category === undefined ? undefined : tagText(category, uiLanguage);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the row has the focus */}
      <span role="gridcell" class="row-terms">
        <b lang={declaredLanguage(head.language)}>{head.text}</b>
        <small>
          {others.slice(0, 6).map((term, ordinal) => (
            <span key={`${term.language} ${term.text}`} lang={declaredLanguage(term.language)}>
              {ordinal > 0 && ' · '}
              {term.text}
            </span>
          ))}
        </small>
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the row has the focus */}
      <span role="gridcell" class="row-text" lang={definition.lang}>
        {definition.text === '' ? (
          <small lang={uiLanguage}>{t('glossaries.noDefinition')}</small>
        ) : (
          definition.text
        )}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the row has the focus */}
      <span role="gridcell" class="row-kind">
        {kind !== undefined && (
          <span class="seal" lang={kind.lang}>
            {kind.text}
          </span>
        )}
      </span>
    </>
  );
}
