import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  BODY_MAX_BYTES,
  CLOCK_TOLERANCE_MS,
  createEndpoint,
  type ReceivedInteraction,
} from '../../../src/discord/http/createEndpoint.ts';

const NOW = Date.UTC(2026, 10, 30, 12);
const SECONDS = String(NOW / 1000);
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const COMMAND = { type: 2, id: '900000000000000007', token: 'a', data: { name: 'help' } };

let server: Server;
let received: ReceivedInteraction[];
let warned: string[];

beforeAll(async () => {
  const endpoint = createEndpoint({
    publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex'),
    receive(interaction) {
      received.push(interaction);
      return interaction.type !== 5;
    },
    now: () => NOW,
    warn: (_, message) => void warned.push(message),
  });
  server = createServer((incoming, response) => {
    void endpoint(incoming, response).then((isHandled) => isHandled || response.writeHead(418).end());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  received = [];
  warned = [];
});
afterAll(() => void server.close());

interface Sending {
  readonly body: string | Buffer;
  readonly timestamp?: string | undefined;
  readonly signature?: string | undefined;
  readonly method?: string;
  readonly path?: string;
}

function signatureOf(body: string | Buffer, timestamp = SECONDS): string {
  return sign(null, Buffer.concat([Buffer.from(timestamp), Buffer.from(body)]), privateKey).toString('hex');
}

function send({ body, method = 'POST', path = '/interactions', ...given }: Sending) {
  const timestamp = 'timestamp' in given ? given.timestamp : SECONDS;
  const signature = 'signature' in given ? given.signature : signatureOf(body, timestamp);
  const headers = {
    ...(signature === undefined ? {} : { 'x-signature-ed25519': signature }),
    ...(timestamp === undefined ? {} : { 'x-signature-timestamp': timestamp }),
  };
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const outgoing = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('end', () => resolve({ status: response.statusCode, text }));
    });
    outgoing.once('error', reject);
    outgoing.end(method === 'POST' ? body : undefined);
  });
}

describe('createEndpoint', () => {
  test('answers a ping with a pong, and tells nobody of it', async () => {
    const answered = await send({ body: JSON.stringify({ type: 1, id: '1', token: 'a' }) });
    expect(answered).toEqual({ status: 200, text: '{"type":1}' });
    expect(received).toEqual([]);
  });

  test('hands a signed interaction over as it was sent, and accepts it without a body', async () => {
    expect(await send({ body: JSON.stringify(COMMAND) })).toEqual({ status: 202, text: '' });
    expect(received).toEqual([COMMAND]);
  });

  test('refuses with 401 whatever was changed after it was signed', async () => {
    const body = Buffer.from(JSON.stringify(COMMAND));
    const signature = signatureOf(body);
    const flip = (bytes: Buffer, bit: number): Buffer => {
      const copy = Buffer.from(bytes);
      const at = (bit >> 3) % copy.length;
      copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7));
      return copy;
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('body', 'signature', 'timestamp'), fc.nat(4096), async (part, bit) => {
        const sent = {
          body: part === 'body' ? flip(body, bit) : body,
          signature: part === 'signature' ? flip(Buffer.from(signature, 'hex'), bit).toString('hex') : signature,
          timestamp: part === 'timestamp' ? String(Number(SECONDS) + 1 + (bit % 200)) : SECONDS,
        };
        expect((await send(sent)).status).toBe(401);
      }),
      { numRuns: 120 },
    );
    expect(received).toEqual([]);
  });

  test.each([
    ['no signature', { signature: undefined }],
    ['no timestamp', { timestamp: undefined, signature: signatureOf('{}') }],
    ['a signature that is no hex', { signature: 'x'.repeat(128) }],
    ['a signature that is too short', { signature: 'a'.repeat(126) }],
    ['a timestamp that is no number', { timestamp: 'now' }],
    [
      'the signature of another key',
      { signature: sign(null, Buffer.from(`${SECONDS}{}`), generateKeyPairSync('ed25519').privateKey).toString('hex') },
    ],
  ])('refuses %s with 401', async (_, given) => {
    const { status, text } = await send({ body: JSON.stringify(COMMAND), ...given });
    expect([status, text]).toEqual([401, expect.stringMatching(/^[A-Z].*\.\n$/u)]);
    expect(received).toEqual([]);
  });

  test.each([
    [CLOCK_TOLERANCE_MS, 202],
    [CLOCK_TOLERANCE_MS + 1000, 401],
    [-CLOCK_TOLERANCE_MS, 202],
    [-CLOCK_TOLERANCE_MS - 1000, 401],
  ])('takes what was signed %i ms from now with %i', async (away, status) => {
    const timestamp = String((NOW + away) / 1000);
    expect((await send({ body: JSON.stringify(COMMAND), timestamp })).status).toBe(status);
    expect(warned).toHaveLength(status === 401 ? 1 : 0);
  });

  test.each([
    [BODY_MAX_BYTES, 202],
    [BODY_MAX_BYTES + 1, 413],
  ])('answers a body of %i bytes with %i', async (size, status) => {
    const body = JSON.stringify({ ...COMMAND, data: '' });
    const padded = JSON.stringify({ ...COMMAND, data: 'x'.repeat(size - body.length) });
    expect((await send({ body: padded })).status).toBe(status);
  });

  test.each([
    '',
    '{',
    '[]',
    'null',
    '{"type":2}',
    '{"type":2,"id":"x","token":"a"}',
    '{"type":6,"id":"1","token":"a"}',
  ])('answers %j with 400', async (body) => {
    expect((await send({ body })).status).toBe(400);
    expect(received).toEqual([]);
  });

  test('answers with 400 what nothing can answer', async () => {
    expect((await send({ body: JSON.stringify({ ...COMMAND, type: 5 }) })).status).toBe(400);
  });

  test.each(['GET', 'PUT', 'DELETE'])('answers %s with 405', async (method) => {
    expect((await send({ method, body: '{}' })).status).toBe(405);
  });

  test('leaves other paths to others', async () => {
    expect((await send({ path: '/interactions/x', body: '{}' })).status).toBe(418);
  });
});
