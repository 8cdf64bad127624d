import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, statusError } from './http/apiError.ts';
import type { Faults, Trouble } from './fault.ts';
import type { LimitVerdict } from './http/rateLimit.ts';
import type { RecordRequest } from './http/record.ts';
import { readRequestBody, type RequestBody } from './http/requestBody.ts';
import { createRouter, type Actor, type Reply, type Route } from './http/route.ts';
import { applicationRoutes } from './rest/application.ts';
import { callbackRoutes } from './rest/callback.ts';
import { channelRoutes } from './rest/channels.ts';
import { commandRoutes } from './rest/commands.ts';
import { guildRoutes } from './rest/guilds.ts';
import { interactionRoutes } from './rest/interactions.ts';
import { messageRoutes } from './rest/messages.ts';
import { threadRoutes } from './rest/threads.ts';
import { webhookRoutes } from './rest/webhook.ts';
import { sendJson } from './http/send.ts';
import type { World } from './world/world.ts';

const ROUTES: readonly Route[] = [
  ...applicationRoutes,
  ...callbackRoutes,
  ...channelRoutes,
  ...commandRoutes,
  ...guildRoutes,
  ...interactionRoutes,
  ...messageRoutes,
  ...threadRoutes,
  ...webhookRoutes,
];

export interface ApiParts {
  readonly world: World;
  readonly faults: Faults;
  readonly record: RecordRequest;
  readonly limit: (method: string, path: string) => LimitVerdict;
  readonly log: (event: Readonly<Record<string, unknown>>, message: string) => void;
}

/** Builds the handler of everything under `/api/`: Discord's REST v10, for the bot and for members' clients. */
export function createApi(parts: ApiParts): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const find = createRouter(ROUTES);
  return async (request, response) => {
    const url = (request.url ?? '/').replace(/^\/api(?:\/v(\d+))?(?=\/|$)/, '') || '/';
    const path = url.split('?')[0]!.replaceAll('%40', '@');
    const method = request.method ?? 'GET';
    const fromBot = isFromBot(request, path);
    try {
      checkVersion(request.url ?? '/');
      const body = await readRequestBody(request);
      if (fromBot) parts.record(request, url, body);
      const trouble = fromBot ? parts.faults.pick(method, path) : { delayBeforeMs: 0, delayAfterMs: 0 };
      await pause(trouble.delayBeforeMs);
      if (trouble.outcome?.when === 'before') {
        sendTrouble(response, trouble);
        return;
      }
      const verdict: LimitVerdict = fromBot ? parts.limit(method, path) : { headers: {} };
      for (const [name, value] of Object.entries(verdict.headers)) response.setHeader(name, value);
      if (verdict.retryAfterMs !== undefined) {
        sendRateLimited(response, verdict.retryAfterMs / 1000, verdict.global === true);
        return;
      }
      const reply = await answer(parts, { request, method, path, url, body });
      await pause(trouble.delayAfterMs);
      if (trouble.outcome) sendTrouble(response, trouble);
      else sendJson(response, reply.status ?? (reply.body === undefined ? 204 : 200), reply.body);
    } catch (error) {
      if (!(error instanceof ApiError)) {
        parts.log({ err: error, method, path: withoutTokens(path) }, 'the room failed to answer a request');
      }
      const refusal = error instanceof ApiError ? error : statusError(500, 'Internal Server Error');
      if (fromBot && refusal.status >= 400) {
        parts.log(
          { method, path: withoutTokens(path), status: refusal.status, body: refusal.body },
          'the room refused a request of the bot',
        );
      }
      if (refusal.status === 413) response.setHeader('connection', 'close');
      sendJson(response, refusal.status, refusal.body);
    }
  };

  async function answer(
    { world }: ApiParts,
    given: { request: IncomingMessage; method: string; path: string; url: string; body: RequestBody },
  ): Promise<Reply> {
    const match = find(given.method, given.path);
    if (match === undefined) throw statusError(404, 'Not Found');
    if (match === 'method') throw statusError(405, 'Method Not Allowed');
    const params: Record<string, string> = {};
    for (const [name, value] of Object.entries(match.params)) params[name] = decode(value);
    const actor = authenticate(world, match.route, given.request.headers.authorization);
    return match.route.run({
      world,
      actor,
      params,
      query: new URLSearchParams(given.url.split('?')[1]),
      body: given.body.json,
      uploads: given.body.uploads,
    });
  }
}

/** Finds who sends a request. Throws 401 for a missing or unknown token, 403 where the endpoint is for others. */
function authenticate(world: World, route: Route, authorization: string | undefined): Actor {
  if (route.who === 'token') return { kind: 'bot', userId: world.applicationId };
  const actor = actorOf(world, authorization ?? '');
  if (!actor) throw statusError(401, 'Unauthorized');
  if (route.who !== 'both' && route.who !== actor.kind) {
    throw new ApiError(403, {
      message: actor.kind === 'bot' ? 'Bots cannot use this endpoint' : 'Only bots can use this endpoint',
      code: actor.kind === 'bot' ? 20_001 : 20_002,
    });
  }
  return actor;
}

/** Whose token an Authorization header holds: the bot's after `Bot `, or a member's as it is. */
function actorOf(world: World, authorization: string): Actor | undefined {
  if (authorization.startsWith('Bot ')) {
    return equal(authorization.slice(4), world.botToken) ? { kind: 'bot', userId: world.applicationId } : undefined;
  }
  const userId = world.tokens.get(authorization);
  return userId === undefined ? undefined : { kind: 'member', userId };
}

function equal(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function isFromBot(request: IncomingMessage, path: string): boolean {
  if (/^\/(?:webhooks\/|interactions\/[^/]+\/)/.test(path)) return true;
  return /^(?:Bot|Bearer) /.test(request.headers.authorization ?? '');
}

function checkVersion(url: string): void {
  const version = /^\/api\/v(\d+)/.exec(url)?.[1];
  if (version !== undefined && version !== '10' && version !== '9') {
    throw new ApiError(400, { message: 'Invalid API version provided', code: 50_041 });
  }
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw statusError(404, 'Not Found');
  }
}

function sendTrouble(response: ServerResponse, { outcome }: Trouble): void {
  if (outcome?.kind === 'drop') {
    response.destroy();
  } else if (outcome?.status === 429) {
    response.setHeader('x-ratelimit-scope', outcome.global ? 'global' : 'shared');
    if (outcome.global) response.setHeader('x-ratelimit-global', 'true');
    sendRateLimited(response, outcome.retry_after, outcome.global);
  } else {
    const status = outcome?.status ?? 500;
    sendJson(response, status, { message: `${status}: fault on demand`, code: outcome?.code ?? 0 });
  }
}

function sendRateLimited(response: ServerResponse, retryAfter: number, global: boolean): void {
  response.setHeader('retry-after', String(Math.ceil(retryAfter)));
  if (!response.hasHeader('x-ratelimit-scope')) response.setHeader('x-ratelimit-scope', 'user');
  sendJson(response, 429, {
    message: 'You are being rate limited.',
    retry_after: Math.round(retryAfter * 1000) / 1000,
    global,
  });
}

/** Interaction tokens do not belong in a log. */
function withoutTokens(path: string): string {
  return path.replaceAll(/[\w-]{60,}/g, ':token');
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms).unref());
}
