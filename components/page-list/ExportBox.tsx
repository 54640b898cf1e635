import { ChevronRight, Copy, Download } from 'lucide';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ChoiceGroup } from '@/components/controls/ChoiceGroup';
import { Icon } from '@/components/controls/Icon';
import type { Translate } from '@/lib/i18n/translator';
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/page-list/export';

export interface ExportBoxProps {
  onExport(format: ExportFormat, way: 'copy' | 'save'): void;
  /** What came of it, in the reader's language. */
  exported: string | undefined;
  t: Translate;
}

/** The list to take away, folded up until it is wanted. */
export function ExportBox({ onExport, exported, t }: ExportBoxProps): JSX.Element {
  const [format, setFormat] = useState<ExportFormat>('markdown');
  return (
    <details class="export">
      <summary class="folder">
        <Icon node={ChevronRight} size={14} />
        {t('list.export')}
      </summary>
      <ChoiceGroup
        label={t('list.format')}
        choices={EXPORT_FORMATS.map((value) => ({ value, label: t(`list.format.${value}`) }))}
        value={format}
        onChange={(next) => setFormat(next)}
        layout="row"
      />
      <p class="hint">{t(`list.hint.${format}`)}</p>
      <div class="export-ways">
        <button type="button" class="button" onClick={() => onExport(format, 'copy')}>
          <Icon node={Copy} size={15} />
          {t('list.copy')}
        </button>
        <button type="button" class="button" onClick={() => onExport(format, 'save')}>
          <Icon node={Download} size={15} />
          {t('list.save')}
        </button>
        <p class="exported" role="status">
          {exported}
        </p>
      </div>
    </details>
  );
}
