import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { openApp, type App } from '../app/app.ts';
import { DATABASE_FILE, readConfig, type Config } from '../config.ts';
import type { Command } from '../command/command.ts';
import type { CommandContext } from '../command/context.ts';
import { findCommand } from '../command/runCommand.ts';
import { nearest } from '../language/nearest.ts';
import { batch } from './batch.ts';
import { accept, check } from './check.ts';
import { dates } from './dates.ts';
import { events } from './events.ts';
import { overview, type TerminalCommand } from './help.ts';
import { importFiles, IMPORT_FLAGS } from './importFiles.ts';
import { parseArguments } from './parseArguments.ts';
import { reader } from './reader.ts';
import { register } from './register.ts';
import { answerOnce, fail, type ExitCode, type Terminal } from './terminal.ts';

/** What the command line is to the program. */
export interface CommandLine {
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: Readable;
  readonly terminal: Terminal;
}

type Options = Readonly<Record<string, string | boolean>>;

interface OwnCommand extends TerminalCommand {
  readonly flags: readonly string[];
  run(
    call: {
      readonly rest: readonly string[];
      readonly options: Options;
      readonly corpus: string;
      readonly config: Config;
    } & CommandLine,
  ): Promise<ExitCode>;
}

/** What the terminal has beside the commands of Discord. */
const OWN: Readonly<Record<string, OwnCommand>> = {
  import: {
    usage:
      'rapporteur import FILE… [--id ID] [--replace] [--title TEXT] [--published DATE] [--published-note TEXT] [--author NAMES] [--publisher TEXT] [--url URL] [--language TAG] [--corpus DIR]',
    description: 'Take text (.txt) and Markdown (.md) files into the corpus',
    flags: IMPORT_FLAGS,
    run: ({ rest, options, corpus, terminal }) => importFiles(rest, { options, corpus, terminal }),
  },
  check: {
    usage: 'rapporteur check [--accept] [--corpus DIR]',
    description: 'Check the corpus; --accept takes on what was corrected by hand',
    flags: ['accept'],
    run: ({ options, corpus, terminal }) =>
      options['accept'] === undefined ? check(corpus, terminal) : accept(corpus, terminal),
  },
  batch: {
    usage: 'rapporteur batch [--corpus DIR] < requests.jsonl',
    description: 'Answer one JSON object a line, {"id", "command", "options"}, with one a line, {"id", "answer"}',
    flags: [],
    run: (call) =>
      withApp(call, (app) => contextOf(app, call.options).then((context) => batch(call.input, context, call.terminal))),
  },
  reader: {
    usage: 'rapporteur reader --out DIR [--corpus DIR]',
    description: 'Write the articles as web pages in which every passage can be linked to',
    flags: [],
    run: (call) => withApp(call, (app) => reader(app.library(), call)),
  },
  events: {
    usage: 'rapporteur events [ARTICLE] [--review] [--corpus DIR]',
    description: 'Show the events of an article; --review writes them to its events.json, where an editor decides',
    flags: ['review'],
    run: (call) => withApp(call, (app) => events(app.library(), call)),
  },
  register: {
    usage: 'rapporteur register [--guild ID] [--dry-run]',
    description: 'Register the commands with Discord where they changed (needs DISCORD_TOKEN)',
    flags: ['dry-run'],
    run: (call) => withApp(call, (app) => register(app.commands, call)),
  },
};

/** Runs one command line, and gives the exit code. */
export async function runTerminal(line: CommandLine): Promise<ExitCode> {
  const { words, environment, terminal } = line;
  const [name, ...others] = words;
  const reading = readConfig(environment);
  if (reading.kind === 'invalid') return fail(terminal, reading.problems.join('\n'));
  const { config } = reading;
  const own = name === undefined || !Object.hasOwn(OWN, name) ? undefined : OWN[name];
  const parsed = parseArguments(others, new Set(['json', 'help', ...(own?.flags ?? BOOLEAN_OPTIONS)]));
  if (parsed.kind === 'invalid') return fail(terminal, parsed.message);
  const { options } = parsed;
  const corpus = typeof options['corpus'] === 'string' ? options['corpus'] : config.CORPUS_DIR;
  const call = { ...line, rest: parsed.rest, options, corpus, config };
  if (own) {
    if (options['help'] === undefined) return own.run(call);
    terminal.out(`${own.description}.\n\n${own.usage}\n`);
    return 0;
  }
  return withApp(call, async (app) => {
    const context = await contextOf(app, options);
    if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && others.length === 0)) {
      terminal.out(overview(context.commands.values(), OWN));
      return 0;
    }
    if (findCommand(name, context.commands)) return answerOnce({ command: name, words: others }, context, terminal);
    const names = [...context.commands.keys(), ...Object.keys(OWN)];
    return fail(
      terminal,
      `There is no command "${name.slice(0, 40)}"; the nearest is "${nearest(name, names, 1)[0]}". \`--help\` lists them all.`,
    );
  });
}

/** Options of Discord's commands that take no value in a terminal. */
const BOOLEAN_OPTIONS = ['hide', 'reload'] as const;

async function withApp(
  { corpus, config, terminal }: { readonly corpus: string; readonly config: Config; readonly terminal: Terminal },
  use: (app: App) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { DATA_DIR, DIGESTS_PER_SERVER: perServer, DIGEST_MIN_MINUTES: minMinutes } = config;
  const opened = await openApp({ corpus, database: join(DATA_DIR, DATABASE_FILE), limits: { perServer, minMinutes } });
  if (opened.kind === 'refused') return fail(terminal, `Cannot load the articles: ${opened.reason}.`);
  try {
    return await use(opened.app);
  } finally {
    await opened.app.close();
  }
}

/** Gives the context of the person at the terminal, who has the commands of editors too. */
async function contextOf({ contextFor }: App, { guild, channel }: Options): Promise<CommandContext> {
  const context = await contextFor({
    ...(typeof guild === 'string' ? { guild } : {}),
    ...(typeof channel === 'string' ? { channel } : {}),
    manages: true,
  });
  return { ...context, commands: new Map<string, Command>([...context.commands, [dates.definition.name, dates]]) };
}
