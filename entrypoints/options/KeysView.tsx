import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { KEY_ACTIONS, type KeyAction, KeysSection } from '@/components/options/KeysSection';
import type { Translate } from '@/lib/i18n/translator';

/** Firefox's API, which the shared types lack. */
interface ShortcutSettings {
  openShortcutSettings?(): Promise<void>;
}

/** The browser's own page for the keys of extensions: only there can they be changed in every browser. */
async function openShortcutSettings(): Promise<void> {
  const commands = browser.commands as unknown as ShortcutSettings;
  if (commands.openShortcutSettings !== undefined) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

async function readKeys(): Promise<Map<KeyAction, string>> {
  const all = await browser.commands.getAll();
  return new Map(
    KEY_ACTIONS.map((action) => [action, all.find(({ name }) => name === action)?.shortcut ?? '']),
  );
}

/** The keys as they are now; read again when the reader comes back from changing them. */
export function KeysView({ t }: { t: Translate }): JSX.Element {
  const [keys, setKeys] = useState<ReadonlyMap<KeyAction, string>>(new Map());
  useEffect(() => {
    const read = (): void => void readKeys().then(setKeys);
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return <KeysSection keys={keys} onChange={() => void openShortcutSettings()} t={t} />;
}
