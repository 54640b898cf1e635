import type { JSX } from 'preact';
import { declaredLanguage } from '@/components/popover/sense-texts';
import type { Translate } from '@/lib/i18n/translator';
import type { ChangeSummary, NamedChange, NamedConcept } from '@/lib/updates/change-summary';

/** Counts and, folded away, names of the concepts that an edition adds, changes and removes. */
export function ChangeList({ changes, t }: { changes: ChangeSummary; t: Translate }): JSX.Element {
  const { added, changed, removed } = changes.counts;
  if (added + changed + removed === 0) return <p class="hint">{t('subscriptions.noChanges')}</p>;
  return (
    <details class="changes">
      <summary>
        {added > 0 && <span>{t('subscriptions.added', { count: added })}</span>}
        {changed > 0 && <span>{t('subscriptions.changed', { count: changed })}</span>}
        {removed > 0 && <span>{t('subscriptions.removed', { count: removed })}</span>}
      </summary>
      <Group kind="added" concepts={changes.added} count={added} t={t} />
      <ChangedGroup concepts={changes.changed} count={changed} t={t} />
      <Group kind="removed" concepts={changes.removed} count={removed} t={t} />
    </details>
  );
}

function Group(props: {
  kind: 'added' | 'removed';
  concepts: readonly NamedConcept[];
  count: number;
  t: Translate;
}): JSX.Element | null {
  const { kind, concepts, count, t } = props;
  if (count === 0) return null;
  return (
    <div class="change-group">
      <h4>{t(`subscriptions.${kind}`, { count })}</h4>
      <ul>
        {concepts.map((concept) => (
          <li key={concept.id} data-change={kind}>
            <Headword concept={concept} />
          </li>
        ))}
        <Rest more={count - concepts.length} t={t} />
      </ul>
    </div>
  );
}

function ChangedGroup(props: {
  concepts: readonly NamedChange[];
  count: number;
  t: Translate;
}): JSX.Element | null {
  const { concepts, count, t } = props;
  if (count === 0) return null;
  return (
    <div class="change-group">
      <h4>{t('subscriptions.changed', { count })}</h4>
      <ul>
        {concepts.map((concept) => (
          <li key={concept.id}>
            <Headword concept={concept} />{' '}
            <small>{concept.parts.map((part) => t(`subscriptions.part.${part}`)).join(' · ')}</small>
            {concept.addedTerms.map((text) => (
              <ins key={text}>{text}</ins>
            ))}
            {concept.removedTerms.map((text) => (
              <del key={text}>{text}</del>
            ))}
          </li>
        ))}
        <Rest more={count - concepts.length} t={t} />
      </ul>
    </div>
  );
}

function Headword({ concept: { headword, language } }: { concept: NamedConcept }): JSX.Element {
  return <bdi lang={declaredLanguage(language)}>{headword}</bdi>;
}

function Rest({ more, t }: { more: number; t: Translate }): JSX.Element | null {
  return more > 0 ? <li class="hint">{t('subscriptions.more', { count: more })}</li> : null;
}
