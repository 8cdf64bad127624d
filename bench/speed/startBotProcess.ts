import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startRoom } from '../../src/room/room.ts';

/** Delays of a bot's event loop, and the processor time it took, since its last report; in milliseconds. */
export interface BotReport {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly cpuMs: number;
}

/** A bot in a process of its own, in a room of its own. */
export interface BotProcess {
  /** The delays until it was ready. */
  readonly starting: BotReport;
  /** Uses a command, and waits for the answer as the room shows it. */
  call(command: string, options?: Readonly<Record<string, string>>): Promise<void>;
  report(): Promise<BotReport>;
  close(): Promise<void>;
}

interface RoomState {
  readonly application_id: string;
  readonly guild_id: string;
  readonly channels: readonly { readonly id: string }[];
  readonly members: readonly { readonly token: string }[];
  readonly commands: readonly { readonly id: string; readonly name: string; readonly version?: string }[];
}

/** Starts a bot and the room that it is in, which knows no rate limit. */
export async function startBotProcess(bot: 'pong' | 'rapporteur', corpus = 'corpus'): Promise<BotProcess> {
  const room = await startRoom({ port: 0, rateLimits: false });
  const child = fork(fileURLToPath(new URL('botProcess.ts', import.meta.url)), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, BOT: bot, API: `${room.address}/api`, TOKEN: room.token, CORPUS: corpus },
  });
  const nextReport = async (): Promise<BotReport> => {
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [BotReport | number];
    if (typeof message !== 'object') throw new Error(`Cannot measure: the bot ended with ${message}`);
    return message;
  };
  const starting = await nextReport();
  const state = (await (await fetch(`${room.address}/room`)).json()) as RoomState;
  let nonce = 0;
  return {
    starting,
    async call(name, given = {}) {
      const command = state.commands.find((candidate) => candidate.name === name)!;
      const options = Object.entries(given).map(([key, value]) => ({ type: 3, name: key, value }));
      const response = await fetch(`${room.address}/api/v10/interactions?wait=true`, {
        method: 'POST',
        headers: { authorization: state.members[0]!.token, 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 2,
          application_id: state.application_id,
          guild_id: state.guild_id,
          channel_id: state.channels[0]!.id,
          session_id: 'bench',
          nonce: String((nonce += 1)),
          data: { id: command.id, name, type: 1, version: command.version, options },
        }),
      });
      const text = await response.text();
      if (response.status !== 200) throw new Error(`The room answered ${response.status}: ${text}`);
    },
    report() {
      child.send('report');
      return nextReport();
    },
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
      await room.close();
    },
  };
}
