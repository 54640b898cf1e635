import { Globe, X } from 'lucide';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { IconButton } from '@/components/controls/IconButton';
import { Notice } from '@/components/controls/Notice';
import type { MarkRule } from '@/lib/glossary/mark-rule';
import type { Translate } from '@/lib/i18n/translator';
import { AddressField } from './AddressField';
import { MarkRuleList } from './MarkRuleList';
import { readSite } from './site-address';

export interface SitesSectionProps {
  /** Host names on which nothing is marked. */
  sites: readonly string[];
  /** Those that the reader's organisation has switched off. */
  managed: readonly string[];
  onPause(site: string): void;
  onResume(site: string): void;
  rules: readonly MarkRule[];
  onRemoveRule(rule: MarkRule): void;
  t: Translate;
}

/** The sites that are switched off, and the terms that are not marked. */
export function SitesSection(props: SitesSectionProps): JSX.Element {
  const { sites, managed, onResume, t } = props;
  return (
    <>
      <p class="intro">{t('sites.intro')}</p>
      <SiteForm {...props} />
      <h2 class="unseen">{t('sites.list')}</h2>
      {sites.length === 0 ? (
        <Notice icon={Globe} title={t('sites.none')}>
          {t('sites.noneHint')}
        </Notice>
      ) : (
        <ul class="ruled">
          {sites.map((site) => (
            <li key={site} class="site-row">
              <bdi>{site === 'file://' ? t('popup.localFiles') : site}</bdi>
              {managed.includes(site) ? (
                <small>{t('options.managed')}</small>
              ) : (
                <IconButton
                  icon={X}
                  label={t('sites.removeNamed', { site })}
                  title={t('sites.remove')}
                  onClick={() => onResume(site)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <MarkRuleList rules={props.rules} onRemove={props.onRemoveRule} t={t} />
    </>
  );
}

function SiteForm({ sites, onPause, t }: SitesSectionProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');

  const add = (event: Event): void => {
    event.preventDefault();
    const site = readSite(typed);
    if (site === undefined) {
      setProblem(t('sites.invalid'));
    } else if (sites.includes(site)) {
      setProblem(t('sites.duplicate', { site }));
    } else {
      onPause(site);
      setTyped('');
      setProblem('');
    }
  };

  return (
    <form class="site-form" onSubmit={add} noValidate>
      <AddressField
        id="site"
        label={t('sites.addLabel')}
        placeholder="example.com"
        value={typed}
        action={t('sites.add')}
        onInput={(value) => {
          setTyped(value);
          setProblem('');
        }}
        problem={problem}
      />
    </form>
  );
}
