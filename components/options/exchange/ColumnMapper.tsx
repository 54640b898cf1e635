import type { JSX } from 'preact';
import { columnLetters } from '@/lib/glossary/formats/table/cells';
import type { Columns } from '@/lib/glossary/formats/table/columns';
import { type ColumnRole, PLAIN_ROLES } from '@/lib/glossary/formats/table/roles';
import type { Translate } from '@/lib/i18n/translator';

const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en', 'ja'] as const;
const DEFINITION_LANGUAGES = ['zh', 'en', 'ja'] as const;

/** Roles to choose from: the plain ones, and those that name the usual languages. */
const CHOICES: readonly ColumnRole[] = [
  '',
  ...PLAIN_ROLES.flatMap((role): ColumnRole[] => {
    if (role === 'term' || role === 'names')
      return [role, ...LANGUAGES.map((tag): ColumnRole => `${role}:${tag}`)];
    if (role === 'definition')
      return [role, ...DEFINITION_LANGUAGES.map((tag): ColumnRole => `${role}:${tag}`)];
    return [role];
  }),
];

export interface ColumnMapperProps {
  columns: Columns;
  /** The first rows, headings included. */
  sample: readonly (readonly string[])[];
  onColumns(columns: Columns): void;
  t: Translate;
}

/** A table as its file has it, with what is made of each column: to be looked over and put right. */
export function ColumnMapper({ columns, sample, onColumns, t }: ColumnMapperProps): JSX.Element {
  const width = Math.max(columns.roles.length, ...sample.map((row) => row.length));
  const places = Array.from({ length: width }, (_, at) => at);
  const roleAt = (at: number): ColumnRole => columns.roles[at] ?? '';
  return (
    <section class="mapper">
      <h3>{t('import.columns')}</h3>
      <div class="table-scroll">
        <table>
          <thead>
            <tr>
              {places.map((at) => (
                <th key={at} scope="col">
                  <select
                    class="field"
                    aria-label={t('import.columnHolds', {
                      column: sample[0]?.[at]?.trim() || columnLetters(at),
                    })}
                    value={roleAt(at)}
                    onChange={(event) => {
                      const role = event.currentTarget.value as ColumnRole;
                      onColumns({
                        ...columns,
                        roles: places.map((place) => (place === at ? role : roleAt(place))),
                      });
                    }}
                  >
                    {(CHOICES.includes(roleAt(at)) ? CHOICES : [...CHOICES, roleAt(at)]).map((role) => (
                      <option key={role} value={role}>
                        {roleName(role, t)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample
              .map((row, number) => ({ row, key: `${number}` }))
              .map(({ row, key }) => (
                <tr key={key} data-heading={columns.headings && key === '0' ? '' : undefined}>
                  {places.map((at) => (
                    <td key={at}>{row[at] ?? ''}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={columns.headings}
          onChange={(event) => onColumns({ ...columns, headings: event.currentTarget.checked })}
        />
        {t('import.headings')}
      </label>
    </section>
  );
}

function roleName(role: ColumnRole, t: Translate): string {
  if (role === '') return t('role.none');
  const [kind = '', language] = role.split(':');
  const name = t(`role.${kind as (typeof PLAIN_ROLES)[number]}`);
  return language === undefined ? name : t('role.in', { name, language });
}
