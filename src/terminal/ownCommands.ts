import { KNOWN_ENDINGS } from '../document/documentKind.ts';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { App } from '../app/app.ts';
import { TAGS_FOLDER, type Config } from '../runtime/config.ts';
import type { TypedOptions } from './parseArguments.ts';
import { loadDiscordCommands, terminalContext } from './terminalContext.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** A command that only the terminal has. */
export interface OwnCommand {
  /** The usage after its name. */
  readonly usage: string;
  readonly description: string;
  /** More lines for its help. */
  readonly help?: readonly string[];
  /** Options without a value. */
  readonly flags: readonly string[];
  /** Options with a value. */
  readonly values: readonly string[];
  /** Whether it takes positional arguments. */
  readonly words?: boolean;
  run(call: OwnCall): Promise<ExitCode>;
}

/** One use of such a command. */
interface OwnCall {
  readonly rest: readonly string[];
  readonly options: TypedOptions;
  readonly corpus: string;
  readonly config: Config;
  readonly input: Readable;
  readonly terminal: Terminal;
  /** Opens the articles for the duration of the command, or says why it cannot. */
  readonly withApp: (use: (app: App) => Promise<ExitCode>) => Promise<ExitCode>;
}

/** Archives and mailboxes hold several documents, and a draft is one. */
const DRAFT_ENDINGS = KNOWN_ENDINGS.replace(' .mbox,', '').replace(/,([^,]*) and \.zip$/u, ' and$1');

/** The commands that only the terminal has; each is loaded on use. */
export const OWN_COMMANDS: Readonly<Record<string, OwnCommand>> = {
  import: {
    usage: 'FILE… | FOLDER | URL | - [options]',
    description: `Take documents into the corpus: ${KNOWN_ENDINGS}`,
    help: [
      '  FOLDER                 all documents in it and the folders in it; hidden files and links are left out',
      '  URL                    a web page; only with IMPORT_FROM_WEB=1',
      '  -                      standard input; --name NAME says what it is, such as report.pdf',
      '',
      '  --id ID                a-z, 0-9 and hyphens (default: from the file’s name)',
      '  --quiet                print what could not be imported, and nothing else',
      '  --replace              put it in the place of the article with that id; earlier editions are kept',
      '  --title TEXT           the title, where the file does not say it',
      '  --published DATE       such as 2024-06-01, 2024-06 or 2024',
      '  --published-note TEXT  where the date is from',
      '  --author NAMES         one or more, with semicolons between',
      '  --publisher TEXT',
      '  --url URL              where it was published',
      '  --language TAG         such as en (default: told from the text)',
      '',
      'What was understood is printed as an outline, for up to ten files. Correct article.json by hand where it is wrong; `check --accept` takes that on.',
      'Exit code: 0 if all were imported, 1 if some were, 2 if none was.',
    ],
    flags: ['replace', 'quiet'],
    values: ['name', 'id', 'title', 'published', 'published-note', 'author', 'publisher', 'url', 'language'],
    words: true,
    run: async ({ rest, options, corpus, config, input, terminal }) => {
      const { importFiles } = await import('./commands/importFiles.ts');
      const { createFetchPage } = await import('./import/web/fetchPage.ts');
      const fetchPage = config.IMPORT_FROM_WEB === '1' ? createFetchPage() : undefined;
      const call = { options, corpus, input, terminal, fetchPage };
      if (config.READER === 'off') return importFiles(rest, call);
      const { createImportTagging } = await import('./import/tagImported.ts');
      const tagging = createImportTagging(join(config.DATA_DIR, TAGS_FOLDER), terminal);
      return importFiles(rest, { ...call, onImported: tagging.tag }).finally(tagging.close);
    },
  },
  'check-quotes': {
    usage: 'FILE | - | "message text" [--message TEXT] [--from NUMBER]',
    description: 'Check every quotation of a draft and list each with its line or paragraph and its verdict',
    help: [
      `  FILE           a draft (${DRAFT_ENDINGS}); words between quotation marks and block quotes are checked`,
      '  -              standard input',
      '  --message      a message as on Discord, 25 quotations at a time',
      '  --from NUMBER  the first quotation of a message to check',
      '',
      'A citation next to a quotation, such as (¶12.2), says where it is supposed to be. Code is left out, and so are quotations within one that is in the sources.',
      'Exit code: 0 if none fails; 1 if one is altered, not found, in another place than its citation says, leaves out a negation, or is too long to check; 2 if the file cannot be read. What is too short to judge does not fail.',
      '',
    ],
    flags: [],
    values: ['message', 'from'],
    words: true,
    run: ({ rest, options, input, terminal, withApp }) =>
      withApp(async (app) => {
        const { checkFile } = await import('./commands/checkFile.ts');
        return checkFile(await terminalContext(app, options), { rest, options, input, terminal });
      }),
  },
  check: {
    usage: '[--accept]',
    description: 'Check the corpus and the reader’s model; --accept takes on what was corrected by hand',
    flags: ['accept'],
    values: [],
    run: async ({ options, corpus, config, terminal }) => {
      const { accept, check } = await import('./commands/check.ts');
      const json = options['json'] === true;
      const isOn = config.READER === 'on';
      const call = { terminal, json, model: isOn, tags: isOn ? join(config.DATA_DIR, TAGS_FOLDER) : undefined };
      return options['accept'] === true ? accept(corpus, call) : check(corpus, call);
    },
  },
  access: {
    usage: 'show [ARTICLE…] | grant ARTICLE… TO… | revoke ARTICLE… [TO…]',
    description: 'Show or change who may see which article (access.json in the corpus)',
    help: [
      '  ARTICLE            an id, or a pattern such as "harbour-*"',
      '  --everyone         everybody, everywhere; the reader lists such articles',
      '  --direct-messages  direct messages',
      '  --server ID        everybody in a server',
      '  --channel ID       everybody in a channel and its threads',
      '  --role ID          members with a role; their answers are shown to them alone',
      '',
      'Without access.json everybody sees everything; with it, what is not granted is denied. `revoke` without TO takes the whole entry out.',
    ],
    flags: ['everyone', 'direct-messages'],
    values: ['server', 'role'],
    words: true,
    run: async ({ rest, options, corpus, terminal }) => {
      const { access } = await import('./commands/access.ts');
      return access(rest, { options, corpus, terminal });
    },
  },
  batch: {
    usage: '< requests.jsonl',
    description: 'Answer one JSON object a line, {"id", "command", "options"}, with one a line, {"id", "answer"}',
    flags: [],
    values: [],
    run: ({ options, input, terminal, withApp }) =>
      withApp(async (app) => {
        const { batch } = await import('./batch.ts');
        return batch(input, () => terminalContext(app, options), terminal);
      }),
  },
  reader: {
    usage: '--out DIR',
    description: 'Write the articles as web pages in which every passage can be linked to',
    flags: [],
    values: ['out'],
    run: ({ options, terminal, withApp }) =>
      withApp(async (app) => {
        const { reader } = await import('./commands/reader.ts');
        return reader(app, { options, terminal });
      }),
  },
  events: {
    usage: '[ARTICLE] [--review]',
    description: 'Show the events of an article; --review writes them to its events.json, where an editor decides',
    flags: ['review'],
    values: [],
    words: true,
    run: ({ rest, options, corpus, terminal, withApp }) =>
      withApp(async (app) => {
        const { events } = await import('./commands/events.ts');
        return events(app, { rest, options, corpus, terminal });
      }),
  },
  register: {
    usage: '[--guild ID] [--dry-run]',
    description: 'Register the commands with Discord where they changed (needs DISCORD_TOKEN)',
    flags: ['dry-run'],
    values: [],
    run: async ({ options, config, terminal }) => {
      const { register } = await import('./commands/register.ts');
      return register(await loadDiscordCommands(), { options, config, terminal });
    },
  },
  doctor: {
    usage: '',
    description:
      'Check environment, token, commands, store, clock, zone data, corpus, access and reader, and say what to do',
    flags: [],
    values: [],
    run: async ({ options, corpus, config, terminal }) => {
      const { doctor } = await import('./commands/doctor.ts');
      const commands = await loadDiscordCommands();
      return doctor({ commands, corpus, config, terminal, json: options['json'] === true });
    },
  },
  backup: {
    usage: 'FILE',
    description: 'Write what the bot has stored into one new file, also while it runs',
    help: [
      '',
      'FILE holds the database and the keys in DATA_DIR. The articles are not in it: copy their folder as well.',
      'Others who read FILE can sign links to the reader, so keep it private.',
    ],
    flags: [],
    values: [],
    words: true,
    run: async ({ rest, options, config, terminal }) => {
      const { backup } = await import('./commands/backup.ts');
      return backup(rest, { config, terminal, json: options['json'] === true });
    },
  },
  store: {
    usage: 'copy [--from DATABASE] [--to DATABASE]',
    description: 'Copy what the bot has stored into another, empty database; stop the bot first',
    help: [
      '  --from DATABASE   a SQLite file or the URL of a PostgreSQL database (default: the file in DATA_DIR)',
      '  --to DATABASE     the same (default: DATABASE_URL)',
      '',
      'Everything is read back and compared, and nothing is kept unless all of it is the same. The source stays as it is.',
    ],
    flags: [],
    values: ['from', 'to'],
    words: true,
    run: async ({ rest, options, config, terminal }) => {
      const { store } = await import('./commands/store.ts');
      return store(rest, { options, config, terminal });
    },
  },
  restore: {
    usage: 'FILE',
    description: 'Put a backup in the place of what the bot has stored; stop the bot first',
    help: ['', 'What is replaced stays in DATA_DIR, under names that end in .before- and the time.'],
    flags: [],
    values: [],
    words: true,
    run: async ({ rest, options, config, terminal }) => {
      const { restore } = await import('./commands/backup.ts');
      return restore(rest, { config, terminal, json: options['json'] === true });
    },
  },
};
