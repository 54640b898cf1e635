import type { DomNode } from './engine.ts';

/**
 * Writes a tree one node a line, so that two of them can be compared and a
 * difference read. Every character is kept; attribute order counts.
 */
export function serializeDom(root: DomNode): string {
  const lines: string[] = [];
  const write = (node: DomNode, depth: number): void => {
    const indent = ' '.repeat(depth);
    if (node.type === Node.ELEMENT) {
      const attributes = node.attributes.map(([name, value]) => ` ${name}=${JSON.stringify(value)}`).join('');
      lines.push(`${indent}<${node.name}${attributes}>`);
    } else if (node.type === Node.TEXT) {
      lines.push(`${indent}${JSON.stringify(node.value)}`);
    } else {
      lines.push(`${indent}#${node.type} ${JSON.stringify(node.value)}`);
    }
    if (node.shadow) {
      lines.push(`${indent} #shadow-root (${node.shadow.mode})`);
      for (const child of node.shadow.children) write(child, depth + 2);
    }
    for (const child of node.children) write(child, depth + 1);
  };
  write(root, 0);
  return lines.join('\n');
}

const Node = { ELEMENT: 1, TEXT: 3 };
