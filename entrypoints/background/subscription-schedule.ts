import { browser } from 'wxt/browser';
import { createQueue } from '@/lib/storage/queue';
import { watchSubscriptions } from '@/lib/storage/subscription-signal';
import { listSubscriptions } from '@/lib/storage/subscription-store';
import { nextDue } from '@/lib/updates/subscription';

/** The one alarm, at the time when the first subscription is due. */
const ALARM = 'check-subscriptions';

/** The shortest that browsers keep to. Overdue subscriptions wait so long after a start of the browser, too. */
const SOON_MS = 60_000;

/** Shorter than the half minute without events after which browsers stop the background. */
const SIGN_OF_LIFE_MS = 20_000;

const inTurn = createQueue();

/** Sets the alarm for what is due next, or takes it away if nothing ever is. */
const planChecks = (): Promise<void> => inTurn(plan);

async function plan(): Promise<void> {
  const due = nextDue(await listSubscriptions());
  if (due === undefined) await browser.alarms.clear(ALARM);
  else browser.alarms.create(ALARM, { when: Math.max(due, Date.now() + SOON_MS) });
}

/**
 * Checks what is due when the alarm rings. Alarms outlive the background, in Firefox not the browser: each start of the
 * background sees to it that there is one. No page ever waits for it.
 */
export function checkWhenDue(checkDue: () => Promise<void>): void {
  // Firefox waits for a promise before it stops the background.
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) return keepAlive(check);
  });
  // Whoever changes them: a backup that is restored brings some that are due, too.
  watchSubscriptions(() => void planChecks());
  void ensurePlan();

  async function check(): Promise<void> {
    // Rung off by now: should the browser stop us in the middle, the next one is set already.
    browser.alarms.create(ALARM, { when: Date.now() + SOON_MS });
    try {
      await checkDue();
    } finally {
      await planChecks();
    }
  }
}

async function ensurePlan(): Promise<void> {
  if ((await browser.alarms.get(ALARM)) === undefined) await planChecks();
}

/** Runs a task that may take longer than browsers let a background without events live. */
export async function keepAlive<T>(task: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), SIGN_OF_LIFE_MS);
  try {
    return await task();
  } finally {
    clearInterval(timer);
  }
}
