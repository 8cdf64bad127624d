import type { APIMessage } from 'discord-api-types/v10';
import type { Entry, LocalEntry } from './message.ts';

/** What the page knows of the room's messages. */
export interface Store {
  /** Commands on their way, by nonce. */
  readonly local: Map<string, LocalEntry>;
  readonly put: (message: APIMessage) => void;
  readonly remove: (channelId: string, id: string) => void;
  readonly dismiss: (entry: Entry) => void;
  /** Takes a page of messages as the server lists them; the first page replaces what was known. */
  readonly take: (
    channelId: string,
    page: readonly APIMessage[],
    options: { readonly earlier: boolean; readonly size: number },
  ) => void;
  /** Whether the first message of a channel is known. */
  readonly isWhole: (channelId: string) => boolean;
  /** Oldest first. */
  readonly list: (channelId: string) => readonly Entry[];
  readonly find: (channelId: string, id: string) => APIMessage | undefined;
  readonly clear: () => void;
}

/**
 * Keeps what the page knows of the room's messages: those of each channel oldest first, and this page's own entries for
 * commands on their way. Nothing here draws.
 */
export function createStore(): Store {
  const channels = new Map<string, Map<string, APIMessage>>();
  const local = new Map<string, LocalEntry>();
  const dismissed = new Set<string>();
  const whole = new Set<string>();

  const inChannel = (channelId: string): Map<string, APIMessage> => {
    const known = channels.get(channelId) ?? new Map<string, APIMessage>();
    channels.set(channelId, known);
    return known;
  };

  return {
    local,
    put(message) {
      inChannel(message.channel_id).set(message.id, message);
      // The bot's reply takes the place of the entry that stood for it.
      const used = message.interaction_metadata?.id;
      for (const [nonce, entry] of local) if (used !== undefined && entry.interactionId === used) local.delete(nonce);
    },
    remove: (channelId, id) => void channels.get(channelId)?.delete(id),
    dismiss({ id }) {
      dismissed.add(id);
      for (const [nonce, entry] of local) if (entry.id === id) local.delete(nonce);
    },
    take(channelId, page, { earlier, size }) {
      if (!earlier) channels.set(channelId, new Map());
      for (const message of page) inChannel(channelId).set(message.id, message);
      if (page.length < size) whole.add(channelId);
      else if (!earlier) whole.delete(channelId);
    },
    isWhole: (channelId) => whole.has(channelId),
    list(channelId) {
      const own = [...local.values()].filter((entry) => entry.channel_id === channelId && entry.visible);
      return [...(channels.get(channelId)?.values() ?? []), ...own]
        .filter(({ id }) => !dismissed.has(id))
        .sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
    },
    find: (channelId, id) => channels.get(channelId)?.get(id),
    clear() {
      channels.clear();
      local.clear();
      whole.clear();
    },
  };
}

/** Makes an id that sorts as Discord's do, for entries that only this page knows. */
export function localId(nowMs: number): string {
  return ((BigInt(nowMs) - 1_420_070_400_000n) << 22n).toString();
}
