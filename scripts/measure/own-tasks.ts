import type { CDPSession, Page } from 'puppeteer-core';

/** What our content script did on the main thread of a page. All in ms. */
export interface OwnTasks {
  totalMs: number;
  longestMs: number;
}

interface ProfileNode {
  id: number;
  callFrame: { url: string; functionName: string };
  children?: number[];
}
interface Profile {
  nodes: ProfileNode[];
  startTime: number;
  samples?: number[];
  timeDeltas?: number[];
}

/** How often the profiler looks, in µs. */
const INTERVAL_US = 200;
/** A pause this short between two samples of ours is the profiler missing one, not the end of a task; in µs. */
const GAP_US = 1200;

/**
 * Watches, by the sampling profiler of Chromium, what the content script does in a page. What the browser does
 * on its behalf (style, layout, garbage collection during a call) counts as its own.
 *
 * @returns a function that ends it and gives the figures
 */
export async function watchOwnTasks(page: Page): Promise<() => Promise<OwnTasks>> {
  const session: CDPSession = await page.createCDPSession();
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: INTERVAL_US });
  await session.send('Profiler.start');
  return async () => {
    const { profile } = (await session.send('Profiler.stop')) as { profile: Profile };
    await session.detach();
    return sumUp(profile);
  };
}

function sumUp(profile: Profile): OwnTasks {
  const ours = new Set<number>();
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const adopt = (id: number): void => {
    ours.add(id);
    for (const child of byId.get(id)?.children ?? []) adopt(child);
  };
  for (const node of profile.nodes) {
    if (/^chrome-extension:.*\/annotator\.js$/.test(node.callFrame.url)) adopt(node.id);
  }
  let [at, totalUs, longestUs] = [profile.startTime, 0, 0];
  let [taskUs, lastOurs] = [0, Number.NEGATIVE_INFINITY];
  for (const [index, sample] of (profile.samples ?? []).entries()) {
    const delta = profile.timeDeltas?.[index] ?? 0;
    at += delta;
    if (!ours.has(sample)) continue;
    totalUs += delta;
    taskUs = at - lastOurs <= GAP_US ? taskUs + (at - lastOurs) : delta;
    lastOurs = at;
    longestUs = Math.max(longestUs, taskUs);
  }
  return { totalMs: totalUs / 1000, longestMs: longestUs / 1000 };
}
