import { signal } from '@preact/signals';
import { parseRoute, type Route } from './route';

/** The address of the page, and the guard of what would be lost by leaving. */
export function createNavigation() {
  const route = signal<Route>(parseRoute(location.hash));
  /** Where the reader wants to go, while asked about unsaved changes. */
  const pending = signal<string | undefined>(undefined);
  let current = location.hash;
  let hasUnsaved = (): boolean => false;

  const onHashChange = (): void => {
    if (location.hash === current) return;
    if (hasUnsaved()) {
      pending.value = location.hash;
      // The form stays, and so does its address.
      history.replaceState(undefined, '', current === '' ? '#' : current);
      return;
    }
    current = location.hash;
    route.value = parseRoute(current);
  };

  const onBeforeUnload = (event: BeforeUnloadEvent): void => {
    if (hasUnsaved()) event.preventDefault();
  };

  return {
    route,
    pending,
    guard(check: () => boolean): void {
      hasUnsaved = check;
    },
    go(hash: string): void {
      location.hash = hash;
      // The event comes later; what follows is to find the page there already.
      onHashChange();
    },
    /** The reader stays with the form. */
    stay(): void {
      pending.value = undefined;
    },
    start(): () => void {
      addEventListener('hashchange', onHashChange);
      addEventListener('beforeunload', onBeforeUnload);
      return () => {
        removeEventListener('hashchange', onHashChange);
        removeEventListener('beforeunload', onBeforeUnload);
      };
    },
  };
}

export type Navigation = ReturnType<typeof createNavigation>;
