import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { walkComponents } from '../form/checkComponents.ts';
import type { MessageForm } from '../form/messageForm.ts';
import type { JsonObject } from '../json.ts';
import { channelPermissions, holds, seesChannel } from './permission.ts';
import type { World } from './world.ts';
import type { Channel } from './entities.ts';

/** Who a message pings. */
export interface Mentions {
  readonly users: string[];
  readonly roles: string[];
  readonly everyone: boolean;
}

/**
 * Finds whom a message pings: those named in its content and text displays outside code, as far as `allowed_mentions` and the author's
 * permissions let it. https://docs.discord.com/developers/resources/message#allowed-mentions-object
 */
export function findMentions(
  world: World,
  message: {
    readonly channel: Channel;
    readonly authorId: string;
    readonly content: string;
    readonly components: readonly JsonObject[];
  },
  allowed: MessageForm['allowed_mentions'],
): Mentions {
  const texts = [message.content];
  walkComponents(message.components, (component) => {
    if (component['type'] === 10) texts.push(String(component['content']));
  });
  const text = texts.join('\n').replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
  const guild = message.channel.guildId === undefined ? undefined : world.guilds.get(message.channel.guildId);
  const may = holds(channelPermissions(world, message.channel, message.authorId), Bit.MentionEveryone);

  const parses = (kind: 'users' | 'roles' | 'everyone'): boolean => !allowed || (allowed.parse ?? []).includes(kind);
  const named = (pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))];

  const users = named(/<@!?(\d+)>/g).filter((id) => {
    const known = guild
      ? guild.members.has(id) && seesChannel(world, message.channel, id)
      : message.channel.recipients.includes(id);
    return known && (parses('users') || allowed?.users?.includes(id) === true);
  });
  const roles = named(/<@&(\d+)>/g).filter((id) => {
    const role = guild?.roles.get(id);
    if (!role || (!role.mentionable && !may)) return false;
    return parses('roles') || allowed?.roles?.includes(id) === true;
  });
  const everyone = guild !== undefined && may && parses('everyone') && /@(?:everyone|here)/.test(text);
  return { users, roles, everyone };
}
