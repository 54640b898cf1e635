import { describe, expect, it } from 'vitest';
import { readSite } from '@/components/options/site-address';

describe('readSite', () => {
  it.each([
    { typed: 'example.com', site: 'example.com' },
    { typed: '  HTTPS://News.Example.com:8080/a?b#c ', site: 'news.example.com' },
    { typed: 'example.com/path', site: 'example.com' },
    { typed: 'localhost:3000', site: 'localhost' },
    { typed: '192.168.1.20', site: '192.168.1.20' },
    { typed: '[::1]:8080', site: '[::1]' },
    { typed: '例子.测试', site: 'xn--fsqu00a.xn--0zwm56d' },
    { typed: '', site: undefined },
    { typed: '   ', site: undefined },
    { typed: 'example', site: undefined },
    { typed: 'two words.example', site: undefined },
    { typed: 'example..com', site: undefined },
    { typed: '.com', site: undefined },
    { typed: 'ftp://example.com', site: undefined },
    { typed: 'javascript:alert(1)', site: undefined },
    { typed: 'chrome://settings', site: undefined },
    { typed: '*.example.com', site: undefined },
  ])('reads $typed as $site', ({ typed, site }) => {
    expect(readSite(typed)).toBe(site);
  });
});
