import { ArrowUp } from 'lucide';
import type { JSX } from 'preact';
import { Field } from '@/components/controls/Field';
import { IconButton } from '@/components/controls/IconButton';
import type { TermStatus } from '@/lib/glossary/model';
import type { Translate } from '@/lib/i18n/translator';
import { emptyTerm, type TermDraft } from './concept-draft';
import { LANGUAGE_LIST } from './language-list';
import type { ProblemTexts } from './problem-text';
import { AddRow, RemoveRow } from './RowButtons';

const STATUSES: readonly TermStatus[] = ['preferred', 'admitted', 'deprecated'];

const FLAGS = ['ambiguous', 'caseSensitive', 'exactScript'] as const;
const NEIGHBOURS = ['before', 'after', 'notIn'] as const;

export interface TermFieldsProps {
  terms: readonly TermDraft[];
  onTerms(terms: readonly TermDraft[]): void;
  /** Language of a term that is added. */
  language: string;
  problems: ProblemTexts;
  t: Translate;
}

/** All names of a concept, the headword first, each with its rules for spotting. */
export function TermFields({ terms, onTerms, language, problems, t }: TermFieldsProps): JSX.Element {
  const change = (at: number, changed: Partial<TermDraft>): void =>
    onTerms(terms.map((term, each) => (each === at ? { ...term, ...changed } : term)));
  const makeFirst = (at: number): void => {
    const term = terms[at];
    if (term === undefined) return;
    onTerms([{ ...term, status: 'preferred' }, ...terms.filter((_, each) => each !== at)]);
  };
  return (
    <fieldset class="form-group">
      <legend>{t('edit.terms')}</legend>
      {problems.has('terms') && <p class="trouble">{problems.get('terms')}</p>}
      {terms.map((term, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a term is nothing but its place
        <div class="term-box" key={at}>
          <div class="term-line">
            <Field
              label={at === 0 ? t('edit.headword') : t('edit.term', { number: at + 1 })}
              quiet
              problem={problems.get(`terms[${at}].text`) ?? problems.get(`terms[${at}].status`)}
            >
              {(control) => (
                <input
                  {...control}
                  class="field term-text"
                  lang={term.language}
                  value={term.text}
                  placeholder={at === 0 ? t('edit.headword') : t('edit.otherName')}
                  autocomplete="off"
                  spellcheck={false}
                  data-first={at === 0 ? '' : undefined}
                  onInput={(event) => change(at, { text: event.currentTarget.value })}
                />
              )}
            </Field>
            <Field label={t('edit.language')} quiet problem={problems.get(`terms[${at}].language`)}>
              {(control) => (
                <input
                  {...control}
                  class="field"
                  list={LANGUAGE_LIST}
                  value={term.language}
                  spellcheck={false}
                  onInput={(event) => change(at, { language: event.currentTarget.value })}
                />
              )}
            </Field>
            <Field label={t('edit.status')} quiet>
              {(control) => (
                <select
                  {...control}
                  class="field"
                  value={term.status}
                  onChange={(event) => change(at, { status: event.currentTarget.value as TermStatus })}
                >
                  {STATUSES.map((status) => (
                    <option key={status} value={status}>
                      {t(`edit.status.${status}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <span class="term-buttons">
              {at > 0 && (
                <IconButton
                  icon={ArrowUp}
                  iconSize={15}
                  label={t('edit.makeHeadword', { term: term.text })}
                  onClick={() => makeFirst(at)}
                />
              )}
              <RemoveRow
                label={t('edit.removeTerm', { term: term.text })}
                onRemove={() => onTerms(terms.filter((_, each) => each !== at))}
              />
            </span>
          </div>
          <SpottingRules
            term={term}
            at={at}
            problems={problems}
            onChange={(next) => change(at, next)}
            t={t}
          />
        </div>
      ))}
      <AddRow
        label={t('edit.addTerm')}
        onAdd={() => onTerms([...terms, emptyTerm(language, terms.length === 0 ? 'preferred' : 'admitted')])}
      />
    </fieldset>
  );
}

interface SpottingRulesProps {
  term: TermDraft;
  at: number;
  problems: ProblemTexts;
  onChange(changed: Partial<TermDraft>): void;
  t: Translate;
}

/** When a term is marked. Folded away while all is as usual. */
function SpottingRules({ term, at, problems, onChange, t }: SpottingRulesProps): JSX.Element {
  const set =
    Number(!term.spot) +
    FLAGS.filter((flag) => term[flag]).length +
    NEIGHBOURS.filter((kind) => term[kind].trim() !== '').length;
  const wrong = NEIGHBOURS.some((kind) => problems.has(`terms[${at}].${kind}`));
  return (
    <details class="rules" open={wrong || undefined}>
      <summary>
        {t('edit.rules')}
        {set > 0 && <span class="count">{t('edit.rulesSet', { count: set })}</span>}
      </summary>
      <label class="check">
        <input
          type="checkbox"
          checked={!term.spot}
          onChange={(event) => onChange({ spot: !event.currentTarget.checked })}
        />
        {t('edit.rule.hidden')}
      </label>
      {FLAGS.map((flag) => (
        <label class="check" key={flag}>
          <input
            type="checkbox"
            checked={term[flag]}
            onChange={(event) => onChange({ [flag]: event.currentTarget.checked })}
          />
          {t(`edit.rule.${flag}`)}
        </label>
      ))}
      <div class="neighbours">
        {NEIGHBOURS.map((kind) => (
          <Field key={kind} label={t(`edit.rule.${kind}`)} problem={problems.get(`terms[${at}].${kind}`)}>
            {(control) => (
              <textarea
                {...control}
                class="field"
                rows={2}
                lang={term.language}
                placeholder={t('edit.onePerLine')}
                spellcheck={false}
                value={term[kind]}
                onInput={(event) => onChange({ [kind]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </details>
  );
}
