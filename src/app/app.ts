import { fileURLToPath } from 'node:url';
import { sources } from '../answer/sources.ts';
import type { Caller, CommandContext } from '../command/context.ts';
import type { Command } from '../command/command.ts';
import { loadCommands } from '../command/loadCommands.ts';
import { openCorpus, type CorpusOptions } from './corpus.ts';

const COMMANDS_FOLDER = fileURLToPath(new URL('../../commands', import.meta.url));

/** What answers: the commands and the articles, for the gateway and the terminal alike. */
export interface App {
  readonly commands: ReadonlyMap<string, Command>;
  /** What a command may touch when this caller uses it now. */
  readonly contextFor: (caller: Caller) => CommandContext;
  /** Reads the corpus again; see `openCorpus`. */
  readonly reload: () => Promise<unknown>;
  readonly close: () => void;
}

export interface AppOptions extends CorpusOptions {
  readonly corpus: string;
  readonly clock?: () => Date;
}

/** Opens the articles and the commands, or says in one sentence why the articles are refused. */
export async function openApp({
  corpus: directory,
  clock = () => new Date(),
  ...options
}: AppOptions): Promise<
  { readonly kind: 'app'; readonly app: App } | { readonly kind: 'refused'; readonly reason: string }
> {
  const [opened, commands] = await Promise.all([openCorpus(directory, options), loadCommands(COMMANDS_FOLDER)]);
  if (opened.kind === 'refused') return opened;
  const { corpus } = opened;
  const contextFor = (caller: Caller): CommandContext => ({
    library: corpus.library(),
    caller,
    now: clock(),
    commands,
    refused: corpus.refused,
    reload: async () => {
      await corpus.reload();
      return sources(corpus.library().articles.values(), corpus.refused());
    },
  });
  return { kind: 'app', app: { commands, contextFor, reload: corpus.reload, close: corpus.close } };
}
