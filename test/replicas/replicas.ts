import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startRoom, type Room } from 'discord-room';
import { interact, roomInfo, slash, type Answered } from 'discord-room/member';
import { newDatabase } from '../fixtures/testStore.ts';
import { start } from '../startProcess.ts';
import { CORPUS, temporaryFolder } from '../terminal/line.ts';

/** Several replicas of the bot on one database and one folder of articles, and the room that they answer in. */
export interface Replicas {
  readonly room: Room;
  readonly corpus: string;
  readonly database: string;
  /** The file to which the room writes every request of a bot. */
  readonly record: string;
  /** Starts one more. */
  add(environment?: Readonly<Record<string, string>>): ReturnType<typeof start>;
  /** Uses a command that needs no article; rejects if nothing answers within Discord's three seconds. */
  use(): Promise<Answered>;
}

/** Opens a room for replicas, and a database. */
export async function startReplicas({ recommendedShards = 1 } = {}): Promise<Replicas> {
  const record = join(await temporaryFolder(), 'record.jsonl');
  const [room, corpus] = [
    await startRoom({ rateLimits: false, recordFile: record, recommendedShards }),
    await temporaryFolder(),
  ];
  const database = await newDatabase();
  onTestFinished(() => room.close());
  await cp(CORPUS, corpus, { recursive: true });
  const info = await roomInfo(room);
  const member = info.members[0]!;
  return {
    room,
    corpus,
    record,
    database,
    add: (environment = {}) =>
      start({
        CORPUS_DIR: corpus,
        DISCORD_TOKEN: room.token,
        DISCORD_API: `${room.address}/api`,
        DATABASE_URL: database,
        READER: 'off',
        ...environment,
      }),
    use: async () => interact(room, member, await slash(room, 'sources', [])),
  };
}
