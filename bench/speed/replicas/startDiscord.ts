import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As much of Discord as a bot needs that gets its interactions over HTTP; it costs little, so that the bots are measured. */
export interface SmallDiscord {
  readonly api: string;
  /** Sends an interaction to a replica; resolves once its answer (not only a deferral) has arrived, or to false after a time. */
  ask(port: number, payload: object): Promise<boolean>;
  close(): Promise<void>;
}

const APPLICATION = '900000000000000001';
const GIVE_UP_MS = 15_000;

export async function startDiscord(): Promise<SmallDiscord> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
  const waiting = new Map<string, (isAnswered: boolean) => void>();
  let commands: unknown[] = [];
  let ids = 0n;

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      const path = (request.url ?? '').replace(/^\/api\/v\d+|\?.*$/gu, '');
      const body = Buffer.concat(chunks).toString();
      const json = (status: number, value?: unknown): void => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(value === undefined ? undefined : JSON.stringify(value));
      };
      const callback = /^\/interactions\/(\d+)\/[^/]+\/callback$/u.exec(path)?.[1];
      if (callback !== undefined) {
        if (!body.includes('"type":5')) waiting.get(callback)?.(true);
        return json(204);
      }
      const edited = /^\/webhooks\/\d+\/token-(\d+)\/messages\//u.exec(path)?.[1];
      if (edited !== undefined) {
        waiting.get(edited)?.(true);
        return json(200, { id: '1', channel_id: '1', author: { id: APPLICATION, username: 'bot' } });
      }
      if (path === '/applications/@me') return json(200, { id: APPLICATION, verify_key: key });
      if (path === '/users/@me') return json(200, { id: APPLICATION, username: 'bot' });
      if (path.endsWith('/commands')) {
        if (request.method === 'PUT') commands = JSON.parse(body) as unknown[];
        return json(200, commands);
      }
      return json(200, []);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));

  return {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    async ask(port, payload) {
      const id = String(910_000_000_000_000_000n + (ids += 1n));
      const body = JSON.stringify({ ...payload, id, token: `token-${id}`, application_id: APPLICATION });
      const timestamp = String(Math.floor(Date.now() / 1000));
      const answered = Promise.withResolvers<boolean>();
      const timer = setTimeout(() => answered.resolve(false), GIVE_UP_MS);
      waiting.set(id, answered.resolve);
      const headers = {
        'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
        'x-signature-timestamp': timestamp,
      };
      const { status } = await fetch(`http://127.0.0.1:${port}/interactions`, { method: 'POST', headers, body });
      if (status !== 202) answered.resolve(false);
      return answered.promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(id);
      });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
