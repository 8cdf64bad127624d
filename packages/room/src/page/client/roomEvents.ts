import type { APIMessage } from 'discord-api-types/v10';
import type { InteractionProgress, MemberView, ViewChannel, ViewCommand } from '../../members/events.ts';

/** What the server tells the page: the data of each event by its name. */
export interface RoomEvents {
  readonly ready: MemberView;
  readonly view: MemberView;
  readonly message: { readonly action: 'create' | 'update'; readonly message: APIMessage };
  readonly message_delete: { readonly id: string; readonly channel_id: string };
  readonly typing: { readonly channel_id: string; readonly user_id: string };
  readonly interaction: InteractionProgress;
  readonly channel: { readonly action: 'create' | 'update' | 'delete'; readonly channel: ViewChannel };
  readonly commands: { readonly commands: readonly ViewCommand[] };
}
