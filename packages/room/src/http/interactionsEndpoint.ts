import { ACK_DEADLINE_MS } from '../world/interaction.ts';
import { formError } from './apiError.ts';
import type { JsonObject } from '../json.ts';
import type { World } from '../world/world.ts';

/** What an endpoint answered; undefined if nothing came back in time. */
export type EndpointResponse = { readonly status: number; readonly text: string } | undefined;

/**
 * Sends interactions to an address from now on, as Discord does once it is entered in the developer portal, or over the
 * gateway again if it is null. Throws 50035 if the address does not answer a ping, or takes one with a wrong signature.
 * https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
 */
export async function useEndpoint(world: World, endpoint: string | null): Promise<void> {
  if (endpoint !== null) {
    const ping = { type: 1, id: world.nextId(), application_id: world.applicationId, token: 'ping', version: 1 };
    const forged = await postSigned(world, endpoint, { payload: ping, forge: true });
    const answered = await postSigned(world, endpoint, { payload: ping });
    if (forged?.status !== 401 || answered?.status !== 200 || typeOf(answered.text) !== 1) {
      throw formError([
        {
          path: ['interactions_endpoint_url'],
          code: 'APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID',
          message: 'The specified interactions endpoint url could not be verified.',
        },
      ]);
    }
  }
  world.interactionsEndpoint = endpoint;
}

/** Sends an interaction with its signature; `forge` breaks that. */
export async function postSigned(
  world: World,
  endpoint: string,
  { payload, forge = false }: { readonly payload: JsonObject; readonly forge?: boolean },
): Promise<EndpointResponse> {
  const body = JSON.stringify(payload);
  // The machine's time, whatever the room's clock was put to: the bot compares it with its own.
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = world.sign(Buffer.from(`${timestamp}${body}${forge ? ' ' : ''}`)).toString('hex');
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-signature-ed25519': signature,
        'x-signature-timestamp': timestamp,
        'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(ACK_DEADLINE_MS),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return undefined;
  }
}

function typeOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { type?: unknown } | null)?.type;
  } catch {
    return undefined;
  }
}
