import { BookMarked, FileUp, Plus } from 'lucide';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '@/components/controls/Icon';
import { Notice } from '@/components/controls/Notice';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import { type GlossaryActions, GlossaryRow } from './GlossaryRow';
import type { GlossarySummary } from './glossary-view';

export interface GlossariesSectionProps {
  glossaries: readonly GlossarySummary[];
  actions: GlossaryActions;
  onCreate(): void;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** All glossaries in their order, to switch, to move and to open. */
export function GlossariesSection(props: GlossariesSectionProps): JSX.Element {
  const { glossaries, actions, t, uiLanguage } = props;
  const [dragged, setDragged] = useState<GlossarySummary>();
  const [over, setOver] = useState(-1);
  return (
    <>
      <p class="intro">{t('glossaries.intro')}</p>
      <p class="section-actions">
        <button type="button" class="button" onClick={props.onCreate}>
          <Icon node={Plus} size={15} />
          {t('glossaries.create')}
        </button>
        <a class="button" href="#exchange">
          <Icon node={FileUp} size={15} />
          {t('glossaries.import')}
        </a>
      </p>
      {glossaries.length === 0 && (
        <Notice icon={BookMarked} title={t('glossaries.none')}>
          {t('glossaries.noneHint')}
        </Notice>
      )}
      <ul class="ruled">
        {glossaries.map((glossary, place) => (
          <GlossaryRow
            key={glossary.id}
            count={glossaries.length}
            drag={{
              over: dragged !== undefined && over === place,
              onStart: () => setDragged(glossary),
              onOver: () => setOver(place),
              onDrop: () => {
                if (dragged !== undefined) actions.onMove(dragged, place);
              },
              onEnd: () => {
                setDragged(undefined);
                setOver(-1);
              },
            }}
            {...{ glossary, place, actions, t, uiLanguage }}
          />
        ))}
      </ul>
    </>
  );
}
