import { gzipSync } from 'node:zlib';
import { MAX_UNPACKED_BYTES } from '@/lib/glossary/limits';
import { type SigningKeys, serializeSignatureFile, signBytes } from '@/lib/subscriptions/signature';
import type { FailureCode } from '@/lib/updates/failure';
import { type Behaviour, refuse, serve } from '../../support/publisher-server';
import { glossaryJson } from '../glossary/glossary-file';
import { lyingZip } from '../glossary-import/outline';

/** One way in which a server can misbehave, and what a subscriber makes of it. */
export interface Misbehaviour {
  /** As it stands in the table of docs/subscriptions.md. */
  name: string;
  outcome: FailureCode;
  /** Behaviours by path. The subscription is to `/ports.json`. */
  paths: Record<string, Behaviour>;
}

export const PORTS = '/ports.json';

/** What the cases may spend: few bytes, and more time than the busiest machine takes for a server that answers. */
export const TEST_LIMITS = { maxBytes: 1_000_000, answerMs: 20_000, totalMs: 30_000 };

/** Where time is to run out, it does so soon. */
export const HASTY = { answerMs: 250, totalMs: 600 };

const FIVE_MEGABYTES = 5_000_000;

export const good = (change: Record<string, unknown> = {}): string =>
  JSON.stringify(glossaryJson({ id: 'ports', version: '2', updated: '2026-11-24', ...change }));

const later = good({ version: '3', updated: '2026-11-25' });
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const HANGS: Behaviour = () => undefined;

const endless: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const piece = ' '.repeat(100_000);
  const write = (): void => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once('drain', write);
  };
  write();
};

const trickling: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(timer));
};

const cutOff: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(later.length) });
  response.write(later.slice(0, 100), () => response.destroy());
};

const cutOffChunk: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write(later.slice(0, 100), () => response.destroy());
};

/** What the subscription trusts is `keys`; `thief` is somebody else. */
export async function signedMisbehaviours(keys: SigningKeys, thief: SigningKeys): Promise<Misbehaviour[]> {
  const signed = serializeSignatureFile(await signBytes(bytesOf(later), keys));
  const stolen = await signBytes(bytesOf(later), thief);
  return [
    {
      name: 'no signature, where one is due',
      outcome: 'signature-missing',
      paths: { [PORTS]: serve(later) },
    },
    {
      name: 'a page instead of a signature',
      outcome: 'signature-missing',
      paths: { [PORTS]: serve(later), [`${PORTS}.sig`]: serve('<!doctype html>') },
    },
    {
      name: 'a signature of other bytes',
      outcome: 'wrong-hash',
      paths: { [PORTS]: serve(later.replace('国家级', '国家')), [`${PORTS}.sig`]: serve(signed) },
    },
    {
      name: 'a signature with another key',
      outcome: 'wrong-key',
      paths: { [PORTS]: serve(later), [`${PORTS}.sig`]: serve(serializeSignatureFile(stolen)) },
    },
    {
      name: 'a forged signature',
      outcome: 'wrong-signature',
      paths: {
        [PORTS]: serve(later),
        [`${PORTS}.sig`]: serve(serializeSignatureFile({ ...stolen, publicKey: keys.publicKey })),
      },
    },
  ];
}

export const MISBEHAVIOURS: Misbehaviour[] = [
  { name: '404', outcome: 'status', paths: { [PORTS]: refuse(404) } },
  { name: '410, gone for good', outcome: 'status', paths: { [PORTS]: refuse(410) } },
  { name: '403', outcome: 'status', paths: { [PORTS]: refuse(403) } },
  { name: '500', outcome: 'status', paths: { [PORTS]: refuse(500) } },
  {
    name: '503 with Retry-After',
    outcome: 'status',
    paths: { [PORTS]: refuse(503, { 'retry-after': '3600' }) },
  },
  { name: '206, only a part', outcome: 'status', paths: { [PORTS]: refuse(206, {}, later.slice(0, 50)) } },
  { name: 'nothing at all', outcome: 'not-a-glossary', paths: { [PORTS]: serve('') } },
  {
    name: 'a web page instead of the file, with status 200',
    outcome: 'not-a-glossary',
    paths: { [PORTS]: serve('\n<!DOCTYPE html><title>Sign in</title>', { 'content-type': 'text/html' }) },
  },
  {
    name: 'a web page that claims to be JSON',
    outcome: 'not-a-glossary',
    paths: { [PORTS]: serve('<html><body>Not found</body></html>') },
  },
  { name: 'JSON of something else', outcome: 'not-a-glossary', paths: { [PORTS]: serve('{"rates":[1,2]}') } },
  {
    name: 'a glossary with errors',
    outcome: 'invalid',
    paths: { [PORTS]: serve(good({ version: '3', concepts: [{ id: 'a' }] })) },
  },
  {
    name: 'JSON that was cut off by whoever made it',
    outcome: 'invalid',
    paths: { [PORTS]: serve(later.slice(0, -30)) },
  },
  {
    name: 'a message in plain words, with status 200',
    outcome: 'not-a-glossary',
    paths: { [PORTS]: serve('Down for maintenance, back soon', { 'content-type': 'text/plain' }) },
  },
  {
    name: 'a zip file that unpacks to more than a glossary may have',
    outcome: 'invalid',
    paths: { [PORTS]: serve(lyingZip('term_bank_1.json', MAX_UNPACKED_BYTES + 1)) },
  },
  {
    name: 'XML with entities that would grow',
    outcome: 'invalid',
    paths: { [PORTS]: serve('<!DOCTYPE tbx [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><tbx><p>&b;</p></tbx>') },
  },
  {
    name: 'XML that is nested too deep',
    outcome: 'invalid',
    paths: { [PORTS]: serve(`<tbx>${'<a>'.repeat(10_000)}`) },
  },
  {
    name: 'a redirect to itself, for ever',
    outcome: 'unreachable',
    paths: { [PORTS]: refuse(302, { location: PORTS }) },
  },
  {
    name: 'two redirects to each other',
    outcome: 'unreachable',
    paths: { [PORTS]: refuse(301, { location: '/b' }), '/b': refuse(307, { location: PORTS }) },
  },
  {
    name: 'no answer',
    outcome: 'timed-out',
    paths: { [PORTS]: HANGS },
  },
  { name: 'an answer a byte at a time', outcome: 'timed-out', paths: { [PORTS]: trickling } },
  {
    name: 'a connection that breaks before the announced length',
    outcome: 'interrupted',
    paths: { [PORTS]: cutOff },
  },
  {
    name: 'a connection that breaks between chunks',
    outcome: 'interrupted',
    paths: { [PORTS]: cutOffChunk },
  },
  {
    name: 'a connection that breaks at once',
    outcome: 'unreachable',
    paths: { [PORTS]: (_request, response) => response.destroy() },
  },
  { name: 'a file without end', outcome: 'too-large', paths: { [PORTS]: endless } },
  {
    name: 'a small file that unpacks to a huge one (gzip bomb)',
    outcome: 'too-large',
    paths: { [PORTS]: serve(gzipSync(Buffer.alloc(FIVE_MEGABYTES, ' ')), { 'content-encoding': 'gzip' }) },
  },
  {
    name: 'bytes that are not the gzip they claim to be',
    outcome: 'interrupted',
    paths: { [PORTS]: serve(later, { 'content-encoding': 'gzip' }) },
  },
  {
    name: 'an older version',
    outcome: 'downgrade',
    paths: { [PORTS]: serve(good({ version: '1', updated: '2026-11-23' })) },
  },
  {
    name: 'another glossary',
    outcome: 'other-glossary',
    paths: { [PORTS]: serve(good({ id: 'harbours', version: '3' })) },
  },
];
