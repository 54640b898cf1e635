import { watchStorage } from './watch-storage';

/** Under which the settings are stored. */
export const SETTINGS_KEY = 'settings';

/**
 * Calls back each time any context changes the settings, or the reader's organisation its policy; returns a function
 * that stops it. Apart from the store, because a content script needs the signal only: the background tells it what is
 * set.
 */
export function onSettingsChange(onChange: () => void): () => void {
  return watchStorage((changes, area) => {
    if (area === 'managed' || (area === 'local' && SETTINGS_KEY in changes)) onChange();
  });
}
