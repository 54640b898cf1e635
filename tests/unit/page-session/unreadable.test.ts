import { describe, expect, it } from 'vitest';
import { unreadableReason } from '@/lib/page-session/unreadable';

describe('unreadableReason', () => {
  it.each([
    { address: undefined, reason: 'browser' },
    { address: 'chrome://extensions/', reason: 'browser' },
    { address: 'about:addons', reason: 'browser' },
    { address: 'moz-extension://id/options.html', reason: 'browser' },
    { address: 'view-source:https://example.com/', reason: 'browser' },
    { address: 'https://chromewebstore.google.com/detail/x', reason: 'store' },
    { address: 'https://chrome.google.com/webstore/detail/x', reason: 'store' },
    { address: 'https://chrome.google.com/other', reason: 'other' },
    { address: 'https://addons.mozilla.org/zh-CN/firefox/', reason: 'store' },
    { address: 'https://example.com/Plan.PDF?download', reason: 'pdf' },
    { address: 'file:///home/reader/plan.pdf', reason: 'pdf' },
    { address: 'file:///home/reader/page.html', reason: 'file' },
    { address: 'https://example.com/', reason: 'other' },
  ])('says $reason of $address', ({ address, reason }) => {
    expect(unreadableReason(address)).toBe(reason);
  });
});
