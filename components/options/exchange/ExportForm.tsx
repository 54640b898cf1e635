import { Copy, Download } from 'lucide';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { ChoiceGroup } from '@/components/controls/ChoiceGroup';
import { Icon } from '@/components/controls/Icon';
import type { GlossarySummary } from '@/components/options/glossary-view';
import { tagText } from '@/components/popover/sense-texts';
import type { GlossaryId } from '@/lib/glossary/model';
import { WRITE_FORMATS, type WriteFormat } from '@/lib/glossary-import/write-formats';
import { reasonOf } from '@/lib/i18n/reason-of';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';

export interface ExportFormProps {
  glossaries: readonly GlossarySummary[];
  /** Resolves when the file is made. */
  onExport(id: GlossaryId, format: WriteFormat, way: 'copy' | 'save'): Promise<void>;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** A glossary to take away: which, in which format, and what that loses. */
export function ExportForm({ glossaries, onExport, t, uiLanguage }: ExportFormProps): JSX.Element | null {
  const [chosen, setChosen] = useState<GlossaryId>();
  const [format, setFormat] = useState<WriteFormat>('json');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const id = useId();
  const [first] = glossaries;
  if (first === undefined) return <p class="intro">{t('export.none')}</p>;
  const glossary = glossaries.find((each) => each.id === chosen) ?? first;

  const take = async (way: 'copy' | 'save'): Promise<void> => {
    setBusy(true);
    setSaid('');
    try {
      await onExport(glossary.id, format, way);
      setSaid(t(way === 'copy' ? 'export.copied' : 'export.saved'));
    } catch (error) {
      console.error(error);
      setSaid(t('export.failed', { reason: reasonOf(error) }));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div class="export-form">
      <p class="export-which">
        <label for={id}>{t('export.which')}</label>
        <select
          id={id}
          class="field"
          value={glossary.id}
          onChange={(event) => setChosen(event.currentTarget.value as GlossaryId)}
        >
          {glossaries.map((each) => (
            <option key={each.id} value={each.id}>
              {tagText(each.name, uiLanguage).text}
            </option>
          ))}
        </select>
      </p>
      <ChoiceGroup
        label={t('export.format')}
        choices={WRITE_FORMATS.map((value) => ({ value, label: t(`format.${value}`) }))}
        value={format}
        onChange={(next) => setFormat(next)}
        layout="column"
      />
      <p class="hint">{t(`export.hint.${format}`)}</p>
      <div class="actions">
        <button type="button" class="button primary" disabled={busy} onClick={() => void take('save')}>
          <Icon node={Download} size={15} />
          {t('export.save')}
        </button>
        <button type="button" class="button" disabled={busy} onClick={() => void take('copy')}>
          <Icon node={Copy} size={15} />
          {t('export.copy')}
        </button>
        <p class="exported" role="status">
          {said}
        </p>
      </div>
    </div>
  );
}
