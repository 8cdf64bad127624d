import { join } from 'node:path';
import { DATABASE_FILE, type Config } from '../../runtime/config.ts';
import { writeBackup, type Backup } from '../../store/backup.ts';
import { restoreBackup } from '../../store/restoreBackup.ts';
import { fail, type ExitCode, type Terminal } from '../terminal.ts';
import { messageOf } from '../../runtime/messageOf.ts';

interface BackupCall {
  readonly config: Config;
  readonly terminal: Terminal;
  readonly json: boolean;
}

/** Writes a backup of the data folder into a new file; the bot may be running. */
export function backup(words: readonly string[], { config, terminal, json }: BackupCall): ExitCode {
  const [file, ...others] = words;
  if (file === undefined || others.length > 0) return fail(terminal, 'Name one file to write: rapporteur backup FILE.');
  if (config.DATABASE_URL !== undefined)
    return fail(
      terminal,
      `DATABASE_URL is set, and PostgreSQL has its own tools: pg_dump --format=custom --file=FILE "$DATABASE_URL" writes the database; keep the keys in ${config.DATA_DIR} as well.`,
    );
  try {
    const written = writeBackup(join(config.DATA_DIR, DATABASE_FILE), file);
    if (json) terminal.out(`${JSON.stringify({ file, ...written })}\n`);
    else
      terminal.out(
        `${file} holds ${contents(written)}. Keep it private.\nThe articles are not in it: copy the folder ${config.CORPUS_DIR} as well.\n`,
      );
    return 0;
  } catch (error) {
    return fail(terminal, `${messageOf(error)}.`);
  }
}

/** Restores a backup over the database, and keeps what was there. The bot must not be running. */
export function restore(words: readonly string[], { config, terminal, json }: BackupCall): ExitCode {
  const [file, ...others] = words;
  if (file === undefined || others.length > 0) return fail(terminal, 'Name one backup: rapporteur restore FILE.');
  if (config.DATABASE_URL !== undefined)
    return fail(
      terminal,
      'DATABASE_URL is set, and PostgreSQL has its own tools: pg_restore --clean --dbname="$DATABASE_URL" FILE takes back what pg_dump has written; `rapporteur store copy` moves a SQLite file over.',
    );
  const time = new Date().toISOString().replaceAll(/[-:]|\.\d+/gu, '');
  try {
    const restored = restoreBackup(file, { database: join(config.DATA_DIR, DATABASE_FILE), time });
    if (json) terminal.out(`${JSON.stringify({ file, ...restored })}\n`);
    else {
      const kept = restored.aside.map((path) => `  ${path}\n`).join('');
      terminal.out(`${config.DATA_DIR} holds ${contents(restored)} of ${file} again.\n`);
      if (kept !== '') terminal.out(`What was there before is now:\n${kept}`);
    }
    return 0;
  } catch (error) {
    return fail(terminal, `${messageOf(error)}.`);
  }
}

function contents({ version, files }: Backup): string {
  return ['the database', `(schema ${version})`, ...(files.length > 0 ? [`and ${files.join(', ')}`] : [])].join(' ');
}
