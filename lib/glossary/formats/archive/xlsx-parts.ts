import { decodeText } from '@/lib/glossary/formats/decode';
import { readXml, type XmlNode } from '@/lib/glossary/formats/xml/read-xml';
import type { Problem } from '@/lib/glossary/problem';
import type { Archive } from './open-archive';

/** Something is wrong with a part of a workbook; nothing can be made of the rest of it. */
export class PartProblem extends Error {
  readonly problem: Problem;

  constructor(part: string, problem: Problem) {
    super(problem.code);
    this.problem = { ...problem, at: { ...problem.at, part } };
  }
}

/** Hands over the elements of a part that are wanted; `false` if the archive has no such part. */
export function readPart(
  archive: Archive,
  name: string,
  wanted: readonly string[],
  onElement: (node: XmlNode) => void,
): boolean {
  const bytes = archive.names.includes(name) ? archive.read(name) : undefined;
  if (bytes === undefined) return false;
  const decoded = decodeText(bytes, 'utf-8');
  const problem = decoded.ok
    ? readXml(decoded.text, { wanted: new Set(wanted), onElement })
    : decoded.problems[0];
  if (problem !== undefined) throw new PartProblem(name, problem);
  return true;
}

/** Where the relations of a part lead to, by their ids. */
export function readRelations(archive: Archive, part: string): Map<string, string> {
  const targets = new Map<string, string>();
  const name = part.replace(/([^/]*)$/, '_rels/$1.rels');
  readPart(archive, name, ['Relationship'], ({ attributes }) => {
    targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
  });
  return targets;
}
