import { describe, expect, it } from 'vitest';
import { outline, read } from './outline';

const inTable = (status: string): string => `id,术语,状态\na,果园港,\na,果园港区,${status}\n`;
const inTbx = (status: string): string =>
  `<tbx><text><body><conceptEntry id="a">\n<langSec xml:lang="zh-Hans"><termSec><term>果园港</term></termSec>\n<termSec><term>果园港区</term><termNote type="administrativeStatus">${status}</termNote></termSec></langSec></conceptEntry></body></text></tbx>`;

describe.each([
  { format: 'a table', file: inTable },
  { format: 'TBX', file: inTbx },
])('a status in $format', ({ file }) => {
  it.each([
    ['preferred', 'p'],
    ['preferredTerm-admn-sts', 'p'],
    ['Approved', 'p'],
    ['首選', 'p'],
    ['已审核', 'p'],
    ['admitted', 'a'],
    ['允许', 'a'],
    ['Deprecated', 'd'],
    ['FORBIDDEN', 'd'],
    ['not recommended', 'd'],
    ['禁用', 'd'],
    ['已廢棄', 'd'],
    ['不推荐', 'd'],
  ])('is known by the names that people and programs have for it: %s', (status, letter) => {
    const parsed = read(file(status));
    const names = ['果园港(zh-Hans p)', `果园港区(zh-Hans ${letter})`];
    // Of several preferred names the first that says so is the headword.
    if (letter === 'p') names.splice(0, 2, '果园港区(zh-Hans p)', '果园港(zh-Hans a)');
    expect(outline(parsed)).toEqual([`a = ${names.join(' ')}`]);
    expect(parsed.problems).toEqual([]);
  });

  it.each(['Draft', '待定', 'constructor'])('that is none costs no name, and is told: %s', (status) => {
    const parsed = read(file(status));
    expect(outline(parsed)).toEqual(['a = 果园港(zh-Hans p) 果园港区(zh-Hans a)']);
    expect(
      parsed.problems.map(({ code, severity, at, value }) => [code, severity, at.row ?? at.line, value]),
    ).toEqual([['value-unknown', 'warning', 3, status]]);
  });
});
