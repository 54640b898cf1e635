import { ArrowDown, ArrowUp, Copy, GripVertical, Merge, Trash2 } from 'lucide';
import type { JSX } from 'preact';
import { Icon } from '@/components/controls/Icon';
import { Menu } from '@/components/controls/Menu';
import { Switch } from '@/components/controls/Switch';
import { tagText } from '@/components/popover/sense-texts';
import { formatDate } from '@/lib/i18n/format-date';
import { formatList } from '@/lib/i18n/format-list';
import { languageName } from '@/lib/i18n/language-name';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import { COLOUR_VALUES } from '@/lib/settings/underline';
import type { GlossarySummary } from './glossary-view';
import { glossaryHref } from './sections';

/** What can be done with a glossary of the list. */
export interface GlossaryActions {
  onEnabled(glossary: GlossarySummary, enabled: boolean): void;
  /** To another place in the list, from 0. */
  onMove(glossary: GlossarySummary, place: number): void;
  onDuplicate(glossary: GlossarySummary): void;
  onMerge(glossary: GlossarySummary): void;
  onDelete(glossary: GlossarySummary): void;
}

export interface GlossaryRowProps {
  glossary: GlossarySummary;
  place: number;
  /** How many there are. */
  count: number;
  actions: GlossaryActions;
  /** It is being dragged, or something is dragged over it. */
  drag: { over: boolean; onStart(): void; onOver(): void; onDrop(): void; onEnd(): void };
  t: Translate;
  uiLanguage: UiLanguage;
}

/** One glossary of the list: what it is, where it stands, its switch, and what can be done with it. */
export function GlossaryRow(props: GlossaryRowProps): JSX.Element {
  const { glossary, place, count, actions, drag, t, uiLanguage } = props;
  const name = tagText(glossary.name, uiLanguage);
  const description =
    glossary.description === undefined ? undefined : tagText(glossary.description, uiLanguage);
  return (
    <li
      class="glossary"
      data-off={glossary.enabled ? undefined : ''}
      data-over={drag.over ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        drag.onOver();
      }}
      onDrop={(event) => {
        event.preventDefault();
        drag.onDrop();
      }}
    >
      {count > 1 && (
        <button
          type="button"
          class="quiet grip"
          draggable
          aria-label={t('glossaries.grip', { name: name.text, place: place + 1, count })}
          title={t('glossaries.gripHint')}
          onDragStart={(event) => {
            event.dataTransfer?.setData('text/plain', name.text);
            drag.onStart();
          }}
          onDragEnd={drag.onEnd}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
            if (step === 0) return;
            event.preventDefault();
            actions.onMove(glossary, place + step);
          }}
        >
          <Icon node={GripVertical} size={15} />
        </button>
      )}
      <div class="glossary-text">
        <h2 lang={name.lang}>
          {glossary.colour !== undefined && (
            <span class="dot" style={{ background: COLOUR_VALUES[glossary.colour] }} />
          )}
          <a href={glossaryHref(glossary.id)}>{name.text}</a>
        </h2>
        {description !== undefined && <p lang={description.lang}>{description.text}</p>}
        <Facts {...{ glossary, t, uiLanguage }} />
      </div>
      <div class="glossary-side">
        <Switch
          checked={glossary.enabled}
          onChange={(enabled) => actions.onEnabled(glossary, enabled)}
          name="hidden"
        >
          {t('glossaries.switch', { name: name.text })}
        </Switch>
        <Menu
          label={t('glossaries.actions', { name: name.text })}
          items={[
            {
              label: t('glossaries.moveUp'),
              icon: ArrowUp,
              disabled: place === 0,
              onChoose: () => actions.onMove(glossary, place - 1),
            },
            {
              label: t('glossaries.moveDown'),
              icon: ArrowDown,
              disabled: place === count - 1,
              onChoose: () => actions.onMove(glossary, place + 1),
            },
            { label: t('glossaries.duplicate'), icon: Copy, onChoose: () => actions.onDuplicate(glossary) },
            {
              label: t('glossaries.merge'),
              icon: Merge,
              disabled: glossary.origin !== 'own' || count === 1,
              onChoose: () => actions.onMerge(glossary),
            },
            {
              label: t('glossaries.delete'),
              icon: Trash2,
              disabled: glossary.origin === 'embedded',
              onChoose: () => actions.onDelete(glossary),
            },
          ]}
        />
      </div>
    </li>
  );
}

function Facts(props: Pick<GlossaryRowProps, 'glossary' | 't' | 'uiLanguage'>): JSX.Element {
  const { glossary, t, uiLanguage } = props;
  const facts = [
    t('glossaries.concepts', { count: glossary.conceptCount }),
    languageName(glossary.language, uiLanguage),
    t('glossaries.version', { version: glossary.version }),
    t('glossaries.updated', { date: formatDate(glossary.updated, uiLanguage) }),
    ...(glossary.licence === undefined ? [] : [t('glossaries.licence', { name: glossary.licence })]),
    ...(glossary.sites === undefined
      ? []
      : [t('glossaries.onSites', { sites: formatList(glossary.sites, uiLanguage) })]),
    ...(glossary.origin === 'own' ? [] : [t(`glossaries.${glossary.origin}`)]),
  ];
  return (
    <ul class="facts">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
