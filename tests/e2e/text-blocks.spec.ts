import { describe, expect } from 'vitest';
import { test } from './browser-test.ts';

/** What a reader reads as one text, in pages' own words. */
const CASES: { name: string; html: string; blocks: string[] }[] = [
  {
    name: 'inline elements join',
    html: '两<b>江</b><a href="#">新</a><i class="x">区</i>',
    blocks: ['两江新区'],
  },
  {
    name: 'elements inside elements join',
    html: '两<span><u>江<em>新</em></u></span>区',
    blocks: ['两江新区'],
  },
  { name: 'paragraphs separate', html: '<p>两江</p><p>新区</p>', blocks: ['两江', '新区'] },
  { name: 'a block ends the text before it', html: '两江<p>新区</p>港', blocks: ['两江', '新区', '港'] },
  {
    name: 'list items separate',
    html: '<ul><li>京</li><li>津</li><li>冀</li></ul>',
    blocks: ['京', '津', '冀'],
  },
  {
    name: 'table cells separate',
    html: '<table><tr><td>两江</td><td>新区</td></tr></table>',
    blocks: ['两江', '新区'],
  },
  { name: 'br separates', html: '两江<br>新区', blocks: ['两江', '新区'] },
  { name: 'wbr joins', html: '两江<wbr>新区', blocks: ['两江新区'] },
  { name: 'a picture separates', html: '两江<img alt="船">新区', blocks: ['两江', '新区'] },
  { name: 'a comment is nothing', html: '两江<!-- 旧 -->新区', blocks: ['两江新区'] },
  {
    name: 'readings of ruby are left out',
    html: '<ruby>两<rp>(</rp><rt>liǎng</rt><rp>)</rp>江<rt>jiāng</rt></ruby>新区',
    blocks: ['两江新区'],
  },
  {
    name: 'scripts and styles are left out',
    html: '两江<script>1</script><style>p{}</style>新区',
    blocks: ['两江新区'],
  },
  {
    name: 'hidden text is left out, and joins',
    html: '两<span class="gone">防</span>江新区',
    blocks: ['两江新区'],
  },
  { name: 'a hidden block is left out', html: '两江<div class="gone">防</div>新区', blocks: ['两江新区'] },
  {
    name: 'a span shown as a block separates',
    html: '两江<span class="own-line">新区</span>',
    blocks: ['两江', '新区'],
  },
  {
    name: 'letters in boxes of their own join',
    html: '<span class="boxed">两</span><span class="boxed">江</span>',
    blocks: ['两江'],
  },
  {
    name: 'items of a flex row separate',
    html: '<div class="flex"><span>两江</span><span>新区</span></div>',
    blocks: ['两江', '新区'],
  },
  {
    name: 'what is placed elsewhere separates',
    html: '两江<span class="away">新区</span>港',
    blocks: ['两江', '新区', '港'],
  },
  {
    name: 'what is being written is left out',
    html: '两江<span contenteditable>草</span>新区',
    blocks: ['两江', '新区'],
  },
  {
    name: 'an input is left out',
    html: '两江<input value="草"><textarea>稿</textarea>新区',
    blocks: ['两江', '新区'],
  },
  { name: 'code is left out', html: '两江<code>run()</code>新区', blocks: ['两江新区'] },
  { name: 'text without a letter or digit is no block', html: '<p>……</p><p>——，</p><p> </p>', blocks: [] },
];

describe('reading a page into text blocks', () => {
  test.for(CASES)('$name', async ({ html, blocks }, { open }) => {
    const tab = await open('/text-blocks.html');
    expect(await tab.page.evaluate(`readBlocks(${JSON.stringify(html)})`)).toEqual(blocks);
  });

  test('however a text is cut into nodes, it is one block, and ranges cover its spans', async ({ open }) => {
    const tab = await open('/text-blocks.html');
    expect(await tab.page.evaluate('findBadCut()')).toBe('');
  });
});
