import type { InteractionStart } from '../world/interaction.ts';
import type { JsonObject } from '../json.ts';
import type { Call } from '../http/route.ts';
import type { Channel } from '../world/entities.ts';

/** What a member's client sent, where, and the id that the interaction gets. */
export interface Use {
  readonly type: 2 | 3 | 4 | 5;
  readonly data: JsonObject;
  readonly messageId: string;
  readonly channel: Channel;
  readonly id: string;
}

/** An interaction ready to be told: what is kept of it, and what the bot gets. */
export interface Prepared {
  readonly start: Pick<InteractionStart, 'metadata' | 'replyType'> & Partial<InteractionStart>;
  readonly payload: JsonObject;
}

/** Checks a use and makes an interaction of it. Throws what Discord refuses it with. */
export type Prepare = (call: Call, use: Use) => Prepared;
