import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RateLimitError, Routes, type REST } from 'discord.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBotRest } from '../../../src/discord/gateway/createBotRest.ts';

const [APPLICATION, INTERACTION] = ['900000000000000001', '900000000000000002'];
/** discord.js's limit a second. */
const LIMIT = 50;

let server: Server;
let rest: REST;
let seen: { readonly method: string; readonly path: string; readonly authorization: string | undefined }[];
let connections: number;

beforeEach(async () => {
  // The second of the limit never ends.
  vi.useFakeTimers({ toFake: ['Date'] });
  seen = [];
  connections = 0;
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, path: url, authorization: headers.authorization });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  rest = createBotRest({ api: `http://127.0.0.1:${port}/api`, rejectOnRateLimit: () => true }).setToken('secret');
});
afterEach(async () => {
  vi.useRealTimers();
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const tokens = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `token-${at}`);

test('sends 1,200 callbacks once each, without the bot’s token, over at most 160 connections', async () => {
  const body = { type: 5 };
  await Promise.all(
    tokens(1200).map((token) => rest.post(Routes.interactionCallback(INTERACTION, token), { body, auth: false })),
  );
  expect(seen.map(({ path }) => path).toSorted()).toEqual(
    tokens(1200)
      .map((token) => `/api/v10/interactions/${INTERACTION}/${token}/callback`)
      .toSorted(),
  );
  expect(seen.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
  expect(connections).toBeLessThanOrEqual(160);
});

test('does not count answers to interactions towards the limit a second', async () => {
  const webhook = (token: string) => Routes.webhookMessage(APPLICATION, token, '@original');
  await Promise.all(tokens(4 * LIMIT).map((token) => rest.patch(webhook(token), { body: {}, auth: false })));
  expect(seen).toHaveLength(4 * LIMIT);
});

test('counts everything else, apart from answers to interactions', async () => {
  const webhook = (token: string) => Routes.webhook(APPLICATION, token);
  await Promise.all(tokens(LIMIT).map((token) => rest.post(webhook(token), { body: {}, auth: false })));
  const user = (at: number): Promise<unknown> => rest.get(Routes.user(`9000000000000${10_000 + at}`));
  const outcomes = await Promise.allSettled(Array.from({ length: LIMIT + 1 }, (_, at) => user(at)));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused.map(({ reason }) => reason instanceof RateLimitError)).toEqual([true]);
  expect(seen.filter(({ authorization }) => authorization === 'Bot secret')).toHaveLength(LIMIT);
});
