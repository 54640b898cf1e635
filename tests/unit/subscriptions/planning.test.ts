import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { checkWhenDue } from '@/entrypoints/background/subscription-schedule';
import { readBackup, restoreBackup } from '@/lib/storage/backup-store';
import { removeSubscription, saveSubscription } from '@/lib/storage/subscription-store';
import { createSubscription } from '@/lib/updates/subscription';
import { waitFor } from '../../support/wait';

const fake = vi.hoisted(() => {
  const listeners: ((changes: object, area: string) => void)[] = [];
  const alarms = new Map<string, number>();
  return {
    listeners,
    alarms,
    storage: {
      local: {
        get: async () => ({}),
        set: async (items: object) => {
          for (const listener of listeners) listener(items, 'local');
        },
      },
      managed: { get: async () => ({}) },
      onChanged: { addListener: (listener: (typeof listeners)[number]) => void listeners.push(listener) },
    },
  };
});

vi.mock('wxt/browser', () => ({
  browser: {
    storage: fake.storage,
    alarms: {
      get: async (name: string) => fake.alarms.get(name),
      create: (name: string, { when }: { when: number }) => void fake.alarms.set(name, when),
      clear: async (name: string) => fake.alarms.delete(name),
      onAlarm: { addListener: () => undefined },
    },
  },
}));

const plannedIn = (): number | undefined => {
  const [when] = fake.alarms.values();
  return when === undefined ? undefined : Math.round((when - Date.now()) / 60_000);
};

it('looks soon after what a restored backup brings, and plans nothing where there is nothing', async () => {
  const address = 'https://example.org/ports.json';
  await saveSubscription(createSubscription({ address, mode: 'auto', managed: false }, Date.now()));
  const backup = await readBackup();
  await removeSubscription(address);
  checkWhenDue(async () => undefined);
  expect(plannedIn()).toBeUndefined();
  await restoreBackup(backup);
  await waitFor(() => expect(plannedIn()).toBe(1));
  await restoreBackup({ ...backup, subscriptions: [] });
  await waitFor(() => expect(plannedIn()).toBeUndefined());
});
