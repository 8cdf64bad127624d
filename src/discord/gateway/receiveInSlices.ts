import { Events, SimpleShardingStrategy, type Client, type ClientOptions } from 'discord.js';
import { endOfSlice } from '../../runtime/steps/inSlices.ts';

/** What of a shard's WebSocket is used; the package `ws` has it. */
interface Connection {
  pause(): void;
  resume(): void;
}

/** What discord.js declares private: the shards of a strategy, and their connections while they have one. */
interface Opened {
  readonly shards: ReadonlyMap<number, { readonly connection: Connection | null }>;
}

/** Reads events from the gateway in slices of time. */
export interface SlicedReceipt {
  /** The option of the client that gives access to its connections. */
  readonly ws: Pick<NonNullable<ClientOptions['ws']>, 'buildStrategy'> & object;
  /** Starts to slice what the client receives. Must be called before it connects. */
  follow(client: Client): void;
}

/**
 * Makes a client yield to the event loop between events: by itself it handles all that have arrived, up to two
 * megabytes, in one turn. Once a slice is over, its connection is paused until the next turn.
 */
export function receiveInSlices(): SlicedReceipt {
  let strategy: Opened | undefined;
  const paused = new Set<Connection>();
  return {
    ws: {
      buildStrategy(manager) {
        const built = new SimpleShardingStrategy(manager);
        strategy = built as unknown as Opened;
        return built;
      },
    },
    follow(client) {
      client.on(Events.Raw, (_event: unknown, shard: number) => {
        const connection = strategy?.shards.get(shard)?.connection;
        if (!connection || paused.has(connection) || performance.now() < endOfSlice()) return;
        paused.add(connection);
        connection.pause();
        setImmediate(() => {
          paused.delete(connection);
          connection.resume();
        });
      });
    },
  };
}
