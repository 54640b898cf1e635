import { X } from 'lucide';
import type { JSX } from 'preact';
import { IconButton } from '@/components/controls/IconButton';
import type { MarkRule } from '@/lib/glossary/mark-rule';
import type { Translate } from '@/lib/i18n/translate';

export interface MarkRuleListProps {
  rules: readonly MarkRule[];
  onRemove(rule: MarkRule): void;
  t: Translate;
}

function whereOf({ scope }: MarkRule, t: Translate): string {
  if (scope.kind === 'page') return scope.address;
  if (scope.kind === 'everywhere') return t('rules.everywhere');
  return scope.site === 'file://' ? t('popup.localFiles') : scope.site;
}

/** The terms that the reader does not want marked, and where. */
export function MarkRuleList({ rules, onRemove, t }: MarkRuleListProps): JSX.Element {
  return (
    <section class="mark-rules">
      <h2>{t('rules.title')}</h2>
      {rules.length === 0 ? (
        <p class="hint">{t('rules.none')}</p>
      ) : (
        <ul class="ruled">
          {rules.map((rule) => {
            const where = whereOf(rule, t);
            return (
              <li key={rule.id} class="site-row">
                <span class="mark-rule">
                  <bdi>{rule.headword}</bdi>
                  <small>
                    <bdi>{where}</bdi>
                  </small>
                </span>
                <IconButton
                  icon={X}
                  label={t('rules.removeNamed', { term: rule.headword, where })}
                  title={t('rules.remove')}
                  onClick={() => onRemove(rule)}
                />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
