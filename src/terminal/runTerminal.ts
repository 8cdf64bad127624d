import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createReader } from 'rapporteur-reader';
import { openApp, type App } from '../app/app.ts';
import type { Command } from '../command/command.ts';
import { invalid } from '../command/checkOptions.ts';
import { findCommand, terminalName } from '../command/runCommand.ts';
import {
  LINK_KEY_FILE,
  readConfig,
  SNAPSHOTS_FOLDER,
  TAGS_FOLDER,
  VECTORS_FOLDER,
  type Config,
} from '../runtime/config.ts';
import { probablyMeant } from '../language/nearest.ts';
import { createLinkSigner } from '../reader/linkSigner.ts';
import { passageLinks } from '../reader/passageLinks.ts';
import { readLinkKey } from '../reader/readLinkKey.ts';
import { signedLinks } from '../reader/signedLinks.ts';
import { databaseOf } from './databaseOf.ts';
import { answerOnce, writeAnswer } from './answerOnce.ts';
import { overview, ownUsage, usage } from './help.ts';
import { OWN_COMMANDS, type OwnCommand } from './ownCommands.ts';
import { COMMON_FLAGS, COMMON_VALUES, parseArguments, splitCommand, type TypedOptions } from './parseArguments.ts';
import { formsOf } from './placeWords.ts';
import { loadTerminalCommands, terminalContext } from './terminalContext.ts';
import { readVersion } from './readVersion.ts';
import { fail, type ExitCode, type Terminal } from './terminal.ts';
import { wrapText } from './wrapText.ts';

/** What the command line needs from the process. */
export interface CommandLine {
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: Readable;
  readonly terminal: Terminal;
}

/** Runs one command line, and returns the exit code. Opens only what the command needs. */
export async function runTerminal(line: CommandLine): Promise<ExitCode> {
  const { words, environment, terminal } = line;
  const { name, others } = splitCommand(words);
  if (name === undefined) return help(words, terminal);
  if (name === 'help' && !words.includes('--json')) {
    const parsed = parseArguments(others, { flags: COMMON_FLAGS });
    const wanted = parsed.kind === 'invalid' ? '' : String(parsed.options['command'] ?? parsed.rest.join(' '));
    if (wanted === '') return help(others, terminal);
    if (await isKnown(wanted)) return runTerminal({ ...line, words: [wanted, '--help'] });
  }
  const reading = readConfig(environment);
  if (reading.kind === 'invalid') return fail(terminal, reading.problems.join('\n'));
  const call: Call = { ...line, name, others, config: reading.config };
  const own = Object.hasOwn(OWN_COMMANDS, name) ? OWN_COMMANDS[name] : undefined;
  return own ? runOwn(own, call) : runAnswering(call);
}

interface Call extends CommandLine {
  readonly name: string;
  readonly others: readonly string[];
  readonly config: Config;
}

/** Answers a line without a command: the version, or the list of commands. */
async function help(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = parseArguments(words, { flags: new Set([...COMMON_FLAGS, 'version']) });
  if (parsed.kind === 'invalid') return fail(terminal, parsed.message);
  const { options } = parsed;
  const known = [...COMMON_FLAGS, ...COMMON_VALUES, 'version'];
  const unknown = Object.keys(options).find((option) => !known.includes(option));
  if (unknown !== undefined) return fail(terminal, noOption(unknown, { known, list: '`--help` lists the commands' }));
  if (options['version'] === true) {
    const version = readVersion();
    terminal.out(options['json'] === true ? `${JSON.stringify({ version })}\n` : `rapporteur ${version}\n`);
    return 0;
  }
  terminal.out(wrapText(overview((await loadTerminalCommands()).values(), OWN_COMMANDS), terminal.width));
  return 0;
}

function noOption(name: string, { known, list }: { readonly known: readonly string[]; readonly list: string }): string {
  const meant = probablyMeant(name, known);
  const hint = meant === undefined ? ' ' : ` did you mean --${meant}? `;
  return `There is no option --${name.slice(0, 40)};${hint}${list}.`;
}

async function runOwn(own: OwnCommand, { name, others, ...call }: Call): Promise<ExitCode> {
  const { terminal, config } = call;
  const parsed = parseArguments(others, {
    flags: new Set([...COMMON_FLAGS, ...own.flags]),
    values: new Set(own.values),
  });
  if (parsed.kind === 'invalid') return fail(terminal, parsed.message);
  const { options, rest } = parsed;
  if (options['help'] === true) {
    terminal.out(wrapText(ownUsage(name, own), terminal.width));
    return 0;
  }
  const known = [...own.flags, ...own.values, ...COMMON_FLAGS, ...COMMON_VALUES];
  const unknown = Object.keys(options).find((option) => !known.includes(option));
  if (unknown !== undefined)
    return fail(terminal, noOption(unknown, { known, list: `\`rapporteur ${name} --help\` lists them` }));
  if (rest.length > 0 && own.words !== true)
    return fail(terminal, `"${name}" takes options only, not "${rest.join(' ').slice(0, 60)}".`);
  const problem = idProblem(options);
  if (problem !== undefined) return fail(terminal, problem.message);
  const corpus = corpusOf(options, config);
  return own.run({
    ...call,
    rest,
    options,
    corpus,
    withApp: (use) => withApp({ corpus, config, terminal }, use),
  });
}

async function runAnswering({ name, others, config, input, terminal }: Call): Promise<ExitCode> {
  const commands = await loadTerminalCommands();
  const found = findCommand(name, commands);
  const json = others.slice(0, others.includes('--') ? others.indexOf('--') : undefined).includes('--json');
  if (!found) return writeAnswer(noCommand(name, commands), { json, articles: new Map(), terminal });
  const { command, subcommand } = found;
  const parsed = parseArguments(subcommand === undefined ? others : [subcommand, ...others], formsOf(command));
  if (parsed.kind === 'invalid')
    return writeAnswer(invalid(parsed.option, parsed.message), { json, articles: new Map(), terminal });
  const { options } = parsed;
  if (options['help'] === true) {
    terminal.out(wrapText(usage(command), terminal.width));
    return 0;
  }
  const problem = idProblem(options);
  if (problem !== undefined) return writeAnswer(problem, { json, articles: new Map(), terminal });
  return withApp({ corpus: corpusOf(options, config), config, terminal }, async (app) =>
    answerOnce(
      { command, typed: parsed, json: options['json'] === true, input },
      await terminalContext(app, options),
      terminal,
    ),
  );
}

function noCommand(name: string, commands: ReadonlyMap<string, Command>) {
  const names = [...Array.from(commands.keys(), terminalName), ...Object.keys(OWN_COMMANDS)];
  const meant = probablyMeant(name, names);
  const hint = meant === undefined ? '' : `did you mean "${meant}"? `;
  return invalid(
    'command',
    `There is no command "${name.slice(0, 40)}"; ${hint}\`--help\` lists them all.`,
    meant === undefined ? [] : [meant],
  );
}

function idProblem(options: TypedOptions) {
  for (const name of ['guild', 'channel']) {
    const value = options[name];
    if (value !== undefined && !/^\d{1,20}$/u.test(String(value)))
      return invalid(name, `--${name} must be an id of digits, not "${String(value).slice(0, 40)}".`);
  }
  return undefined;
}

async function isKnown(name: string): Promise<boolean> {
  return Object.hasOwn(OWN_COMMANDS, name) || findCommand(name, await loadTerminalCommands()) !== undefined;
}

function corpusOf({ corpus }: TypedOptions, { CORPUS_DIR }: Config): string {
  return typeof corpus === 'string' && corpus !== '' ? corpus : CORPUS_DIR;
}

async function withApp(
  { corpus, config, terminal }: { readonly corpus: string; readonly config: Config; readonly terminal: Terminal },
  use: (app: App) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { DATA_DIR, DIGESTS_PER_SERVER: perServer, DIGEST_MIN_MINUTES: minMinutes } = config;
  let articles: App['library'] | undefined;
  let access: App['access'] = () => ({ kind: 'open' });
  const address = (): string | undefined => config.PUBLIC_URL;
  const reader = config.READER === 'on' ? createReader() : undefined;
  const opened = await openApp({
    corpus,
    database: databaseOf(config),
    snapshots: join(DATA_DIR, SNAPSHOTS_FOLDER),
    vectors: join(DATA_DIR, VECTORS_FOLDER),
    tags: join(DATA_DIR, TAGS_FOLDER),
    onProblem: (sentence) => terminal.error(`${sentence}\n`),
    limits: { perServer, minMinutes },
    reader,
    links: signedLinks(passageLinks({ reader: address, articles: () => articles?.().articles ?? new Map() }), {
      reader: address,
      access: () => access(),
      signer: createLinkSigner(() => readLinkKey(join(DATA_DIR, LINK_KEY_FILE))),
    }),
  });
  if (opened.kind === 'refused') return fail(terminal, `Cannot load the articles: ${opened.reason}.`);
  ({ library: articles, access } = opened.app);
  for (const { name, problem } of opened.app.broken())
    terminal.error(`The article "${name}" is broken and left out: ${problem}.\n`);
  try {
    await opened.app.ready;
    return await use(opened.app);
  } finally {
    await opened.app.close();
    await reader?.close();
  }
}
