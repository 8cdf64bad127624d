import type { InteractionProgress } from '../members/events.ts';
import type { JsonObject } from '../json.ts';
import type { Channel, Guild, Message } from './entities.ts';

/** A change in the room. The gateway tells the bot of it, the event streams tell the members, each as far as they may see it. */
export type RoomEvent =
  | { readonly kind: 'message'; readonly action: 'create' | 'update'; readonly message: Message }
  | { readonly kind: 'message-delete'; readonly message: Message }
  | { readonly kind: 'typing'; readonly channelId: string; readonly userId: string }
  | { readonly kind: 'channel'; readonly action: 'create' | 'update' | 'delete'; readonly channel: Channel }
  | { readonly kind: 'guild'; readonly action: 'join' | 'leave'; readonly guild: Guild }
  | { readonly kind: 'member'; readonly guild: Guild; readonly userId: string }
  | { readonly kind: 'role'; readonly guild: Guild; readonly roleId: string }
  | { readonly kind: 'interaction'; readonly payload: JsonObject }
  | { readonly kind: 'progress'; readonly userId: string; readonly progress: InteractionProgress }
  | { readonly kind: 'commands' };
