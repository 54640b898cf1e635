import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '@/assets/styles/popover.css?inline';
import type { CardTexts } from '@/lib/i18n/card-texts';
import { resolveDefinitionLanguage, resolveUiLanguage } from '@/lib/i18n/resolve-language';
import { translateWith } from '@/lib/i18n/translate';
import { ask } from '@/lib/messaging/messenger';
import type { PopoverToBackground } from '@/lib/messaging/popover-protocol';
import { type CreatePopover, offerPopover } from '@/lib/page/popover-bridge';
import type { UiLanguage } from '@/lib/settings/languages';
import { changeSettings, watchSettings } from '@/lib/storage/settings-store';
import { PopoverController } from './controller';
import { createDeeds } from './deeds';
import frameCss from './frame.css?inline';
import { PopoverHost } from './host';
import { Windows } from './windows';

/** The popover's script: put into a frame by the background the first time a reader points at a term in it. */
const createPopover: CreatePopover = (ground) => {
  let settings = ground.settings();
  let texts: { language: UiLanguage; table: CardTexts } = { language: 'en', table: {} };

  const uiLanguage = (): UiLanguage =>
    resolveUiLanguage(settings.uiLanguage, [browser.i18n.getUILanguage(), ...navigator.languages]);

  /** The texts come from the background: all languages of all pages would be half of this script. */
  const prepare = async (): Promise<void> => {
    const language = uiLanguage();
    if (texts.language === language && 'card.close' in texts.table) return;
    const answer = await ask<PopoverToBackground, 'getCardTexts'>('getCardTexts', { language });
    texts = { language, table: answer.texts };
  };

  const windows = new Windows(
    new PopoverHost(`${css}\n${frameCss}`, () => ground.isAlive()),
    ground,
    {
      prepare,
      view() {
        const { language, table } = texts;
        const definitionLanguage = resolveDefinitionLanguage(settings.definitionLanguage, language);
        return { t: translateWith(table, language), uiLanguage: language, definitionLanguage };
      },
      setDefinitionLanguage: (definitionLanguage) =>
        changeSettings((all) => ({ ...all, definitionLanguage })),
      deeds: {
        ...createDeeds(ground),
        describe: (term) => controller.describe(term),
      },
    },
    {
      onFloatingPinned: () => controller.letGo(),
      onFloatingClosed: () => controller.dismissFloating(),
    },
  );
  const controller = new PopoverController(ground, windows);
  const stopWatching = watchSettings((next) => {
    settings = next;
    // Without an answer the extension is gone, and what is open stays as it is.
    void prepare().then(
      () => windows.redraw(),
      () => undefined,
    );
  });
  return {
    receive: (event) => controller.receive(event),
    openFor: (mark, options) => controller.openFor(mark, options),
    checkTargets: () => controller.checkTargets(),
    dismiss: () => controller.dismiss(),
    dismissFloating: () => controller.dismissFloating(),
    destroy() {
      stopWatching();
      controller.destroy();
    },
  };
};

export default defineUnlistedScript(() => offerPopover(createPopover));
