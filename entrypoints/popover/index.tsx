import { render } from 'preact';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '@/assets/styles/popover.css?inline';
import { TermCard } from '@/components/popover/TermCard';
import type { ContainedTerm, TermDescription } from '@/lib/glossary/sense-description';
import { resolveUiLanguage } from '@/lib/i18n/resolve-language';
import { createTranslator } from '@/lib/i18n/translator';
import { ask } from '@/lib/messaging/messenger';
import type { ContentToBackground } from '@/lib/messaging/protocol';
import { backdropTheme } from '@/lib/page/backdrop';
import { type CreatePopover, offerPopover, type PopoverRequest } from '@/lib/page/popover-bridge';
import type { DefinitionLanguage } from '@/lib/settings/languages';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings/settings';
import { changeSettings, loadSettings, watchSettings } from '@/lib/storage/settings-store';
import frameCss from './frame.css?inline';
import { PopoverHost } from './host';
import { placeBeside } from './placement';

/** The popover's script: put into a frame by the background the first time a reader points at a term in it. */
const createPopover: CreatePopover = ({ onDismiss }) => {
  const host = new PopoverHost(`${css}\n${frameCss}`);
  let settings: Settings = DEFAULT_SETTINGS;
  let shown: PopoverRequest | undefined;
  /** The terms on the way from the one on the page to the one in view, which is the last. */
  let trail: TermDescription[] = [];
  let stopPlacing: (() => void) | undefined;

  const setDefinitionLanguage = (definitionLanguage: DefinitionLanguage): void => {
    void changeSettings((all) => ({ ...all, definitionLanguage }));
  };

  const goTo = (next: TermDescription[]): void => {
    trail = next;
    draw();
  };
  const openInner = async (term: ContainedTerm): Promise<void> => {
    const from = trail;
    const description = await shown?.describe(term);
    // Closed, or gone elsewhere, while the answer was on its way.
    if (description === undefined || description.senses.length === 0 || trail !== from) return;
    goTo([...from, description]);
  };

  const draw = (): void => {
    const current = trail.at(-1);
    if (current === undefined) return;
    const uiLanguage = resolveUiLanguage(settings.uiLanguage, [
      browser.i18n.getUILanguage(),
      ...navigator.languages,
    ]);
    const { definitionLanguage } = settings;
    host.frame.setAttribute('aria-label', current.senses[0]?.concept.terms[0].text ?? '');
    render(
      <TermCard
        senses={current.senses}
        contains={current.contains}
        onOpen={(term) => void openInner(term)}
        onBack={trail.length > 1 ? () => goTo(trail.slice(0, -1)) : undefined}
        t={createTranslator(uiLanguage)}
        uiLanguage={uiLanguage}
        definitionLanguage={
          definitionLanguage === 'auto' ? (uiLanguage === 'en' ? 'en' : 'zh') : definitionLanguage
        }
        onDefinitionLanguage={setDefinitionLanguage}
        onOpenOptions={() => void ask<ContentToBackground, 'openOptions'>('openOptions', {})}
      />,
      host.frame,
    );
  };

  const takeSettings = (next: Settings): void => {
    settings = next;
    draw();
  };
  const stopWatching = watchSettings(takeSettings);
  void loadSettings().then(takeSettings);

  const hide = (): void => {
    stopPlacing?.();
    stopPlacing = undefined;
    shown = undefined;
    trail = [];
    host.hide();
    render(null, host.frame);
  };

  return {
    show(request) {
      hide();
      const node = request.ranges[0]?.startContainer;
      if (node === undefined) return;
      shown = request;
      trail = [request.description];
      host.frame.dataset['theme'] = backdropTheme(node);
      draw();
      host.show(node);
      stopPlacing = placeBeside(host.frame, { ranges: request.ranges, point: request.point }, onDismiss);
    },
    hide,
    holds: (event) => host.holds(event),
    destroy() {
      hide();
      host.remove();
      stopWatching();
    },
  };
};

export default defineUnlistedScript(() => offerPopover(createPopover));
