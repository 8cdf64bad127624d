import { createReader } from 'rapporteur-reader';
import { formatProblem } from '../../article/problem.ts';
import { readLibrary } from '../../app/readLibrary.ts';
import type { Command } from '../../command/command.ts';
import type { Config } from '../../runtime/config.ts';
import { firstLineOf } from '../../runtime/messageOf.ts';
import { openStore } from '../../store/store.ts';
import { databaseOf } from '../databaseOf.ts';
import { checkAccess } from '../doctor/checkAccess.ts';
import { checkUploads } from '../doctor/checkUploads.ts';
import { checkDiscord } from '../doctor/checkDiscord.ts';
import { checkReader } from '../doctor/checkReader.ts';
import { checkZoneData } from '../doctor/checkZoneData.ts';
import type { Finding } from '../doctor/finding.ts';
import type { ExitCode, Terminal } from '../terminal.ts';

interface DoctorCall {
  readonly commands: ReadonlyMap<string, Command>;
  readonly corpus: string;
  readonly config: Config;
  readonly terminal: Terminal;
  readonly json: boolean;
}

/**
 * Checks everything that the bot needs, one line each with what to do; exit code 2 if something prevents it from
 * running.
 */
export async function doctor({ terminal, json, ...call }: DoctorCall): Promise<ExitCode> {
  const checks = [
    { name: 'environment', state: 'ok', detail: 'every value that is set can be read' } as const,
    ...(await checkDiscord(call)),
    await checkStore(call.config),
    checkZoneData(process.versions['tz'] ?? '', new Date()),
    await checkCorpus(call.corpus),
    await checkAccess(call),
    await checkUploads(call),
    await checkReader(call.config.READER === 'on' ? createReader() : undefined),
  ];
  if (json) terminal.out(`${JSON.stringify({ checks })}\n`);
  else for (const { name, state, detail } of checks) terminal.out(`${state.padEnd(4)}  ${name}: ${detail}\n`);
  return checks.some(({ state }) => state === 'fail') ? 2 : 0;
}

async function checkStore(config: Config): Promise<Finding> {
  const file = databaseOf(config);
  try {
    const store = await openStore(file);
    try {
      await store.check();
      await store.ping();
    } finally {
      await store.close();
    }
    return { name: 'store', state: 'ok', detail: `${store.name}, schema ${store.version}` };
  } catch (error) {
    return { name: 'store', state: 'fail', detail: firstLineOf(error) };
  }
}

async function checkCorpus(corpus: string): Promise<Finding> {
  const reading = await readLibrary(corpus);
  if (reading.kind === 'unreadable') return { name: 'corpus', state: 'fail', detail: formatProblem(reading.problem) };
  const { length } = reading.articles;
  const [first, ...others] = reading.broken.flatMap(({ problems }) => problems).map(formatProblem);
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    const names = reading.broken.map(({ name }) => name).join(', ');
    const detail = `not loaded: ${names}: ${first}${more}; \`rapporteur check\` lists everything`;
    return { name: 'corpus', state: 'fail', detail };
  }
  if (length === 0)
    return { name: 'corpus', state: 'warn', detail: `no article in ${corpus}; \`rapporteur import FILE\` adds one` };
  return { name: 'corpus', state: 'ok', detail: `${length} ${length === 1 ? 'article' : 'articles'}` };
}
