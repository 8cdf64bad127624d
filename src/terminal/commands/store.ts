import { join } from 'node:path';
import { DATABASE_FILE, type Config } from '../../runtime/config.ts';
import { messageOf } from '../../runtime/messageOf.ts';
import { copyStore } from '../../store/copyStore.ts';
import { publicName } from '../../store/postgres/serverUrl.ts';
import type { TypedOptions } from '../parseArguments.ts';
import { fail, type ExitCode, type Terminal } from '../terminal.ts';

interface StoreCall {
  readonly options: TypedOptions;
  readonly config: Config;
  readonly terminal: Terminal;
}

/** Copies what a bot has stored into another, empty database. No bot may be running. */
export async function store(words: readonly string[], { options, config, terminal }: StoreCall): Promise<ExitCode> {
  if (words.join(' ') !== 'copy')
    return fail(terminal, 'Say what to do: rapporteur store copy --from DATABASE --to DATABASE.');
  const from = given(options['from']) ?? join(config.DATA_DIR, DATABASE_FILE);
  const to = given(options['to']) ?? config.DATABASE_URL;
  if (to === undefined) return fail(terminal, 'Say where to: --to URL, or set DATABASE_URL.');
  try {
    const tables = await copyStore({ from, to });
    if (options['json'] === true) {
      terminal.out(`${JSON.stringify({ from: publicName(from), to: publicName(to), tables })}\n`);
      return 0;
    }
    for (const { table, rows, checksum } of tables)
      terminal.out(`${String(rows).padStart(8)}  ${table.padEnd(12)}  ${checksum.slice(0, 12)}\n`);
    terminal.out(
      `${publicName(to)} now holds what ${publicName(from)} holds; each table was read back and compared.\nThe keys stay in ${config.DATA_DIR}.\n`,
    );
    return 0;
  } catch (error) {
    return fail(terminal, `${messageOf(error).replace(/\.$/u, '')}.`);
  }
}

function given(option: string | boolean | undefined): string | undefined {
  return typeof option === 'string' && option !== '' ? option : undefined;
}
