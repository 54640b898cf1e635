import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeSettings, loadSettings } from '@/lib/storage/settings-store';
import { syncSettings, watchSync } from '@/lib/storage/settings-sync';

type Items = Record<string, unknown>;
type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

/** The browser's storage, as far as settings go: two areas that tell of their changes. */
const fake = vi.hoisted(() => {
  const listeners = new Set<Listener>();
  const area = (name: string) => {
    const self = {
      items: {} as Items,
      broken: false,
      async get(keys: string | string[]) {
        if (self.broken) throw new Error('sync is off');
        return structuredClone(
          Object.fromEntries(
            [keys].flat().flatMap((key) => (key in self.items ? [[key, self.items[key]]] : [])),
          ),
        );
      },
      async set(items: Items) {
        if (
          self.broken ||
          JSON.stringify(items).length > (name === 'sync' ? 8192 : Number.POSITIVE_INFINITY)
        ) {
          throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
        }
        Object.assign(self.items, structuredClone(items));
        const changes = Object.fromEntries(
          Object.entries(items).map(([key, newValue]) => [key, { newValue }]),
        );
        for (const listener of listeners) listener(changes, name);
      },
      async remove(keys: string | string[]) {
        for (const key of [keys].flat()) delete self.items[key];
        const changes = Object.fromEntries([keys].flat().map((key) => [key, {}]));
        for (const listener of listeners) listener(changes, name);
      },
    };
    return self;
  };
  return { listeners, local: area('local'), sync: area('sync') };
});

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: fake.local,
      sync: fake.sync,
      onChanged: {
        addListener: (listener: Listener) => fake.listeners.add(listener),
        removeListener: (listener: Listener) => fake.listeners.delete(listener),
      },
    },
  },
}));

let stop: () => void;
const idle = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

beforeEach(() => {
  for (const area of [fake.local, fake.sync]) Object.assign(area, { items: {}, broken: false });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  stop = watchSync();
});

afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

const synced = () => fake.sync.items['settings'] as Items | undefined;

describe('settings in sync', () => {
  it('get there when they are changed here', async () => {
    await changeSettings((all) => ({ ...all, enabled: false }));
    await idle();
    expect(synced()?.['enabled']).toBe(false);
  });

  it('come from there when another browser of the reader has changed them later', async () => {
    await changeSettings((all) => ({ ...all, hoverDelayMs: 500 }));
    await idle();
    await fake.sync.set({
      settings: { enabled: false, hoverDelayMs: 9 },
      settingsChangedMs: Date.now() + 1000,
    });
    await idle();
    expect(await loadSettings()).toMatchObject({ enabled: false, hoverDelayMs: 100 });
  });

  it('are not overwritten by older ones from there', async () => {
    await changeSettings((all) => ({ ...all, hoverDelayMs: 500 }));
    await idle();
    await fake.sync.set({ settings: { hoverDelayMs: 200 }, settingsChangedMs: 1 });
    await idle();
    expect((await loadSettings()).hoverDelayMs).toBe(500);
    expect(synced()?.['hoverDelayMs']).toBe(500);
  });

  it('of a clock that was ahead do not undo what is changed after them', async () => {
    await fake.sync.set({ settings: { hoverDelayMs: 200 }, settingsChangedMs: Date.now() + 600_000 });
    await idle();
    for (const enabled of [false, true, false]) {
      await changeSettings((all) => ({ ...all, enabled }));
      await idle();
      expect(await loadSettings()).toMatchObject({ enabled, hoverDelayMs: 200 });
      expect(synced()?.['enabled']).toBe(enabled);
    }
  });

  it('of the version before, which kept them here only, move there', async () => {
    fake.local.items = { settings: { enabled: false } };
    await syncSettings();
    expect(synced()?.['enabled']).toBe(false);
    expect((await loadSettings()).enabled).toBe(false);
  });

  it('that differ only by what another version knows are left to each side', async () => {
    fake.sync.items = { settings: { enabled: false, newer: 1 }, settingsChangedMs: 5 };
    await syncSettings();
    await syncSettings();
    expect(synced()).toEqual({ enabled: false, newer: 1 });
    expect((await loadSettings()).enabled).toBe(false);
  });

  it('come to a new machine', async () => {
    fake.sync.items = { settings: { enabled: false }, settingsChangedMs: 5 };
    await syncSettings();
    expect((await loadSettings()).enabled).toBe(false);
  });

  it.each(['off', 'full'])('stay here where sync is %s', async (why) => {
    fake.sync.broken = why === 'off';
    const pausedSites = Array.from({ length: 600 }, (_, at) => `site-${at}.example.com`);
    await changeSettings((all) => ({ ...all, pausedSites: why === 'full' ? pausedSites : ['a.org'] }));
    await idle();
    expect((await loadSettings()).pausedSites).toHaveLength(why === 'full' ? 600 : 1);
    expect(synced()).toBeUndefined();
  });

  it('do not come back once they were taken out here', async () => {
    await changeSettings((all) => ({ ...all, enabled: false }));
    await idle();
    await fake.local.remove('settings');
    await idle();
    await syncSettings();
    expect((await loadSettings()).enabled).toBe(true);
  });
});
