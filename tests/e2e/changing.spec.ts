import { describe, expect } from 'vitest';
import type { Mark } from '../../scripts/browser/driver.ts';
import { countMarks } from '../../scripts/measure/count-marks.ts';
import { test } from './browser-test.ts';

describe('a page that changes', () => {
  test('has a chat message underlined soon after it is sent, and no longer when it is taken back', async ({
    open,
  }) => {
    const tab = await open('/dynamic.html');
    await tab.waitForMarks((texts) => texts.includes('两江新区'));
    await tab.page.type('#message', '宜宾港见');
    await tab.press('Enter');
    await tab.waitForMarks((texts) => texts.includes('宜宾港'));
    await tab.page.evaluate('takeBack()');
    await tab.waitForMarks((texts) => !texts.includes('宜宾港'));
  });

  test('has no other characters underlined for a moment when those before a term change', async ({
    open,
  }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.length === 7);
    const underlined = await tab.page.evaluate(async () => {
      const text = document.querySelector('#first')?.firstChild as Text;
      text.data = `今天，${text.data}`;
      // Before anything can be drawn again, and long before the text is read again.
      await new Promise((resolve) => setTimeout(resolve));
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
      return ranges
        .filter(({ startContainer }) => startContainer === text)
        .map(({ startOffset, endOffset }) => text.data.slice(startOffset, endOffset));
    });
    expect(underlined).toEqual([]);
    await tab.waitForMarks((texts) => texts.length === 7);
  });

  test('has nothing underlined that a block has come between', async ({ open }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.length === 7);
    await tab.page.evaluate(() => {
      const box = document.createElement('div');
      box.id = 'box';
      box.append('去宜宾', '港看看');
      document.body.append(box);
    });
    await tab.waitForMarks((texts) => texts.includes('宜宾港'));
    await tab.page.evaluate(() => {
      document.querySelector('#box')?.firstChild?.after(document.createElement('p'));
    });
    await tab.waitForMarks((texts) => !texts.includes('宜宾港'));
  });

  test('is underlined in a wrapper without a box that comes late and goes', async ({ open }) => {
    const tab = await open('/dynamic.html');
    await tab.waitForMarks((texts) => texts.includes('两江新区'));
    await tab.page.evaluate(() => {
      const wrapper = document.createElement('div');
      wrapper.id = 'wrapper';
      wrapper.style.display = 'contents';
      wrapper.append('没有盒子的宜宾港');
      document.getElementById('feed')?.append(wrapper);
    });
    await tab.waitForMarks((texts) => texts.includes('宜宾港'));
    await tab.page.evaluate(() => document.getElementById('wrapper')?.remove());
    await tab.waitForMarks((texts) => !texts.includes('宜宾港'));
  });

  test('is underlined in a fixed box when what holds nothing else is shown, far down the page', async ({
    open,
  }) => {
    const tab = await open('/plain.html');
    await tab.page.evaluate(() => {
      const wrapper = document.createElement('div');
      wrapper.id = 'wrapper';
      wrapper.style.display = 'none';
      wrapper.innerHTML = '<div style="position: fixed; inset: 20px auto auto 20px">浮着的宜宾港</div>';
      document.body.style.paddingTop = '3000px';
      document.body.append(wrapper);
    });
    await tab.settledMarks();
    await tab.page.evaluate('wrapper.style.display = ""');
    await tab.waitForMarks((texts) => texts.includes('宜宾港'));
  });

  test('is underlined as it reads when it is shown again, and lists nothing of what is hidden', async ({
    driver,
    open,
  }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.length === 7);
    const setHidden = (hidden: boolean): Promise<void> =>
      tab.page.evaluate(
        (on) => document.getElementById('first')?.toggleAttribute('hidden', on),
        hidden,
      ) as Promise<void>;
    await setHidden(true);
    await tab.page.evaluate(() => document.getElementById('first')?.replaceChildren('换成了宜宾港。'));
    await expect.poll(() => countMarks(driver, tab)).toBe(5);
    await setHidden(false);
    await tab.waitForMarks((texts) => texts.includes('宜宾港'));
    await setHidden(true);
    await driver.evaluateInExtension(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { set(items: object): Promise<void> } } };
      };
      // As "don't mark" and all that changes a glossary does: the page is looked up again.
      await chrome.storage.local.set({ rulesChangedMs: Date.now() });
    });
    await expect.poll(() => countMarks(driver, tab)).toBe(5);
    await setHidden(false);
    await tab.waitForMarks((texts) => texts.includes('宜宾港'));
  });

  test('lists nothing of text that is taken away while it is hidden', async ({ driver, open }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.length === 7);
    await tab.page.evaluate(() => {
      const first = document.getElementById('first') as HTMLElement;
      first.hidden = true;
      const part = document.createElement('span');
      part.append('宜宾港');
      first.after('去', part);
    });
    // What holds both has been read since one was hidden.
    await tab.waitForMarks((texts) => texts.includes('宜宾港'));
    await expect.poll(() => countMarks(driver, tab)).toBe(8);
    await tab.page.evaluate(() => document.getElementById('first')?.replaceChildren());
    await expect.poll(() => countMarks(driver, tab)).toBe(6);
    await tab.page.evaluate(() => {
      const part = document.getElementById('first')?.parentElement?.querySelector('span') as HTMLElement;
      part.hidden = true;
      part.replaceChildren();
    });
    await expect.poll(() => countMarks(driver, tab)).toBe(5);
  });

  test('is underlined and explained after its body and its root have been replaced', async ({ open }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.includes('两江新区'));
    await tab.page.evaluate(() => {
      const root = document.createElement('html');
      root.innerHTML = '<body><p>连根换了的南充</p></body>';
      document.documentElement.replaceWith(root);
    });
    await tab.waitForMarks((texts) => texts.join() === '南充');
    await tab.page.evaluate(() => {
      const body = document.createElement('body');
      body.innerHTML = '<p>换了的宜宾港</p>';
      document.body.replaceWith(body);
    });
    await tab.waitForMarks((texts) => texts.join() === '宜宾港');
    await tab.page.evaluate(() => {
      document.open();
      document.write('<!doctype html><title>重写</title><p>整页重写的天府新区</p>');
      document.close();
    });
    await tab.waitForMarks((texts) => texts.join() === '天府新区');
    await tab.hover('天府新区');
    expect((await tab.waitForPopover()).text).toContain('天府新区');
  });

  test.for([
    [
      'its root taken away',
      () => {
        const root = document.documentElement.cloneNode() as HTMLElement;
        document.documentElement.remove();
        setTimeout(() => {
          root.innerHTML = '<body><p>后来的南充</p></body>';
          document.append(root);
        }, 400);
      },
    ],
    [
      'document.open()',
      () => {
        document.open();
        setTimeout(() => {
          document.write('<!doctype html><p>后来的南充</p>');
          document.close();
        }, 400);
      },
    ],
  ] as [string, () => void][])(
    'is underlined, and has nothing else, when another comes a moment after %s',
    async ([, deed], { driver, open }) => {
      const tab = await open('/plain.html');
      await tab.waitForMarks((texts) => texts.length === 7);
      await tab.page.evaluate(deed);
      await tab.waitForMarks((texts) => texts.join() === '南充');
      await expect.poll(() => countMarks(driver, tab)).toBe(1);
      expect(tab.errors).toEqual([]);
    },
  );

  test('is underlined again after the page has cleared all highlights for a search of its own', async ({
    open,
  }) => {
    const tab = await open('/plain.html');
    const marks = await tab.waitForMarks((texts) => texts.length === 7);
    await tab.settledMarks();
    await tab.page.evaluate(() => CSS.highlights.clear());
    expect(await tab.marks()).toEqual([]);
    await tab.press('a');
    await tab.waitForMarks((texts) => texts.length === marks.length);
  });

  test('has a text underlined that comes one character at a time', async ({ open }) => {
    const tab = await open('/dynamic.html');
    await tab.waitForMarks();
    await tab.page.evaluate('stream("答：成渝地区双城经济圈里的南充港，和宜宾港")');
    await tab.waitForMarks((_texts, marks) =>
      ['成渝地区双城经济圈', '南充港', '宜宾港'].every((term) => marks.some(({ text }) => text === term)),
    );
  });

  test('is underlined anew when a single-page app moves on', async ({ open }) => {
    const tab = await open('/dynamic.html');
    await tab.waitForMarks((texts) => texts.includes('两江新区'));
    const view = (marks: Mark[]): string =>
      marks
        .filter(({ within }) => within === 'view')
        .map(({ text }) => text)
        .join();
    await tab.page.click('[data-route="port"]');
    await tab.waitForMarks((_texts, marks) => view(marks) === '果园港,宜宾港');
    await tab.page.click('[data-route="park"]');
    await tab.waitForMarks((_texts, marks) => view(marks) === '天府新区');
    expect(tab.page.url()).toContain('/dynamic/park');
  });

  test('is underlined on and on as it scrolls without end', async ({ open }) => {
    const tab = await open('/dynamic.html');
    await tab.waitForMarks((texts) => texts.length > 20);
    for (const screens of [2, 3, 4, 5]) {
      // The page adds one each time its end comes into sight, when it gets round to looking.
      await expect
        .poll(() =>
          tab.page.evaluate(() => {
            scrollTo(0, document.body.scrollHeight);
            return document.querySelectorAll('#feed > div').length;
          }),
        )
        .toBeGreaterThanOrEqual(screens);
    }
    await tab.waitForMarks((texts) => texts.filter((text) => text === '广安港').length === 100);
  });
});

describe.each(['react', 'vue'])('a %s page', (app) => {
  test('renders 1,000 times over marked text without an error, and ends rightly underlined', async ({
    open,
  }) => {
    const tab = await open(`/${app}.html`);
    await tab.waitForMarks((texts) => texts.length >= 3);
    expect(await tab.page.evaluate('run(1000)')).toBe(1000);
    expect(await tab.page.evaluate('errors')).toBe(0);
    expect(tab.errors).toEqual([]);
    expect(await tab.page.evaluate(() => document.getElementById('text')?.textContent)).toBe(
      '第 1000 次说到果园港。',
    );
    // Step 1000: one line and one row of it, beside the paragraph outside.
    await tab.waitForMarks((texts) => texts.join() === '果园港,果园港,果园港,果园港');
    await tab.page.evaluate('run(1)');
    await tab.waitForMarks((texts) => texts.filter((text) => text === '两江新区').length === 4);
  });
});
