import type { Link } from '@/lib/glossary/formats/table/table-draft';
import { child, textOf, type XmlNode } from '@/lib/glossary/formats/xml/read-xml';

/** Where the cells of a sheet lead to, if that is an address of the web. */
export class CellLinks {
  /** As a table has them. */
  readonly byRow = new Map<readonly string[], Link[][]>();
  readonly #onLink: () => void;

  /** @param onLink - hears of each one that is kept */
  constructor(onLink: () => void) {
    this.#onLink = onLink;
  }

  /** Has a cell with a text lead somewhere, unless it does already. */
  add(row: readonly string[], column: number, url: string | undefined): void {
    const title = row[column] ?? '';
    if (title === '' || url === undefined || !/^https?:/i.test(url)) return;
    const links = this.byRow.get(row) ?? [];
    if (links[column] !== undefined) return;
    this.#onLink();
    links[column] = [{ title, url }];
    this.byRow.set(row, links);
  }

  /** The address behind a cell. */
  urlOf(row: readonly string[] | undefined, column: number): string | undefined {
    return row && this.byRow.get(row)?.[column]?.[0]?.url;
  }
}

/** The address of `HYPERLINK("https://…", …)`, where it stands there as it is. */
export function linkOfFormula(cell: XmlNode): string | undefined {
  const formula = child(cell, 'f');
  const [, text] =
    /^\s*HYPERLINK\(\s*"((?:[^"]|"")*)"/i.exec(formula === undefined ? '' : textOf(formula)) ?? [];
  return text?.replaceAll('""', '"');
}

/** A hyperlink of a sheet; its relation says where it leads. */
export interface Hyperlink {
  /** `C2`, or `C2:C9` */
  ref: string;
  relation: string;
  /** The part behind the `#`. */
  location: string;
}

/** @param targets - by relation */
export function urlOf(
  { relation, location }: Hyperlink,
  targets: ReadonlyMap<string, string>,
): string | undefined {
  const target = targets.get(relation);
  return target === undefined || location === '' || target.includes('#') ? target : `${target}#${location}`;
}
