import { ApplicationCommandOptionType, Routes } from 'discord-api-types/v10';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Command, isSlash } from '../../command/command.ts';

/** The part of a REST client needed to register commands; paths as in `Routes`. */
export interface CommandRest {
  get(path: `/${string}`, options?: { query?: URLSearchParams }): Promise<unknown>;
  put(path: `/${string}`, options: { body: unknown }): Promise<unknown>;
}

/** What registering did, or would do with `dryRun`. */
export interface Registration {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

interface RegisterOptions {
  readonly application: string;
  /** Registers in this server only, where changes show at once. */
  readonly guild?: string | undefined;
  readonly dryRun?: boolean;
}

const registeredSchema = z.array(z.looseObject({ name: z.string(), type: z.number().optional() }));

/**
 * Registers the commands with Discord in one request, but only if they differ from what Discord has: a needless request
 * counts against the daily limit and makes clients reload them.
 */
export async function registerCommands(
  rest: CommandRest,
  commands: Iterable<Command>,
  { application, guild, dryRun = false }: RegisterOptions,
): Promise<Registration> {
  const route =
    guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);
  const wanted = Array.from(commands, (command) => {
    const definition = withOpenOptions(command);
    return guild === undefined ? definition : withoutContexts(definition);
  });
  const present = registeredSchema.parse(
    await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) }),
  );
  const known = new Map(present.map((command) => [commandKey(command), command]));
  const registration: Registration = {
    added: wanted.filter((definition) => !known.has(commandKey(definition))).map(({ name }) => name),
    changed: wanted
      .filter((definition) => known.has(commandKey(definition)) && !same(definition, known.get(commandKey(definition))))
      .map(({ name }) => name),
    removed: present
      .filter((command) => !wanted.some((definition) => commandKey(definition) === commandKey(command)))
      .map(({ name }) => name),
  };
  if (!dryRun && Object.values(registration).some((names: readonly string[]) => names.length > 0))
    await rest.put(route, { body: wanted });
  return registration;
}

/** Contexts and integration types only apply to commands that are registered globally. */
function withoutContexts(definition: Command['definition']): Command['definition'] {
  const { contexts: _, integration_types: __, ...rest } = definition;
  return rest;
}

/** Leaves the options open that a form asks for. */
function withOpenOptions({ definition, asksInForm = [] }: Command): Command['definition'] {
  if (!isSlash(definition) || asksInForm.length === 0) return definition;
  const options = (definition.options ?? []).map((option) =>
    option.type === ApplicationCommandOptionType.Subcommand && asksInForm.includes(option.name)
      ? { ...option, options: (option.options ?? []).map((each) => ({ ...each, required: false })) }
      : option,
  );
  return { ...definition, options };
}

function commandKey(command: { readonly name: string; readonly type?: number | undefined }): string {
  return `${command.type ?? 1} ${command.name}`;
}

function same(definition: unknown, registered: unknown): boolean {
  return isDeepStrictEqual(comparable(definition), comparable(registered));
}

/** Values that Discord fills in if a definition omits them. */
const DEFAULTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  type: (value) => value === 1,
  required: (value) => value === false,
  autocomplete: (value) => value === false,
  nsfw: (value) => value === false,
  description: (value) => value === '',
  options: (value) => Array.isArray(value) && value.length === 0,
};
const COMPARED = new Set(
  (
    'name type description options default_member_permissions contexts integration_types nsfw required choices value autocomplete ' +
    'min_value max_value min_length max_length channel_types name_localizations description_localizations'
  ).split(' '),
);

function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, entry]) => COMPARED.has(key) && entry !== null && entry !== undefined && DEFAULTS[key]?.(entry) !== true,
  );
  return Object.fromEntries(
    entries.map(([key, entry]) => [
      key,
      key === 'contexts' || key === 'integration_types'
        ? (entry as number[]).toSorted((a, b) => a - b)
        : comparable(entry),
    ]),
  );
}
