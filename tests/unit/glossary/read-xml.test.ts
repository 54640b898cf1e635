import { expect, it } from 'vitest';
import { readXml, type XmlNode } from '@/lib/glossary/formats/xml/read-xml';

it('takes the memory of one entry for XML of any length: nothing else is kept', () => {
  const kept: XmlNode[] = [];
  const text = `<tbx>words<a><b/></a>${'<entry><c/></entry>'.repeat(3)}<a/>words</tbx>`;
  const entries: number[] = [];
  const problem = readXml(text, {
    wanted: new Set(['entry']),
    onRoot: (root) => kept.push(root),
    onElement: ({ children }) => entries.push(children.length),
  });
  expect(problem).toBeUndefined();
  expect(entries).toEqual([1, 1, 1]);
  expect(kept.map(({ name, children }) => [name, children.length])).toEqual([['tbx', 0]]);
});
