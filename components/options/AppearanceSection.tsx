import type { JSX } from 'preact';
import { ChoiceGroup } from '@/components/controls/ChoiceGroup';
import { Slider } from '@/components/controls/Slider';
import { LookSample } from '@/components/sample/LookSample';
import type { Translate } from '@/lib/i18n/translator';
import { HOVER_DELAY_RANGE_MS, OPEN_ON, type OpenOn } from '@/lib/settings/settings';
import {
  COLOUR_VALUES,
  lookDeclarations,
  UNDERLINE_COLOURS,
  UNDERLINE_STYLES,
  type UnderlineLook,
} from '@/lib/settings/underline';

export interface AppearanceSectionProps {
  look: UnderlineLook;
  openOn: OpenOn;
  hoverDelayMs: number;
  onLook(look: UnderlineLook): void;
  onOpenOn(openOn: OpenOn): void;
  onHoverDelay(delayMs: number): void;
  t: Translate;
}

/** How terms look on pages, and how soon a card opens. */
export function AppearanceSection(props: AppearanceSectionProps): JSX.Element {
  const { look, t } = props;
  return (
    <>
      <h2 class="unseen">{t('appearance.sample')}</h2>
      <LookSample look={look} t={t} />
      <ChoiceGroup
        label={t('appearance.style')}
        layout="row"
        value={look.style}
        onChange={(style) => props.onLook({ ...look, style })}
        choices={UNDERLINE_STYLES.map((style) => ({
          value: style,
          label: (
            <span style={lookDeclarations({ style, colour: look.colour })}>
              {t(`appearance.style.${style}`)}
            </span>
          ),
        }))}
      />
      <ChoiceGroup
        label={t('appearance.colour')}
        layout="row"
        value={look.colour}
        onChange={(colour) => props.onLook({ ...look, colour })}
        choices={UNDERLINE_COLOURS.map((colour) => ({
          value: colour,
          label: (
            <>
              <span class="dot" style={{ background: COLOUR_VALUES[colour] }} />
              {t(`appearance.colour.${colour}`)}
            </>
          ),
        }))}
      />
      <ChoiceGroup
        label={t('appearance.openOn')}
        layout="column"
        value={props.openOn}
        onChange={props.onOpenOn}
        choices={OPEN_ON.map((value) => ({ value, label: t(`appearance.openOn.${value}`) }))}
      />
      <p class="hint">{t('appearance.openOnHint')}</p>
      {props.openOn === 'rest' && (
        <Slider
          label={t('appearance.delay')}
          range={{ ...HOVER_DELAY_RANGE_MS, step: 50 }}
          value={props.hoverDelayMs}
          text={(delayMs) => t('appearance.delayValue', { seconds: delayMs / 1000 })}
          hint={t('appearance.delayHint')}
          onChange={props.onHoverDelay}
        />
      )}
    </>
  );
}
