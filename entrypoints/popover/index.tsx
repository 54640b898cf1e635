import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '@/assets/styles/popover.css?inline';
import { resolveUiLanguage } from '@/lib/i18n/resolve-language';
import { createTranslator } from '@/lib/i18n/translator';
import { ask } from '@/lib/messaging/messenger';
import type { ContentToBackground } from '@/lib/messaging/protocol';
import { type CreatePopover, offerPopover } from '@/lib/page/popover-bridge';
import { changeSettings, watchSettings } from '@/lib/storage/settings-store';
import { PopoverController } from './controller';
import frameCss from './frame.css?inline';
import { PopoverHost } from './host';
import { Windows } from './windows';

/** The popover's script: put into a frame by the background the first time a reader points at a term in it. */
const createPopover: CreatePopover = (ground) => {
  let settings = ground.settings();
  const windows = new Windows(
    new PopoverHost(`${css}\n${frameCss}`),
    ground,
    {
      view() {
        const uiLanguage = resolveUiLanguage(settings.uiLanguage, [
          browser.i18n.getUILanguage(),
          ...navigator.languages,
        ]);
        const { definitionLanguage } = settings;
        return {
          t: createTranslator(uiLanguage),
          uiLanguage,
          definitionLanguage:
            definitionLanguage === 'auto' ? (uiLanguage === 'en' ? 'en' : 'zh') : definitionLanguage,
        };
      },
      setDefinitionLanguage(definitionLanguage) {
        void changeSettings((all) => ({ ...all, definitionLanguage }));
      },
      openOptions: () => void ask<ContentToBackground, 'openOptions'>('openOptions', {}),
      describe: (term) => controller.describe(term),
    },
    {
      onFloatingPinned: () => controller.letGo(),
      onFloatingClosed: () => controller.dismissFloating(),
    },
  );
  const controller = new PopoverController(ground, windows);
  const stopWatching = watchSettings((next) => {
    settings = next;
    windows.redraw();
  });
  return {
    receive: (event) => controller.receive(event),
    openFor: (mark, options) => controller.openFor(mark, options),
    checkTargets: () => controller.checkTargets(),
    dismiss: () => controller.dismiss(),
    destroy() {
      stopWatching();
      controller.destroy();
    },
  };
};

export default defineUnlistedScript(() => offerPopover(createPopover));
