/**
 * Keeps what the page knows of the room's messages: those of each channel oldest first, and this page's own entries for commands on
 * their way. Nothing here draws.
 */
export function createStore() {
  /** @type {Map<string, Map<string, object>>} */
  const channels = new Map();
  /** Commands on their way, by nonce. */
  const local = new Map();
  const dismissed = new Set();
  const whole = new Set();

  const of = (channelId) => {
    if (!channels.has(channelId)) channels.set(channelId, new Map());
    return channels.get(channelId);
  };

  return {
    local,
    put(message) {
      const known = of(message.channel_id).has(message.id);
      of(message.channel_id).set(message.id, message);
      // The bot's reply takes the place of the entry that stood for it.
      const used = message.interaction_metadata?.id ?? message.interaction?.id;
      for (const [nonce, entry] of local) if (used !== undefined && entry.interactionId === used) local.delete(nonce);
      return known;
    },
    remove: (channelId, id) => channels.get(channelId)?.delete(id),
    dismiss(message) {
      dismissed.add(message.id);
      for (const [nonce, entry] of local) if (entry.id === message.id) local.delete(nonce);
    },
    /** Takes a page of messages as the server lists them; the first page replaces what was known. */
    take(channelId, page, { earlier, size }) {
      if (!earlier) channels.set(channelId, new Map());
      for (const message of page) of(channelId).set(message.id, message);
      if (page.length < size) whole.add(channelId);
      else if (!earlier) whole.delete(channelId);
    },
    /** Whether the first message of a channel is known. */
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
export function localId(nowMs) {
  return ((BigInt(nowMs) - 1_420_070_400_000n) << 22n).toString();
}
