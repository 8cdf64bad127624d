import { z } from 'zod';
import { apiError } from './http/apiError.ts';
import { channelRoutes, type Examples } from './channelRoutes.ts';
import type { Faults } from './fault.ts';
import { faultSchema } from './fault.ts';
import { parseForm } from './form/parseForm.ts';
import type { Gateway } from './gateway/gateway.ts';
import { roomObject } from './objects/roomObject.ts';
import { controlRoute as route, type Call, type Reply, type Route } from './http/route.ts';
import { join } from './world/seed.ts';

/** What the routes act on, next to the world. */
export interface Controlled {
  readonly faults: Faults;
  readonly gateway: Gateway;
  readonly examples: Examples;
}

/**
 * What a test changes in the room from outside, under `/room`; no token is asked, for only this machine reaches it.
 *
 * | request | does |
 * | --- | --- |
 * | `GET /room` | ids, channels, members with their tokens, registered commands |
 * | `GET`, `POST`, `DELETE /room/faults` | `{faults?: [Fault], nonce_memory_ms?}`; `fault.ts` describes a fault |
 * | `POST /room/clock` | `{advance_ms}`: puts the room's clock forward (deadlines, tokens, nonces, rate limits) |
 * | `POST /room/gateway` | `{action: 'close' \| 'reconnect' \| 'invalidate' \| 'cut', code?}` |
 * | `PUT`, `DELETE /room/guilds/{id}/bot` | adds the bot to a server, removes it |
 * | `POST /room/channels`, `PATCH`, `DELETE /room/channels/{id}` | `{name, type?, guild_id?}`; `{name?, archived?, locked?, requires_tag?}` |
 * | `PUT`, `DELETE /room/channels/{id}/permissions/{role or user id}` | `{type: 0 role \| 1 member, allow, deny}` |
 * | `GET /room/channels/{id}/examples` | lines to begin with, as the program that started the room gives them |
 * | `DELETE /room/channels/{id}/messages/{id}` | takes a message away |
 * | `PUT`, `DELETE /room/commands/{id}/open` | the server's owner opens a command to everyone, or no longer |
 * | `PUT /room/members/{id}/roles` | `{roles: [id]}` |
 * | `PUT`, `DELETE /room/members/{id}/direct-messages` | the member takes direct messages, as at start, or no longer |
 * | `PATCH /room/roles/{id}` | `{permissions?, mentionable?}` |
 */
export function controlRoutes({ faults, gateway, examples }: Controlled): readonly Route[] {
  return [
    route('GET', '/room', ({ world }) => ({ body: roomObject(world) })),
    route('GET', '/room/faults', ({ world }) => ({
      body: { faults: faults.list(), nonce_memory_ms: world.nonceMemoryMs },
    })),
    route('POST', '/room/faults', (call) => {
      const form = parseForm(faultsSchema, call.body ?? {});
      if (form.faults) faults.set(form.faults);
      call.world.nonceMemoryMs = form.nonce_memory_ms ?? call.world.nonceMemoryMs;
      return { body: { faults: faults.list(), nonce_memory_ms: call.world.nonceMemoryMs } };
    }),
    route('DELETE', '/room/faults', () => {
      faults.set([]);
      return {};
    }),
    route('POST', '/room/clock', advanceClock),
    route('POST', '/room/gateway', (call) => {
      const form = parseForm(gatewaySchema, call.body ?? {});
      gateway.disturb(form.action, form.code);
      return {};
    }),
    route('PUT', '/room/guilds/:guild/bot', addBot),
    route('DELETE', '/room/guilds/:guild/bot', removeBot),
    ...channelRoutes(examples),
    route('PUT', '/room/commands/:command/open', (call) => openCommand(call, true)),
    route('DELETE', '/room/commands/:command/open', (call) => openCommand(call, false)),
    route('PUT', '/room/members/:user/roles', setRoles),
    route('PUT', '/room/members/:user/direct-messages', (call) => openDirectMessages(call, true)),
    route('DELETE', '/room/members/:user/direct-messages', (call) => openDirectMessages(call, false)),
    route('PATCH', '/room/roles/:role', changeRole),
  ];
}

const faultsSchema = z.object({
  faults: z.array(faultSchema).optional(),
  nonce_memory_ms: z.number().min(0).optional(),
});
const gatewaySchema = z.object({
  action: z.enum(['close', 'reconnect', 'invalidate', 'cut']),
  code: z.int().min(3000).max(4999).optional(),
});
const permissionBits = z.union([z.string().regex(/^\d+$/), z.int()]);

function advanceClock(call: Call): Reply {
  const { advance_ms: ms } = parseForm(z.object({ advance_ms: z.number().min(0) }), call.body ?? {});
  call.world.clock.advance(ms);
  return { body: { now: call.world.clock.now() } };
}

function addBot(call: Call): Reply {
  const guild = call.world.guilds.get(call.params['guild']!);
  if (!guild) throw apiError(10004);
  if (!guild.members.has(call.world.applicationId)) {
    const managed = [...guild.roles.values()].filter((role) => role.managed).map((role) => role.id);
    join(guild, call.world.users.get(call.world.applicationId)!, managed);
    call.world.emit({ kind: 'guild', action: 'join', guild });
  }
  return {};
}

function removeBot(call: Call): Reply {
  const guild = call.world.guilds.get(call.params['guild']!);
  if (!guild) throw apiError(10004);
  if (guild.members.delete(call.world.applicationId)) call.world.emit({ kind: 'guild', action: 'leave', guild });
  return {};
}

function openCommand(call: Call, open: boolean): Reply {
  const id = call.params['command']!;
  if (!call.world.commands.has(id)) throw apiError(10063);
  if (open) call.world.openCommands.add(id);
  else call.world.openCommands.delete(id);
  call.world.emit({ kind: 'commands' });
  return {};
}

function setRoles(call: Call): Reply {
  const guild = call.world.guilds.get(call.world.homeGuildId)!;
  const member = guild.members.get(call.params['user']!);
  if (!member) throw apiError(10007);
  const { roles } = parseForm(z.object({ roles: z.array(z.string()) }), call.body ?? {});
  if (roles.some((id) => !guild.roles.has(id))) throw apiError(10011);
  member.roles = roles;
  call.world.emit({ kind: 'member', guild, userId: member.userId });
  return {};
}

function openDirectMessages(call: Call, open: boolean): Reply {
  const id = call.params['user']!;
  if (!call.world.users.has(id)) throw apiError(10007);
  if (open) call.world.closedDirectMessages.delete(id);
  else call.world.closedDirectMessages.add(id);
  return {};
}

function changeRole(call: Call): Reply {
  const guild = [...call.world.guilds.values()].find((each) => each.roles.has(call.params['role']!));
  const role = guild?.roles.get(call.params['role']!);
  if (!guild || !role) throw apiError(10011);
  const form = parseForm(
    z.object({ permissions: permissionBits.optional(), mentionable: z.boolean().optional() }),
    call.body ?? {},
  );
  if (form.permissions !== undefined) role.permissions = BigInt(form.permissions);
  role.mentionable = form.mentionable ?? role.mentionable;
  call.world.emit({ kind: 'role', guild, roleId: role.id });
  return {};
}
