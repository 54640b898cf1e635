import { CircleCheck, TriangleAlert, Wand } from 'lucide';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isFocusLost } from '@/components/controls/focus';
import { Icon } from '@/components/controls/Icon';
import { Notice } from '@/components/controls/Notice';
import { LINT_CODES, type LintCode, type LintFinding } from '@/lib/glossary/lint';
import type { ConceptId } from '@/lib/glossary/model';
import { formatList } from '@/lib/i18n/format-list';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import type { Loaded, OnRemedy } from './glossary-view';

/** Of one kind at first: a glossary may lack ten thousand definitions. */
const SHOWN = 30;

export interface ProblemListProps {
  findings: Loaded<readonly LintFinding[]>;
  nameOf(id: ConceptId): string | undefined;
  hrefOf(id: ConceptId): string;
  onRemedy: OnRemedy;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** What readers of the glossary would stumble over, by kind, with what a click can do about it. */
export function ProblemList(props: ProblemListProps): JSX.Element {
  const { findings, t } = props;
  const list = useFocusAfterRemedy();
  if (findings.kind === 'loading') return <p class="hint">{t('options.loading')}</p>;
  if (findings.kind === 'failed') {
    return <Notice icon={TriangleAlert} title={t('lint.failed')} urgent />;
  }
  if (findings.value.length === 0) {
    return <Notice icon={CircleCheck} title={t('lint.none')} />;
  }
  return (
    <div {...list}>
      {LINT_CODES.map((code) => {
        const ofKind = findings.value.filter((finding) => finding.code === code);
        return ofKind.length > 0 && <Kind key={code} code={code} ofKind={ofKind} {...props} />;
      })}
    </div>
  );
}

const REMEDY = '.lint-row .button';

/** A finding that is settled goes, and its button with it: the next one, of any kind, has the focus then. */
function useFocusAfterRemedy() {
  const list = useRef<HTMLDivElement>(null);
  const place = useRef(-1);
  const buttons = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>(REMEDY) ?? [])];
  useLayoutEffect(() => {
    const all = buttons();
    if (place.current >= 0 && isFocusLost()) all[Math.min(place.current, all.length - 1)]?.focus();
  });
  const onFocusIn = (event: FocusEvent): void => {
    place.current = buttons().indexOf(event.target as HTMLElement);
  };
  return { ref: list, onFocusIn };
}

function Kind(props: ProblemListProps & { code: LintCode; ofKind: readonly LintFinding[] }): JSX.Element {
  const { code, ofKind, nameOf, hrefOf, onRemedy, t, uiLanguage } = props;
  const [shown, setShown] = useState(SHOWN);
  return (
    <section class="lint-kind">
      <h2 class="lint-head">
        {t(`lint.${code}`)} <span class="count">{ofKind.length}</span>
      </h2>
      <p class="hint">{t(`lint.hint.${code}`)}</p>
      <ul class="ruled">
        {ofKind.slice(0, shown).map((finding) => {
          const { conceptId, at, form, about, remedy } = finding;
          const name = nameOf(conceptId) ?? conceptId;
          const detail = about && formatList(about, uiLanguage);
          return (
            <li class="lint-row" key={`${conceptId} ${at} ${detail}`}>
              <span>
                <a href={hrefOf(conceptId)}>{name}</a>
                {form !== undefined && form !== name && <span> · {form}</span>}
                {detail !== undefined && <small> {detail}</small>}
              </span>
              {remedy !== undefined && (
                <button
                  type="button"
                  class="button small"
                  aria-label={`${t(`lint.remedy.${remedy.kind}`)} (${form ?? name})`}
                  onClick={() => onRemedy(finding, remedy)}
                >
                  <Icon node={Wand} size={14} />
                  {t(`lint.remedy.${remedy.kind}`)}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {ofKind.length > shown && (
        <button type="button" class="button" onClick={() => setShown(shown + 10 * SHOWN)}>
          {t('glossaries.more', { count: Math.min(ofKind.length - shown, 10 * SHOWN) })}
        </button>
      )}
    </section>
  );
}
