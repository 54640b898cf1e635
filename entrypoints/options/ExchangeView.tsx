import type { JSX } from 'preact';
import { ExchangeSection } from '@/components/options/exchange/ExchangeSection';
import type { GlossarySummary, Loaded } from '@/components/options/glossary-view';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import type { Exchange } from './exchange-state';

export interface ExchangeViewProps {
  exchange: Exchange;
  glossaries: Loaded<readonly GlossarySummary[]>;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** The section of imports and exports, joined to its state. */
export function ExchangeView({ exchange, glossaries, t, uiLanguage }: ExchangeViewProps): JSX.Element {
  const { importing } = exchange;
  const all = glossaries.kind === 'ready' ? glossaries.value : [];
  return (
    <ExchangeSection
      stage={importing.stage.value}
      glossaries={all}
      onFile={(file) => void importing.takeFiles([file])}
      onText={(text) => void importing.takeText(text)}
      onAddress={(address) => void importing.takeAddress(address)}
      onChoices={importing.setChoices}
      onChoice={importing.setChoice}
      onSaveProblems={exchange.saveProblems}
      onStore={() => void importing.store()}
      onCancel={importing.cancel}
      onExport={exchange.write}
      {...{ t, uiLanguage }}
    />
  );
}
