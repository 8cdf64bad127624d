import { Events, type Client } from 'discord.js';

/** The state of the gateway connection; `closed` means for good, in `standby` another process has it, and `off` is for interactions over HTTP. */
export interface GatewayState {
  readonly state: 'connected' | 'reconnecting' | 'closed' | 'standby' | 'off';
  /** Seconds in this state. */
  readonly seconds: number;
}

/**
 * Tracks a client's connection from before it is made; with several shards it is connected while all of them are. Calls `onClosed` with the close code if Discord closes it for
 * good; the client itself still reports being ready after it has lost the connection.
 */
export function followGateway(client: Client, onClosed: (code: number) => void): () => GatewayState {
  let [state, since]: [GatewayState['state'], number] = ['reconnecting', Date.now()];
  const enter = (next: GatewayState['state']): void => {
    if (state !== next) [state, since] = [next, Date.now()];
  };
  const lost = new Set<number>();
  const connected = (shard: number): void => {
    lost.delete(shard);
    if (lost.size === 0) enter('connected');
  };
  client.on(Events.ShardReconnecting, (shard) => {
    lost.add(shard);
    enter('reconnecting');
  });
  client.on(Events.ShardReady, connected);
  client.on(Events.ShardResume, connected);
  client.on(Events.ShardDisconnect, ({ code }) => {
    enter('closed');
    onClosed(code);
  });
  return () => ({ state, seconds: Math.round((Date.now() - since) / 1000) });
}

const CAUSES: Readonly<Record<number, string>> = {
  4004: 'the token is no longer valid; copy it again from the developer portal into DISCORD_TOKEN',
  4010: 'the shard that was asked for does not exist; this is an error of this program, so look for a newer version',
  4011: 'the bot is in too many servers for one connection; set SHARDS=auto',
  4012: 'Discord no longer takes this version of its gateway; look for a newer version of this program',
  4013: 'the intents that were asked for do not exist; this is an error of this program, so look for a newer version',
  4014: 'the application may not use the intents that were asked for; grant them in the developer portal (for ask channels the Message Content Intent), or set ASK_CHANNELS=off',
};

/** Explains in a sentence why Discord closed the connection for good, and what to do. */
export function closedForGood(code: number): string {
  return `Discord has closed the connection for good (${code}): ${CAUSES[code] ?? 'no reason is known'}.`;
}
