import { FileText } from 'lucide';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { ChoiceGroup } from '@/components/controls/ChoiceGroup';
import { Icon } from '@/components/controls/Icon';
import type { GlossarySummary } from '@/components/options/glossary-view';
import { ChangeList } from '@/components/options/subscriptions/ChangeList';
import { tagText } from '@/components/popover/sense-texts';
import { ENCODINGS, type Encoding } from '@/lib/glossary/formats/decode';
import { MAX_NAME_LENGTH } from '@/lib/glossary/limits';
import type { GlossaryId } from '@/lib/glossary/model';
import { IMPORT_MODES } from '@/lib/glossary-import/plan';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import { ColumnMapper } from './ColumnMapper';
import type { FileReport, ImportChoice, ImportStage, ReadingChoices } from './import-view';
import { ProblemTable } from './ProblemTable';
import { UnreadFile } from './UnreadFile';

export interface ImportReviewProps {
  review: ImportStage & { kind: 'review' };
  glossaries: readonly GlossarySummary[];
  onChoices(choices: ReadingChoices): void;
  onChoice(choice: ImportChoice): void;
  onSaveProblems(): void;
  onStore(): void;
  onFile(file: File): void;
  onCancel(): void;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** A file that was read: what is in it, what is wrong with it, where it goes, and what that would change. */
export function ImportReview(props: ImportReviewProps): JSX.Element {
  const { review, onChoices, onStore, onCancel, t } = props;
  const { report, plan, choices, storing } = review;
  const { reading, problems } = report;
  const allProblems = [...problems, ...(plan?.problems ?? [])];
  const { added = 0, changed = 0, removed = 0 } = plan?.changes.counts ?? {};
  // A table may only need to be told which column holds the terms.
  const unread = report.header === undefined && reading.table === undefined;
  const nothingToDo = plan === undefined || added + changed + removed === 0;
  return (
    <div class="import-review">
      {unread ? <UnreadFile name={review.name} report={report} {...props} /> : <FileFacts {...props} />}
      {unread && encodingMatters(report) && <EncodingChoice {...props} />}
      {reading.table !== undefined && (
        <ColumnMapper
          columns={reading.table.columns}
          sample={reading.table.sample}
          onColumns={(columns) => onChoices({ ...choices, columns })}
          t={t}
        />
      )}
      {report.header !== undefined && <TargetChoice {...props} />}
      {allProblems.length > (unread ? 1 : 0) && (
        <ProblemTable problems={allProblems} onSave={props.onSaveProblems} t={t} />
      )}
      {report.header !== undefined && (
        <section class="import-plan" aria-live="polite">
          <h3>{t('import.plan')}</h3>
          {plan === undefined ? (
            <p class="hint">{t('import.planning')}</p>
          ) : (
            <>
              <ChangeList changes={plan.changes} t={t} />
              <ul class="facts">
                {plan.unchanged > 0 && <li>{t('import.unchanged', { count: plan.unchanged })}</li>}
                {plan.kept > 0 && <li>{t('import.kept', { count: plan.kept })}</li>}
                {report.skipped > 0 && <li>{t('import.skipped', { count: report.skipped })}</li>}
              </ul>
            </>
          )}
        </section>
      )}
      <p class="trouble" role="alert">
        {review.trouble}
      </p>
      {!unread && (
        <div class="actions">
          {report.header !== undefined && (
            <button type="button" class="button primary" disabled={nothingToDo || storing} onClick={onStore}>
              {t(storing ? 'import.storing' : 'import.store')}
            </button>
          )}
          <button type="button" class="button" onClick={onCancel}>
            {t('import.cancel')}
          </button>
          <span class="hint">{t('import.nothingYet')}</span>
        </div>
      )}
    </div>
  );
}

function FileFacts(props: ImportReviewProps): JSX.Element {
  const { review, t } = props;
  const { name, report } = review;
  const { format } = report.reading;
  return (
    <section class="import-file">
      <h2>
        <Icon node={FileText} size={18} /> {name === '' ? t('import.pasted') : name}
      </h2>
      <ul class="facts">
        {format !== undefined && <li>{t(`format.${format}`)}</li>}
        {report.header !== undefined && <li>{t('glossaries.concepts', { count: report.conceptCount })}</li>}
        {report.header?.licence !== undefined && (
          <li>{t('glossaries.licence', { name: report.header.licence })}</li>
        )}
      </ul>
      {encodingMatters(report) && <EncodingChoice {...props} />}
    </section>
  );
}

/** A table may be readable in several, in one of them rightly; of other files only that none fits is worth a question. */
function encodingMatters({ reading: { table, encoding }, problems }: FileReport): boolean {
  return (
    (table !== undefined && encoding !== undefined) ||
    problems.some(({ code }) => code === 'encoding-invalid')
  );
}

function EncodingChoice({ review, onChoices, t }: ImportReviewProps): JSX.Element {
  const { report, choices } = review;
  const encoding = choices.encoding ?? report.reading.encoding;
  const id = useId();
  return (
    <p class="import-encoding">
      <label for={id}>{t('import.encoding')}</label>
      <select
        id={id}
        class="field"
        value={encoding ?? ''}
        onChange={(event) => {
          const { columns: _columns, ...rest } = choices;
          onChoices({ ...rest, encoding: event.currentTarget.value as Encoding });
        }}
      >
        {encoding === undefined && <option value="">–</option>}
        {ENCODINGS.map((each) => (
          <option key={each} value={each}>
            {each.toUpperCase()}
          </option>
        ))}
      </select>
    </p>
  );
}

/** What lies over somebody else's glossary can't take anything away from it. */
const OVERLAY_MODES = IMPORT_MODES.filter((mode) => mode !== 'replace');

function TargetChoice({ review, glossaries, onChoice, t, uiLanguage }: ImportReviewProps): JSX.Element {
  const { choice, report } = review;
  const nameOf = ({ name }: GlossarySummary): string => tagText(name, uiLanguage).text;
  const groups = [
    { label: t('import.intoOwn'), members: glossaries.filter(({ origin }) => origin === 'own') },
    { label: t('import.intoOthers'), members: glossaries.filter(({ origin }) => origin !== 'own') },
  ].filter(({ members }) => members.length > 0);
  const wanted = choice.kind === 'existing' ? choice.id : report.header?.id;
  const foreign = glossaries.find(({ id, origin }) => id === wanted && origin !== 'own');
  const id = useId();
  const newName = choice.kind === 'new' ? choice.name : (Object.values(report.header?.name ?? {})[0] ?? '');
  return (
    <section class="import-target">
      <h3>{t('import.target')}</h3>
      <div class="target-fields">
        <p>
          <label for={`${id}-into`}>{t('import.into')}</label>
          <select
            id={`${id}-into`}
            class="field"
            value={choice.kind === 'new' ? '' : choice.id}
            onChange={(event) => {
              const value = event.currentTarget.value as GlossaryId | '';
              onChoice(
                value === ''
                  ? { kind: 'new', name: newName }
                  : { kind: 'existing', id: value, mode: 'update' },
              );
            }}
          >
            <option value="">{t('import.intoNew')}</option>
            {groups.map(({ label, members }) => (
              <optgroup key={label} label={label}>
                {members.map((glossary) => (
                  <option key={glossary.id} value={glossary.id}>
                    {nameOf(glossary)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </p>
        {choice.kind === 'new' && (
          <p>
            <label for={`${id}-name`}>{t('import.name')}</label>
            <input
              id={`${id}-name`}
              class="field"
              maxLength={MAX_NAME_LENGTH}
              value={choice.name}
              onChange={(event) => onChoice({ kind: 'new', name: event.currentTarget.value })}
            />
          </p>
        )}
      </div>
      {foreign !== undefined && (
        <p class="hint">
          {choice.kind === 'existing' ? t('import.overlay') : t('import.namesake', { name: nameOf(foreign) })}
        </p>
      )}
      {choice.kind === 'existing' && (
        <ChoiceGroup
          label={t('import.mode')}
          choices={(foreign === undefined ? IMPORT_MODES : OVERLAY_MODES).map((value) => ({
            value,
            label: t(`import.mode.${value}`),
          }))}
          value={choice.mode}
          onChange={(mode) => onChoice({ ...choice, mode })}
          layout="column"
        />
      )}
    </section>
  );
}
