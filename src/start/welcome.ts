import type { Room } from 'discord-room';
import type { App } from '../app/app.ts';
import type { Bot } from '../discord/bot.ts';
import { inviteLink } from '../discord/gateway/inviteLink.ts';

/** Says where the local room is. */
export function address(room: Room): string {
  return `The local room is open: ${room.address}`;
}

/** The address is printed last, too, so that it is easy to find. */
export function welcome(room: Room, { library }: App): string {
  const { size } = library().articles;
  return `\nIt behaves as Discord does, with ${size} ${size === 1 ? 'article' : 'articles'} to ask about. Ctrl+C closes it.\n${address(room)}\n\n`;
}

/** Says which servers the bot is in, and how to add it to others. */
export function invitation(client: Bot['client']): string {
  const { size } = client.guilds.cache;
  const servers = size === 0 ? 'no server yet' : `${size} ${size === 1 ? 'server' : 'servers'}`;
  return `\n${client.user.username} is connected, in ${servers}. Ctrl+C stops it.\nAdd it to a server: ${inviteLink(client.application.id)}\n\n`;
}
