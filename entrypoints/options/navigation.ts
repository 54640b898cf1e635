import { signal } from '@preact/signals';
import { parseRoute, type Route } from './route';

/** Which entry of the page's history this is, counted from the one that it was opened with; entries are marked when first seen. */
const placeOf = (state: unknown): number | undefined => (state as { place?: number } | null)?.place;

/** The address of the page, and the guard of what would be lost by leaving. */
export function createNavigation() {
  const route = signal<Route>(parseRoute(location.hash));
  /** Where the reader wants to go, while asked about unsaved changes. */
  const pending = signal<string | undefined>(undefined);
  let current = location.hash;
  let place = placeOf(history.state) ?? 0;
  /** Where the reader wants to go, while the page goes back to the form's address. */
  let refused: string | undefined;
  let hasUnsaved = (): boolean => false;

  const onHashChange = (): void => {
    if (location.hash === current) {
      pending.value = refused ?? pending.peek();
      refused = undefined;
      return;
    }
    // The event of a change that has been seen already.
    if (location.hash === refused) return;
    const to = placeOf(history.state) ?? place + 1;
    history.replaceState({ place: to }, '');
    if (hasUnsaved()) {
      refused = location.hash;
      // The form stays, and so does its address, between those that are before and behind it.
      history.go(place - to);
      return;
    }
    place = to;
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
    /** What is shown, and stays as it is, has another address from now on. */
    rename(hash: string): void {
      history.replaceState({ place }, '', hash);
      current = location.hash;
      route.value = parseRoute(current);
    },
    /** The reader stays with the form. */
    stay(): void {
      pending.value = undefined;
    },
    start(): () => void {
      history.replaceState({ place }, '');
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
