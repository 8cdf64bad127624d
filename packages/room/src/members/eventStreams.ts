import type { IncomingMessage, ServerResponse } from 'node:http';
import { memberView, viewChannel } from './memberView.ts';
import { seesMessage } from '../world/message.ts';
import { seesChannel } from '../world/permission.ts';
import type { RoomEvent } from '../world/roomEvent.ts';
import { sendJson } from '../http/send.ts';
import { messageObject } from '../objects/messageObject.ts';
import type { World } from '../world/world.ts';

/** How often an idle connection gets a comment line, in milliseconds. */
const KEEP_ALIVE_MS = 15_000;

export interface EventStreams {
  /** Answers `GET /room/events?token=…`. */
  open(request: IncomingMessage, response: ServerResponse): void;
  close(): void;
}

/** Builds the event streams of the members' chat pages; `events.ts` describes them. */
export function createEventStreams(world: World): EventStreams {
  const streams = new Set<{ readonly userId: string; readonly response: ServerResponse }>();
  const stop = world.on((event) => {
    for (const { userId, response } of streams) {
      for (const told of memberEvents(world, event, userId)) write(response, told.name, told.data);
    }
  });
  const keepAlive = setInterval(() => {
    for (const { response } of streams) response.write(': \n\n');
  }, KEEP_ALIVE_MS);

  return {
    open(request, response) {
      const token = new URLSearchParams((request.url ?? '').split('?')[1]).get('token') ?? '';
      const userId = world.tokens.get(token);
      if (userId === undefined) return sendJson(response, 401, { message: '401: Unauthorized', code: 0 });
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      write(response, 'ready', memberView(world, userId));
      const stream = { userId, response };
      streams.add(stream);
      response.on('close', () => streams.delete(stream));
    },
    close() {
      stop();
      clearInterval(keepAlive);
      for (const { response } of streams) response.end();
      streams.clear();
    },
  };
}

function write(response: ServerResponse, name: string, data: unknown): void {
  response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}

interface MemberEvent {
  readonly name: string;
  readonly data: unknown;
}

/** What one member is told of a change. */
function memberEvents(world: World, event: RoomEvent, userId: string): MemberEvent[] {
  switch (event.kind) {
    case 'message':
      if (!seesInChannel(world, event.message.channelId, userId) || !seesMessage(event.message, userId)) return [];
      return [{ name: 'message', data: { action: event.action, message: messageObject(world, event.message) } }];
    case 'message-delete':
      if (!seesInChannel(world, event.message.channelId, userId) || !seesMessage(event.message, userId)) return [];
      return [{ name: 'message_delete', data: { id: event.message.id, channel_id: event.message.channelId } }];
    case 'typing':
      if (event.userId === userId || !seesInChannel(world, event.channelId, userId)) return [];
      return [{ name: 'typing', data: { channel_id: event.channelId, user_id: event.userId } }];
    case 'channel': {
      const { channel } = event;
      const member = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId)?.members.has(userId);
      if (!member) return [];
      const gone = event.action === 'delete' || !seesChannel(world, channel, userId);
      return [
        {
          name: 'channel',
          data: { action: gone ? 'delete' : event.action, channel: viewChannel(world, channel, userId) },
        },
      ];
    }
    case 'progress':
      return event.userId === userId ? [{ name: 'interaction', data: event.progress }] : [];
    case 'commands':
      return [{ name: 'commands', data: { commands: memberView(world, userId).commands } }];
    case 'guild':
    case 'member':
    case 'role':
      return [{ name: 'view', data: memberView(world, userId) }];
    case 'interaction':
      return [];
  }
}

function seesInChannel(world: World, channelId: string, userId: string): boolean {
  const channel = world.channels.get(channelId);
  return channel !== undefined && seesChannel(world, channel, userId);
}
