import { expandName, type Name, type Node, type Statement } from './vocabulary';

/** Statements, to be asked by subject. */
export class Graph {
  readonly #bySubject = new Map<string, Statement[]>();

  constructor(statements: readonly Statement[]) {
    for (const statement of statements) {
      const own = this.#bySubject.get(statement.subject);
      if (own === undefined) this.#bySubject.set(statement.subject, [statement]);
      else own.push(statement);
    }
  }

  /** In the order of the file. */
  subjectsOf(property: Name, object: Name): string[] {
    const [predicate, id] = [expandName(property), expandName(object)];
    return this.#subjectsWhere(
      (each) => each.predicate === predicate && each.object.kind === 'node' && each.object.id === id,
    );
  }

  /** What has a property, in the order of the file. */
  subjectsWith(property: Name): string[] {
    const predicate = expandName(property);
    return this.#subjectsWhere((each) => each.predicate === predicate);
  }

  objects(subject: string, property: Name): Node[] {
    const predicate = expandName(property);
    const own = this.#bySubject.get(subject) ?? [];
    return own.filter((each) => each.predicate === predicate).map(({ object }) => object);
  }

  /** Ids of the nodes that a property leads to. */
  nodes(subject: string, property: Name): string[] {
    return this.objects(subject, property).flatMap((node) => (node.kind === 'node' ? [node.id] : []));
  }

  /** The texts of a property, also of those that are nodes with a text: labels of SKOS-XL, notes with a value. */
  labels(subject: string, property: Name): { text: string; language: string }[] {
    return this.objects(subject, property).flatMap((node) => {
      if (node.kind === 'text') return [node];
      return [...this.objects(node.id, 'skosxl:literalForm'), ...this.objects(node.id, 'rdf:value')].filter(
        (each) => each.kind === 'text',
      );
    });
  }

  /** The first text of a property. */
  text(subject: string, property: Name): string | undefined {
    return this.objects(subject, property).find((node) => node.kind === 'text')?.text;
  }

  #subjectsWhere(test: (statement: Statement) => boolean): string[] {
    return [...this.#bySubject].filter(([, own]) => own.some(test)).map(([subject]) => subject);
  }
}
