import type { Config } from '../../runtime/config.ts';

const WHOLE = 'gateway';
const SHARD = /^gateway (\d+) of (\d+)$/u;

/**
 * Names what a process must hold before it connects: the whole gateway, or each of its shards. The whole excludes every
 * shard, and shards of different totals exclude each other, since each server belongs to a shard of each total.
 */
export function shardLeases({ SHARDS: total, SHARD_IDS: ids }: Pick<Config, 'SHARDS' | 'SHARD_IDS'>): {
  readonly names: readonly string[];
  readonly excludes: (other: string) => boolean;
} {
  if (ids === undefined) return { names: [WHOLE], excludes: (other) => other.startsWith(WHOLE) };
  const names = ids.map((id) => `${WHOLE} ${id} of ${total}`);
  return {
    names,
    excludes: (other) =>
      other === WHOLE || names.includes(other) || (SHARD.exec(other)?.[2] ?? total) !== String(total),
  };
}
