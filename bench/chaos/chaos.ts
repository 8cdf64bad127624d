import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SnowflakeUtil } from 'discord.js';
import type { ArticleId } from '../../src/article/article.ts';
import { startRoom, type Room } from 'discord-room';
import { queueLength } from '../../src/schedule/runs/history.ts';
import { addRun } from '../../src/schedule/runs/addRun.ts';
import { nextOccurrences } from '../../src/schedule/times/nextOccurrences.ts';
import { parseRun, runId } from '../../src/schedule/runs/run.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { createSchedule, listSchedules } from '../../src/schedule/schedules.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { findPostgres, startPostgres } from '../../test/fixtures/startPostgres.ts';
import { askSteadily, type Asked } from './askSteadily.ts';
import { killImports } from './killImports.ts';
import { compareLedger, type PostedDigest } from './compareLedger.ts';
import { CHAOS_FAULTS, CHAOS_NONCE_MEMORY_MS, type ChaosSetting } from './setting.ts';

const PROCESSES = 3;
const SCHEDULES = 24;
const RUNS_PER_SECOND = 3;
const DRAIN_MS = 180_000;
const TURN_MS = 15_000;
/** How long after the death of the process that has the gateway another one answers. */
const TAKEOVER_MAX_SECONDS = 15;
const MINUTE_MS = 60_000;

/** What was counted on the way. */
interface Tally {
  kills: number;
  /** Kills that met a run between "about to send" and "recorded", and when each such run's process died, by its id. */
  killsWhileSending: number;
  readonly interrupted: Map<string, number>;
  /** The processes that have the gateway: at most one, but for the moment of a takeover. */
  readonly holders: Set<string>;
  /** When a process was killed that had the gateway. */
  readonly holdersKilled: number[];
}

/**
 * Lets three processes deliver from one database into the room while a random one is killed with -9 every one to five
 * seconds and the room fails in every way it can; then ends the faults, lets the queue drain, and compares ledger and
 * channels. Prints the figures; exits with 1 for any difference.
 */
async function chaos(seconds: number, kind: 'sqlite' | 'postgres'): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'chaos-'));
  const record = join(folder, 'record.jsonl');
  const room = await startRoom(kind === 'postgres' ? { recordFile: record, rateLimits: false } : {});
  const server = kind === 'postgres' ? await startPostgres(findPostgres() ?? '') : undefined;
  const database = server?.url ?? join(folder, 'rapporteur.db');
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  const store = await openStore(database);
  const setting = { ...arrange(room, database), ...(server && { corpus }) };
  const processes = new Map<string, ChildProcess>();
  let stopping = false;
  const tally: Tally = {
    kills: 0,
    killsWhileSending: 0,
    interrupted: new Map(),
    holders: new Set(),
    holdersKilled: [],
  };
  const start = (owner: string): void => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('worker.ts', import.meta.url))], {
      env: { ...process.env, CHAOS: JSON.stringify({ ...setting, owner }) },
      stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
    });
    processes.set(owner, child);
    child.on('message', (holds) => void (holds === true ? tally.holders.add(owner) : tally.holders.delete(owner)));
    child.once('exit', () => !stopping && start(owner));
  };
  try {
    const begin = Date.now();
    const schedules = await addSchedules(store, setting, begin);
    room.world.nonceMemoryMs = CHAOS_NONCE_MEMORY_MS;
    // A request that is repeated after a fault would look like a second answer.
    room.setFaults(server ? CHAOS_FAULTS.map((fault) => ({ ...fault, path: '^/channels/' })) : CHAOS_FAULTS);
    for (let at = 1; at <= PROCESSES; at += 1) start(`process-${at}`);
    // The interactions begin once there is somebody to answer them.
    if (server) while (room.world.commands.size === 0) await setTimeout(100);
    const deadline = Date.now() + seconds * 1000;
    const [due, asked] = await Promise.all([
      addRuns(store, schedules, deadline),
      server && askSteadily(room, deadline),
      server ? killInTurn(store, { processes, tally, deadline }) : killAtRandom(store, { processes, tally, deadline }),
    ]);
    room.setFaults([]);
    const end = Date.now();
    const drained = await drain(store, due, { schedules, begin, end });
    stopping = true;
    for (const child of processes.values()) child.kill('SIGKILL');
    const twice = asked ? answeredTwice(record) : [];
    const slowest = asked ? printAsked(asked, { twice, holdersKilled: tally.holdersKilled }) : 0;
    const held = await report(store, { room, setting, due, tally, seconds, drainedMs: drained - end });
    return (
      held && twice.length === 0 && asked?.answered !== 0 && (asked?.lost ?? 0) === 0 && slowest <= TAKEOVER_MAX_SECONDS
    );
  } finally {
    stopping = true;
    for (const child of processes.values()) child.kill('SIGKILL');
    await store.close();
    await room.close();
    await server?.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Uses every channel of the room's server: text, announcement, thread and forum; the last text channel is the admin's. */
function arrange(room: Room, database: string): Omit<ChaosSetting, 'owner'> {
  const { world } = room;
  const all = [...world.channels.values()].filter(
    ({ guildId, type }) => guildId === world.homeGuildId && [0, 5, 11, 15].includes(type),
  );
  const admin = all.findLast(({ type }) => type === 0)!;
  const channels = Object.fromEntries(all.filter((channel) => channel !== admin).map(({ id, type }) => [id, type]));
  return {
    database,
    api: `${room.address}/api`,
    token: room.token,
    bot: world.applicationId,
    guild: world.homeGuildId,
    channels,
    adminChannel: admin.id,
    user: [...world.tokens.values()][0]!,
  };
}

async function addSchedules(
  store: Store,
  { guild, channels, user }: Omit<ChaosSetting, 'owner'>,
  now: number,
): Promise<readonly Schedule[]> {
  const ids = Object.keys(channels);
  for (let at = 0; at < SCHEDULES; at += 1) {
    const draft = {
      guild,
      channel: ids[at % ids.length]!,
      name: `Plan ${at}`,
      content: { kind: 'sections', article: 'a' as ArticleId, length: 'brief', after: 'wrap' },
      rule: { kind: 'interval', minutes: 1, from: '00:00', to: '23:59', weekdays: [1, 2, 3, 4, 5, 6, 7] },
      zone: 'Europe/Berlin',
      late: { kind: 'late', hours: 6 },
      creator: user,
    } as const;
    await createSchedule(store, draft, { now });
  }
  return listSchedules(store, guild);
}

/** Requests runs out of turn, in addition to those of each minute. Returns their ids. */
async function addRuns(store: Store, schedules: readonly Schedule[], deadline: number): Promise<string[]> {
  const ids = new Set<string>();
  for (let at = 0; Date.now() < deadline; at += 1) {
    ids.add(await addRun(store, schedules[at % schedules.length]!, Date.now()));
    await setTimeout(1000 / RUNS_PER_SECOND);
  }
  return [...ids];
}

/** What is killed, where that is counted, and until when (epoch ms). */
interface Killing {
  readonly processes: ReadonlyMap<string, ChildProcess>;
  readonly tally: Tally;
  readonly deadline: number;
}

async function killAtRandom(store: Store, { processes, tally, deadline }: Killing): Promise<void> {
  for (;;) {
    await setTimeout(1000 + Math.random() * 4000);
    if (Date.now() > deadline) return;
    await killOne(store, `process-${1 + Math.floor(Math.random() * PROCESSES)}`, { processes, tally });
  }
}

/** Kills each process in turn, with time between for another to take over the gateway. */
async function killInTurn(store: Store, { processes, tally, deadline }: Killing): Promise<void> {
  for (let at = 0; ; at += 1) {
    await setTimeout(TURN_MS);
    if (Date.now() > deadline) return;
    await killOne(store, `process-${1 + (at % PROCESSES)}`, { processes, tally });
  }
}

async function killOne(
  store: Store,
  owner: string,
  { processes, tally }: { readonly processes: ReadonlyMap<string, ChildProcess>; readonly tally: Tally },
): Promise<void> {
  const child = processes.get(owner)!;
  const exited = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGKILL');
  await exited;
  tally.kills += 1;
  if (tally.holders.delete(owner)) tally.holdersKilled.push(Date.now());
  const rows = await store.db
    .selectFrom('occurrence')
    .select('id')
    .where('state', '=', 'claimed')
    .where('owner', '=', owner)
    .where('sent_at', 'is not', null)
    .execute();
  if (rows.length > 0) tally.killsWhileSending += 1;
  for (const { id } of rows) tally.interrupted.set(id, Date.now());
}

/** Lists the interactions that were answered more than once. */
function answeredTwice(record: string): readonly string[] {
  const callbacks = readFileSync(record, 'utf8').matchAll(/"path":"[^"]*\/interactions\/(\d+)\/[^"]*\/callback"/gu);
  const byInteraction = Map.groupBy(callbacks, ([, id = '']) => id);
  return [...byInteraction].flatMap(([id, all]) => (all.length > 1 ? [id] : []));
}

/** Prints what became of the interactions. Returns the longest takeover in seconds, by when the first interaction was sent that was answered again. */
function printAsked(
  { sent, answered, failed, lost, silence, answeredAt }: Asked,
  { twice, holdersKilled }: { readonly twice: readonly string[]; readonly holdersKilled: readonly number[] },
): number {
  const takeovers = holdersKilled.map((killed) => {
    const next = answeredAt.find((at) => at > killed);
    return next === undefined ? Number.POSITIVE_INFINITY : (next - killed) / 1000;
  });
  const listed = takeovers.map((seconds) => seconds.toFixed(1)).join(', ');
  console.log(
    [
      `interactions: ${sent} sent, ${answered} answered, ${failed} shown as failed, ${lost} neither, ${twice.length} answered twice; longest time without an answer ${silence.toFixed(1)} s`,
      `deaths of the process with the gateway: ${takeovers.length}; answered again after ${listed || 'none'} s (at most ${TAKEOVER_MAX_SECONDS})`,
    ].join('\n'),
  );
  return Math.max(0, ...takeovers);
}

/** Waits until nothing is left to do, with what fell due by the end of the faults added to `due`. */
async function drain(
  store: Store,
  due: string[],
  { schedules, begin, end }: { readonly schedules: readonly Schedule[]; readonly begin: number; readonly end: number },
): Promise<number> {
  const count = Math.ceil((end - begin) / MINUTE_MS) + 1;
  for (const { id, rule, zone } of schedules) {
    const occurrences = nextOccurrences(rule, zone, { after: begin, count });
    for (const occurrence of occurrences) if (occurrence.instant <= end) due.push(runId(id, occurrence));
  }
  // No further minute falls due, so that the queue can become empty.
  await store.db.updateTable('schedule').set({ paused_until: null, next_due: null }).execute();
  while (Date.now() < end + DRAIN_MS) {
    const telling = await store.db.selectFrom('occurrence').select('id').where('tell_after', 'is not', null).execute();
    if ((await queueLength(store)) === 0 && telling.length === 0) break;
    await setTimeout(250);
  }
  return Date.now();
}

async function report(
  store: Store,
  given: {
    readonly room: Room;
    readonly setting: Omit<ChaosSetting, 'owner'>;
    readonly due: readonly string[];
    readonly tally: Tally;
    readonly seconds: number;
    readonly drainedMs: number;
  },
): Promise<boolean> {
  const { room, setting, due, tally } = given;
  const rows = await store.db.selectFrom('occurrence').selectAll().orderBy('due').orderBy('id').execute();
  const runs = rows.map(parseRun);
  const posted = postedIn(room);
  const notices = room.world.messages.get(setting.adminChannel)!.map(({ content }) => content.split(' '));
  const told = new Set(notices.flatMap(([word, id]) => (word === 'told' ? id! : [])));
  const schedules = await listSchedules(store, setting.guild);
  const { problems, states } = compareLedger({ schedules, runs, due, posted, told });
  const accepted = posted.filter(({ run, at }) => at <= (tally.interrupted.get(run) ?? 0)).length;
  const attempts = runs.reduce((sum, { attempt }) => sum + attempt, 0);
  const hits = (await (await fetch(`${room.address}/room/faults`)).json()) as { readonly nonce_memory_ms: number };
  console.log(
    [
      `chaos: ${given.seconds} s of faults, drained in ${(given.drainedMs / 1000).toFixed(0)} s, nonces forgotten after ${hits.nonce_memory_ms} ms`,
      `runs due: ${due.length}, in the ledger: ${runs.length}, attempts: ${attempts}`,
      `states: ${Object.entries(states)
        .map(([state, count]) => `${state} ${count}`)
        .join(', ')}`,
      `messages in the channels: ${posted.length}, told: ${told.size}`,
      `kills: ${tally.kills}, of which ${tally.killsWhileSending} fell between "about to send" and "recorded" (${tally.interrupted.size} runs, ${accepted} of which the room had accepted by then)`,
      `differences: ${problems.length}`,
      ...problems.slice(0, 20),
    ].join('\n'),
  );
  return problems.length === 0 && due.length > 0;
}

function postedIn({ world }: Room): readonly PostedDigest[] {
  return [...world.messages.values()].flat().flatMap(({ id, content, components }) => {
    const run = /"custom_id":"digest:([^"]+)"/u.exec(JSON.stringify(components))?.[1];
    const section = /^section (\d+)$/u.exec(content)?.[1];
    return run === undefined || section === undefined
      ? []
      : [{ run, section: Number(section), at: SnowflakeUtil.timestampFrom(id) }];
  });
}

async function chaosOfImports(kills: number): Promise<boolean> {
  const { leftovers, problems } = await killImports(kills);
  const left = Object.entries(leftovers).map(([kind, count]) => `${kind} ${count}`);
  console.log(
    [
      `import --replace: killed ${kills} times; left behind: ${left.join(', ') || 'nothing'}`,
      `articles or curated events lost: ${problems.length}`,
      ...problems.slice(0, 20),
    ].join('\n'),
  );
  return problems.length === 0;
}

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    imports: { type: 'string', default: '200' },
    store: { type: 'string', default: 'sqlite' },
  },
});
const held =
  values.store === 'postgres'
    ? [await chaos(Number(values.seconds), 'postgres')]
    : [await chaosOfImports(Number(values.imports)), await chaos(Number(values.seconds), 'sqlite')];
process.exitCode = held.every(Boolean) ? 0 : 1;
