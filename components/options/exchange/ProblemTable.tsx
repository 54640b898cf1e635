import { Download } from 'lucide';
import type { JSX } from 'preact';
import { Icon } from '@/components/controls/Icon';
import { consequenceText, placeText, problemText } from '@/components/options/problem-text';
import type { Problem } from '@/lib/glossary/problem';
import type { Translate } from '@/lib/i18n/translator';

/** A screen of them is what one reads; all are in the file that can be saved. */
const SHOWN = 50;

/** What is wrong with a file: where, what stands there, why. */
export function ProblemTable(props: {
  problems: readonly Problem[];
  onSave(): void;
  t: Translate;
}): JSX.Element {
  const { problems, onSave, t } = props;
  return (
    <section class="import-problems">
      <h3>{t('import.problems', { count: problems.length })}</h3>
      <div class="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('import.column.place')}</th>
              <th scope="col">{t('import.column.value')}</th>
              <th scope="col">{t('import.column.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {numbered(problems).map(({ problem, key }) => (
              <tr key={key} data-severity={problem.severity}>
                <td>{placeText(t, problem.at)}</td>
                <td class="problem-value" title={problem.value}>
                  <span>{problem.value ?? ''}</span>
                </td>
                <td>
                  {problemText(t, problem)} <small>{consequenceText(t, problem)}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="actions">
        {problems.length > SHOWN && (
          <span class="hint">{t('import.moreProblems', { count: problems.length - SHOWN })}</span>
        )}
        <button type="button" class="button" onClick={onSave}>
          <Icon node={Download} size={15} />
          {t('import.saveProblems')}
        </button>
      </p>
    </section>
  );
}

/** Nothing tells two problems of the same kind in the same place apart but their number. */
function numbered(problems: readonly Problem[]): { problem: Problem; key: string }[] {
  return problems.slice(0, SHOWN).map((problem, at) => ({ problem, key: `${at}` }));
}
