import type { Answer } from '../answer/answer.ts';
import { nearest } from '../language/nearest.ts';
import { optionProblem } from '../reply/words/commands/optionWords.ts';
import { stillReading } from '../reply/words/messages/notices.ts';
import { AUTOCOMPLETE_MAX_CHOICES } from '../reply/limits.ts';
import { checkOptions, invalid } from './checkOptions.ts';
import type { Choice, Command, Focused, CommandContext } from './command.ts';

/**
 * Runs a command by name with options from outside, which are checked first. A message menu may be named as shown
 * ("Find in sources") or in kebab case for terminals (`find-in-sources`), a subcommand after its command (`digest
 * list`).
 */
export async function runCommand(
  name: string,
  options: Readonly<Record<string, unknown>>,
  context: CommandContext,
): Promise<Answer> {
  const found = findCommand(name, context.commands);
  if (!found) {
    const names = [...context.commands.keys()];
    return invalid('command', optionProblem({ kind: 'no-command', typed: name, names }), nearest(name, names));
  }
  const { command, subcommand } = found;
  const checked = checkOptions(command, subcommand === undefined ? options : { ...options, subcommand });
  if (checked.kind === 'invalid') return checked;
  if (!isReady(command, context)) return { kind: 'notice', text: stillReading(context.library.articles.size) };
  const answer = await command.run(checked.options, context);
  context.onAnswer?.(answer);
  return answer;
}

/** Lists the choices for the option being typed, at most 25. Other options are used as given. */
export async function completeOption(
  command: Command,
  focused: Focused,
  { options, context }: { readonly options: Readonly<Record<string, unknown>>; readonly context: CommandContext },
): Promise<readonly Choice[]> {
  const plain = Object.fromEntries(
    Object.entries(options).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[key, value] as const]
        : [],
    ),
  );
  if (!isReady(command, context)) return [];
  const choices = (await command.complete?.(focused, plain, context)) ?? [];
  return choices.slice(0, AUTOCOMPLETE_MAX_CHOICES);
}

function isReady({ needs }: Command, context: CommandContext): boolean {
  return needs === undefined || (context.isReady?.(needs) ?? true);
}

/** Finds a command by its name, in any form that `runCommand` accepts. */
export function findCommand(
  name: string,
  commands: ReadonlyMap<string, Command>,
): { readonly command: Command; readonly subcommand?: string } | undefined {
  const wanted = name.trim().replace(/^\//u, '');
  const exact =
    commands.get(wanted) ??
    [...commands.values()].find(({ definition }) => terminalName(definition.name) === terminalName(wanted));
  if (exact) return { command: exact };
  const [first = '', subcommand] = wanted.split(/\s+/u);
  const group = commands.get(first);
  return group && subcommand !== undefined ? { command: group, subcommand } : undefined;
}

/** Converts a command's name to kebab case. */
export function terminalName(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/gu, '-');
}
