import { ShardClientUtil, type Client } from 'discord.js';

/** Whether a server's events come to this client, rather than to a client with other shards. */
export function isOnOwnShard({ options }: Client<true>, guild: string): boolean {
  const { shards, shardCount = 1 } = options;
  if (!Array.isArray(shards)) return true;
  return shards.includes(ShardClientUtil.shardIdForGuildId(guild, shardCount));
}
