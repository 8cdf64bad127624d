import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { BotRequest } from './botProcess.ts';
import type { BotReport } from './botReport.ts';
import type { Acknowledgement } from './burst/acknowledgement.ts';
import type { Recorded } from './burst/recordTimes.ts';
import type { RoomReport } from './roomProcess.ts';

/** A bot in a process of its own, in a room of its own. */
export interface BotProcess {
  /** The delays until it was ready. */
  readonly starting: BotReport;
  /** Uses a slash command, and waits for the answer as the room shows it. */
  call(command: string, options?: Readonly<Record<string, string>>, way?: Way): Promise<void>;
  /** Posts a message, and uses a menu command on it. */
  menu(command: string, content: string): Promise<void>;
  report(): Promise<BotReport>;
  /** Stops the bot's process for a while; what is sent to it meanwhile arrives at once. */
  freeze(ms: number): Promise<void>;
  /** Returns the times of all acknowledgements since the last call. */
  acknowledgements(): Promise<readonly Acknowledgement[]>;
  /** Reads the corpus again; settles when it is taken up. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** How a slash command is used: with a subcommand, by which member, or only typed so far (`focused` is the option). */
export interface Way {
  readonly subcommand?: string;
  readonly member?: number;
  readonly focused?: string;
}

interface RoomState {
  readonly application_id: string;
  readonly guild_id: string;
  readonly channels: readonly { readonly id: string }[];
  readonly members: readonly { readonly token: string }[];
  readonly commands: readonly { readonly id: string; readonly name: string; readonly version?: string }[];
}

export interface BotProcessOptions {
  /** Default: the project's own. */
  readonly corpus?: string;
  /** Folder of index snapshots. Default: none. */
  readonly snapshots?: string;
}

/** Starts a bot, and in a third process the room that it is in, so that who asks takes time from neither. */
export async function startBotProcess(
  bot: 'pong' | 'rapporteur',
  { corpus = 'corpus', snapshots = '' }: BotProcessOptions = {},
): Promise<BotProcess> {
  const roomProcess = start('roomProcess.ts');
  const room = await nextMessage<RoomReport>(roomProcess);
  const child = start('botProcess.ts', {
    BOT: bot,
    API: `${room.address}/api`,
    TOKEN: room.token,
    CORPUS: corpus,
    SNAPSHOTS: snapshots,
  });
  const request = <Answer>(wanted: BotRequest): Promise<Answer> => {
    const answer = nextMessage<Answer>(child);
    child.send(wanted);
    return answer;
  };
  await nextMessage(child);
  const starting = await request<BotReport>('report');
  const state = (await (await fetch(`${room.address}/room`)).json()) as RoomState;
  let nonce = 0;
  const interaction = () => ({
    application_id: state.application_id,
    guild_id: state.guild_id,
    channel_id: state.channels[0]!.id,
    session_id: 'bench',
    nonce: String((nonce += 1)),
  });
  const send = async (path: string, member: number, body: object): Promise<{ readonly id: string }> => {
    const response = await fetch(`${room.address}/api/v10${path}`, {
      method: 'POST',
      headers: { authorization: state.members[member]!.token, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`The room answered ${response.status}: ${text.slice(0, 300)}`);
    return JSON.parse(text) as { readonly id: string };
  };
  return {
    starting,
    async call(name, given = {}, { subcommand, member = 0, focused } = {}) {
      const command = state.commands.find((candidate) => candidate.name === name)!;
      const own = Object.entries(given).map(([key, value]) => ({
        type: 3,
        name: key,
        value,
        ...(key === focused ? { focused: true } : {}),
      }));
      const options = subcommand === undefined ? own : [{ type: 1, name: subcommand, options: own }];
      await send('/interactions?wait=true', member, {
        ...interaction(),
        type: focused === undefined ? 2 : 4,
        data: { id: command.id, name, type: 1, version: command.version, options },
      });
    },
    async menu(name, content) {
      const command = state.commands.find((candidate) => candidate.name === name)!;
      const posted = await send(`/channels/${state.channels[0]!.id}/messages`, 0, { content });
      await send('/interactions?wait=true', 0, {
        ...interaction(),
        type: 2,
        data: { id: command.id, name, type: 3, version: command.version, target_id: posted.id },
      });
    },
    report: () => request('report'),
    async freeze(ms) {
      child.kill('SIGSTOP');
      await setTimeout(ms);
      child.kill('SIGCONT');
    },
    async acknowledgements() {
      const inRoom = nextMessage<Recorded>(roomProcess);
      roomProcess.send('acknowledgements' satisfies BotRequest);
      const [bots, rooms] = await Promise.all([request<Recorded>('acknowledgements'), inRoom]);
      return [...new Set([...Object.keys(bots), ...Object.keys(rooms)])].map((id) => ({ ...bots[id], ...rooms[id] }));
    },
    reload: () => request('reload'),
    async close() {
      for (const one of [child, roomProcess]) {
        const ended = once(one, 'exit');
        one.disconnect();
        await ended;
      }
    },
  };
}

function start(file: string, environment: Readonly<Record<string, string>> = {}): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, ...environment },
  });
}

async function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const [message] = (await Promise.race([once(child, 'message', { signal }), once(child, 'exit', { signal })])) as [
    Message | number,
  ];
  waiting.abort();
  if (typeof message === 'number') throw new Error(`Cannot measure: a process ended with ${message}`);
  return message;
}
