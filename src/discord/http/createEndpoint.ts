import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { ENDPOINT_WORDS as WORDS } from '../../reply/words/messages/endpointWords.ts';
import { createVerifier } from './createVerifier.ts';
import { readBody } from './readBody.ts';

/** The path at which interactions arrive. */
const INTERACTIONS_PATH = '/interactions';
/** Interactions take a few kilobytes; a message of 4,000 characters that a menu command is used on, some tens. */
export const BODY_MAX_BYTES = 1_000_000;
/** How far a signature's time may be from this machine's. Discord signs when it sends, so the rest is for clocks. */
export const CLOCK_TOLERANCE_MS = 300_000;
/** Discord waits three seconds for all of it. */
const BODY_DEADLINE_MS = 3000;

const PING = 1;
const interactionSchema = z.looseObject({
  type: z.int().min(PING).max(5),
  id: z.string().regex(/^\d{1,20}$/u),
  token: z.string().min(1),
});

/** An interaction as Discord sent it, as far as it is checked here. */
export type ReceivedInteraction = z.infer<typeof interactionSchema>;

export interface EndpointOptions {
  /** The application's public key, 64 hex digits. */
  readonly publicKey: string;
  /** Takes an interaction in, and returns at once; false if it is of no kind that can be answered. */
  readonly receive: (interaction: ReceivedInteraction) => boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly warn: (event: Readonly<Record<string, unknown>>, message: string) => void;
}

interface Verdict {
  readonly status: number;
  /** What is wrong, or an object to be sent as JSON; nothing for what is only accepted. */
  readonly body?: string | object;
}

/**
 * Creates the handler of requests with which Discord sends interactions; it resolves to false for other paths. What is not
 * signed by Discord is refused with 401 before it is read as JSON, and so is what was signed more than five minutes ago
 * or ahead, which somebody may have recorded. An interaction is accepted with 202 and answered by the callback route,
 * where Discord says whether it took the answer.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback
 */
export function createEndpoint({
  publicKey,
  receive,
  now,
  warn,
}: EndpointOptions): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const isSigned = createVerifier(publicKey);

  async function judge(request: IncomingMessage): Promise<Verdict> {
    const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = request.headers;
    if (typeof signature !== 'string' || !/^[0-9a-f]{128}$/iu.test(signature))
      return { status: 401, body: WORDS.noSignature };
    if (typeof timestamp !== 'string' || !/^\d{1,12}$/u.test(timestamp))
      return { status: 401, body: WORDS.noTimestamp };
    const body = await readBody(request, { maxBytes: BODY_MAX_BYTES, deadlineMs: BODY_DEADLINE_MS });
    if (body.kind === 'broken') return { status: 400, body: WORDS.malformed };
    if (body.kind === 'too-large') return { status: 413, body: WORDS.tooLarge };
    if (body.kind === 'too-slow') return { status: 408, body: WORDS.tooSlow };
    if (!isSigned({ signature, timestamp, body: body.bytes })) return { status: 401, body: WORDS.forged };
    const aheadMs = Number(timestamp) * 1000 - now();
    if (Math.abs(aheadMs) > CLOCK_TOLERANCE_MS) {
      const seconds = Math.round(aheadMs / 1000);
      warn({ seconds }, 'a signed interaction was refused for its time; if there are more, set this machine’s clock');
      return { status: 401, body: WORDS.stale };
    }
    const interaction = interactionSchema.safeParse(parse(body.bytes));
    if (!interaction.success) return { status: 400, body: WORDS.malformed };
    if (interaction.data.type === PING) return { status: 200, body: { type: PING } };
    return receive(interaction.data) ? { status: 202 } : { status: 400, body: WORDS.unknownKind };
  }

  return async (request, response) => {
    if ((request.url ?? '/').split('?', 1)[0] !== INTERACTIONS_PATH) return false;
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      send(response, { status: 405, body: WORDS.notPosted });
      return true;
    }
    send(response, await judge(request));
    return true;
  };
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, body }: Verdict): void {
  // What was not read in full would be taken for the next request.
  if (status === 413 || status === 408) response.setHeader('connection', 'close');
  if (body === undefined) response.writeHead(status).end();
  else if (typeof body === 'string')
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${body}\n`);
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
