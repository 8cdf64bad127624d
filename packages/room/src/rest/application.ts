import { z } from 'zod';
import { parseForm } from '../form/parseForm.ts';
import { apiError } from '../http/apiError.ts';
import { useEndpoint } from '../http/interactionsEndpoint.ts';
import type { Call, Reply, Route } from '../http/route.ts';
import { channelObject, userObject } from '../objects/serialize.ts';
import type { World } from '../world/world.ts';

/** Endpoints of the application, the gateway's address, users and direct messages. */
export const applicationRoutes: readonly Route[] = [
  { method: 'GET', path: '/gateway', who: 'token', run: ({ world }) => ({ body: { url: gatewayUrl(world) } }) },
  { method: 'GET', path: '/gateway/bot', who: 'bot', run: getGatewayBot },
  { method: 'GET', path: '/applications/@me', who: 'bot', run: ({ world }) => ({ body: applicationObject(world) }) },
  { method: 'PATCH', path: '/applications/@me', who: 'bot', run: changeApplication },
  {
    method: 'GET',
    path: '/oauth2/applications/@me',
    who: 'bot',
    run: ({ world }) => ({ body: applicationObject(world) }),
  },
  { method: 'GET', path: '/applications/:application/emojis', who: 'bot', run: () => ({ body: { items: [] } }) },
  { method: 'GET', path: '/applications/:application/skus', who: 'bot', run: () => ({ body: [] }) },
  { method: 'GET', path: '/applications/:application/entitlements', who: 'bot', run: () => ({ body: [] }) },
  { method: 'GET', path: '/users/@me', who: 'both', run: getCurrentUser },
  { method: 'PATCH', path: '/users/@me', who: 'bot', run: getCurrentUser },
  { method: 'GET', path: '/users/@me/guilds', who: 'both', run: listGuilds },
  { method: 'DELETE', path: '/users/@me/guilds/:guild', who: 'bot', run: leaveGuild },
  { method: 'POST', path: '/users/@me/channels', who: 'both', run: openDirectMessage },
  { method: 'GET', path: '/users/:user', who: 'both', run: getUser },
];

/** The application as Discord sends it. */
function applicationObject(world: World): Record<string, unknown> {
  const bot = world.users.get(world.applicationId)!;
  const owner = [...world.users.values()].find((user) => !user.bot)!;
  return {
    id: world.applicationId,
    name: bot.username,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot_public: true,
    bot_require_code_grant: false,
    terms_of_service_url: null,
    privacy_policy_url: null,
    bot: userObject(bot),
    owner: userObject(owner),
    team: null,
    verify_key: world.verifyKey,
    flags: flagsOfIntents(world.privilegedIntents),
    approximate_guild_count: [...world.guilds.values()].filter((guild) => guild.members.has(world.applicationId))
      .length,
    approximate_user_install_count: world.tokens.size,
    interactions_endpoint_url: world.interactionsEndpoint,
    role_connections_verification_url: null,
    redirect_uris: [],
    integration_types_config: { 0: {}, 1: {} },
    tags: [],
  };
}

const changeSchema = z.object({ interactions_endpoint_url: z.url({ protocol: /^https?$/ }).nullish() });

async function changeApplication({ world, body }: Call): Promise<Reply> {
  const { interactions_endpoint_url: endpoint } = parseForm(changeSchema, body ?? {});
  if (endpoint !== undefined) await useEndpoint(world, endpoint);
  return { body: applicationObject(world) };
}

/** The flags that tell which privileged intents were granted (in the limited form, for fewer than 100 servers). */
function flagsOfIntents(intents: number): number {
  let flags = 0;
  if (intents & (1 << 8)) flags |= 1 << 13;
  if (intents & (1 << 1)) flags |= 1 << 15;
  if (intents & (1 << 15)) flags |= 1 << 19;
  return flags;
}

function gatewayUrl(world: World): string {
  return world.address.replace(/^http/, 'ws');
}

function getGatewayBot({ world }: Call): Reply {
  return {
    body: {
      url: gatewayUrl(world),
      shards: world.recommendedShards,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
    },
  };
}

function getCurrentUser({ world, actor }: Call): Reply {
  return { body: { ...userObject(world.users.get(actor.userId)!), verified: true, mfa_enabled: true, flags: 0 } };
}

function getUser({ world, params }: Call): Reply {
  const user = world.users.get(params['user']!);
  if (!user) throw apiError(10013);
  return { body: userObject(user) };
}

function listGuilds({ world, actor }: Call): Reply {
  const guilds = [...world.guilds.values()].filter((guild) => guild.members.has(actor.userId));
  return {
    body: guilds.map((guild) => ({
      id: guild.id,
      name: guild.name,
      icon: null,
      banner: null,
      owner: guild.ownerId === actor.userId,
      permissions: '0',
      features: [],
    })),
  };
}

function leaveGuild({ world, params }: Call): Reply {
  const guild = world.guilds.get(params['guild']!);
  if (!guild?.members.delete(world.applicationId)) throw apiError(10004);
  world.emit({ kind: 'guild', action: 'leave', guild });
  return {};
}

function openDirectMessage({ world, actor, body }: Call): Reply {
  const recipient = (body as { recipient_id?: unknown } | null)?.recipient_id;
  if (typeof recipient !== 'string' || !world.users.has(recipient)) throw apiError(10013);
  const channel = [...world.channels.values()].find(
    (each) => each.type === 1 && each.recipients.includes(actor.userId) && each.recipients.includes(recipient),
  );
  if (!channel) throw apiError(50007);
  return { body: channelObject(world, channel, actor.userId) };
}
