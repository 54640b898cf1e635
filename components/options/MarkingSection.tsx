import type { JSX } from 'preact';
import { ChoiceGroup } from '@/components/controls/ChoiceGroup';
import { Slider } from '@/components/controls/Slider';
import { tagText } from '@/components/popover/sense-texts';
import { CalmSample } from '@/components/sample/CalmSample';
import type { GlossaryId, LocalizedText } from '@/lib/glossary/model';
import type { Translate } from '@/lib/i18n/translator';
import { type CalmSettings, MIN_LENGTH_RANGE, REPEATS, SPACINGS } from '@/lib/settings/calm';
import type { UiLanguage } from '@/lib/settings/languages';
import type { UnderlineLook } from '@/lib/settings/underline';

export interface MarkingSectionProps {
  calm: CalmSettings;
  look: UnderlineLook;
  glossaries: readonly {
    id: GlossaryId;
    name: LocalizedText;
    categories: Readonly<Record<string, LocalizedText>>;
  }[];
  /** Two quick clicks must not undo each other: each is a change of what is set then. */
  onCalm(change: (calm: CalmSettings) => CalmSettings): void;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** How much of what is found is marked. */
export function MarkingSection(props: MarkingSectionProps): JSX.Element {
  const { calm, t } = props;
  const change = (changed: Partial<CalmSettings>): void => props.onCalm((set) => ({ ...set, ...changed }));
  return (
    <>
      <p class="intro">{t('marking.intro')}</p>
      <CalmSample calm={calm} look={props.look} t={t} />
      <ChoiceGroup
        label={t('marking.repeats')}
        layout="row"
        value={calm.repeats}
        onChange={(repeats) => change({ repeats })}
        choices={REPEATS.map((value) => ({ value, label: t(`marking.repeats.${value}`) }))}
      />
      <ChoiceGroup
        label={t('marking.spacing')}
        layout="row"
        value={`${calm.spacing}`}
        onChange={(value) =>
          change({ spacing: SPACINGS.find((each) => `${each}` === value) ?? calm.spacing })
        }
        choices={SPACINGS.map((value) => ({ value: `${value}`, label: t(`marking.spacing.${value}`) }))}
      />
      <Slider
        label={t('marking.minLength')}
        range={{ ...MIN_LENGTH_RANGE, step: 1 }}
        value={calm.minLength}
        text={(count) => t('marking.minLengthValue', { count })}
        onChange={(minLength) => change({ minLength })}
      />
      {props.glossaries.map((glossary) => (
        <Categories key={glossary.id} glossary={glossary} {...props} />
      ))}
    </>
  );
}

function Categories(
  props: MarkingSectionProps & { glossary: MarkingSectionProps['glossaries'][number] },
): JSX.Element | null {
  const { calm, glossary, uiLanguage, t } = props;
  const categories = Object.entries(glossary.categories);
  if (categories.length === 0) return null;
  const skipped = calm.skippedCategories[glossary.id] ?? [];
  const name = tagText(glossary.name, uiLanguage);
  const set = (key: string, marked: boolean): void => {
    props.onCalm((before) => {
      const { [glossary.id]: skippedBefore = [], ...rest } = before.skippedCategories;
      const others = skippedBefore.filter((each) => each !== key);
      const now = marked ? others : [...others, key];
      return { ...before, skippedCategories: now.length === 0 ? rest : { ...rest, [glossary.id]: now } };
    });
  };
  return (
    <fieldset class="choices row">
      <legend>
        {t('marking.categories')} <small lang={name.lang}>{name.text}</small>
      </legend>
      {categories.map(([key, label]) => {
        const text = tagText(label, uiLanguage);
        return (
          <label key={key} class="choice">
            <input
              type="checkbox"
              checked={!skipped.includes(key)}
              onChange={(event) => set(key, event.currentTarget.checked)}
            />
            <span lang={text.lang}>{text.text}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
