import type { Glossary } from '@/lib/glossary/model';
import { NAMESPACES, type Prefix } from './vocabulary';
import { type Properties, toResources, type Value } from './write-skos';

/** The text of a Turtle file. */
export function serializeTurtle(glossary: Glossary): string {
  const prefixes = Object.entries(NAMESPACES).map(
    ([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .`,
  );
  const resources = toResources(glossary).map(
    ({ address, properties }) => `${iri(address)}\n  ${predicates(properties).join(' ;\n  ')} .`,
  );
  return `${[prefixes.join('\n'), ...resources].join('\n\n')}\n`;
}

function predicates(properties: Properties): string[] {
  return properties.flatMap(([name, values]) =>
    values.length === 0 ? [] : [`${name} ${values.map(turtle).join(', ')}`],
  );
}

function turtle(value: Value): string {
  if ('address' in value) return iri(value.address);
  if ('properties' in value) return `[ ${predicates(value.properties).join(' ; ')} ]`;
  return literal(value.text) + (value.language === undefined ? '' : `@${value.language}`);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const literal = (text: string): string =>
  `"${text.replace(/[\\"\n\r\t]/g, (char) => ESCAPES[char] ?? char)}"`;

const iri = (address: string): string => `<${address}>`;

/** The text of a JSON-LD file. */
export function serializeJsonLd(glossary: Glossary): string {
  const used = new Set<Prefix>(['rdf', 'skos', 'dct', 'owl', 'schema', 'pangzhu']);
  const context = Object.fromEntries(
    Object.entries(NAMESPACES).filter(([prefix]) => used.has(prefix as Prefix)),
  );
  const graph = toResources(glossary).map(({ address, properties }) => ({
    '@id': address,
    ...jsonProperties(properties),
  }));
  return `${JSON.stringify({ '@context': context, '@graph': graph }, null, 1)}\n`;
}

function jsonProperties(properties: Properties): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [name, values] of properties) {
    if (values.length === 0) continue;
    if (name === 'rdf:type')
      object['@type'] = values.map((value) => ('address' in value ? value.address : ''));
    else object[name] = values.map(jsonValue);
  }
  return object;
}

function jsonValue(value: Value): unknown {
  if ('address' in value) return { '@id': value.address };
  if ('properties' in value) return jsonProperties(value.properties);
  return value.language === undefined ? value.text : { '@value': value.text, '@language': value.language };
}
