/** Kinds of options whose value is picked from a list, never typed freely. */
const PICKED = { BOOLEAN: 5, USER: 6, CHANNEL: 7, ROLE: 8, MENTIONABLE: 9 };
const ATTACHMENT = 11;

const USE_APPLICATION_COMMANDS = 1n << 31n;
const ADMINISTRATOR = 1n << 3n;

/**
 * @typedef {{command: object, path: string[], name: string, description: string, options: object[]}} Usage
 *   a slash command, or one subcommand of it, as it is typed: `name` is `sources reload`
 */

/**
 * Finds which commands of a type can be used in a channel by who looks at it.
 *
 * @param {readonly object[]} commands as registered
 * @param {import('../events.ts').ViewChannel} channel
 * @param {{type: number, guilds: readonly {id: string, bot: boolean}[]}} options `type` 1 slash, 2 user menu, 3 message menu
 */
export function usableCommands(commands, channel, { type, guilds }) {
  const permissions = BigInt(channel.permissions);
  const may = (needed) => (permissions & ADMINISTRATOR) !== 0n || (permissions & needed) === needed;
  const installed = guilds.find(({ id }) => id === channel.guild_id)?.bot ?? true;
  if (!channel.bot || (channel.guild_id && !may(USE_APPLICATION_COMMANDS))) return [];
  return commands.filter((command) => {
    if ((command.type ?? 1) !== type) return false;
    if (command.guild_id && command.guild_id !== channel.guild_id) return false;
    if (command.contexts && !command.contexts.includes(channel.guild_id ? 0 : 1)) return false;
    if (channel.guild_id && !installed && !(command.integration_types ?? [0]).includes(1)) return false;
    const needed = command.default_member_permissions;
    return (
      !channel.guild_id ||
      needed === null ||
      needed === undefined ||
      (needed === '0' ? may(ADMINISTRATOR) : may(BigInt(needed)))
    );
  });
}

/**
 * Lists slash commands as they are typed: one entry for each command, or for each of its subcommands.
 *
 * @param {readonly object[]} commands
 * @returns {Usage[]}
 */
export function commandUsages(commands) {
  const expand = (command, part, path) => {
    const inner = (part.options ?? []).filter((option) => option.type <= 2);
    if (inner.length > 0) return inner.flatMap((option) => expand(command, option, [...path, option.name]));
    const options = (part.options ?? []).filter((option) => option.type !== ATTACHMENT || option.required);
    return [{ command, path, name: [command.name, ...path].join(' '), description: part.description, options }];
  };
  return commands.flatMap((command) => expand(command, command, []));
}

/**
 * Finds usages for what was typed after the slash: names that begin with it first, then names and descriptions that hold it.
 *
 * @param {readonly Usage[]} usages
 * @param {string} typed
 */
export function matchUsages(usages, typed) {
  const text = typed.toLowerCase();
  const rank = ({ name, description }) => {
    if (name.startsWith(text)) return 0;
    if (name.includes(text)) return 1;
    return text.length > 2 && description.toLowerCase().includes(text) ? 2 : 3;
  };
  return usages
    .map((usage) => ({ usage, rank: rank(usage) }))
    .filter((entry) => entry.rank < 3)
    .sort((one, other) => one.rank - other.rank || one.usage.name.localeCompare(other.usage.name))
    .map(({ usage }) => usage);
}

/** Whether an option's value must be one that is offered. */
export function isPicked(option) {
  return option.choices?.length > 0 || Object.values(PICKED).includes(option.type);
}

/**
 * Checks what stands in an option's field.
 *
 * @param {object} option as registered
 * @param {string} text what was typed
 * @param {{value: string | number | boolean} | undefined} picked what was chosen from a list, if it was
 * @returns {{value: string | number | boolean} | {problem: string} | {empty: true}}
 */
export function optionValue(option, text, picked) {
  if (picked) return { value: picked.value };
  const typed = text.trim();
  if (typed === '') return option.required ? { problem: `${option.name} is required` } : { empty: true };
  if (option.choices?.length > 0) return choiceValue(option, typed);
  if (isPicked(option)) return { problem: `${option.name} must be one of the listed values` };
  if (option.type === ATTACHMENT) return { problem: `${option.name}: files cannot be attached in the room` };
  if (option.type === 4 || option.type === 10) return numberValue(option, typed);
  if (typed.length < (option.min_length ?? 0))
    return { problem: `${option.name} needs at least ${option.min_length} characters` };
  const most = option.max_length ?? 6000;
  if (typed.length > most)
    return { problem: `${option.name} may have at most ${most} characters; these are ${typed.length}` };
  return { value: typed };
}

function numberValue(option, typed) {
  const value = Number(typed);
  if (!Number.isFinite(value)) return { problem: `${option.name} must be a number` };
  if (option.type === 4 && !Number.isInteger(value)) return { problem: `${option.name} must be a whole number` };
  if (value < (option.min_value ?? -Infinity))
    return { problem: `${option.name} must be at least ${option.min_value}` };
  if (value > (option.max_value ?? Infinity)) return { problem: `${option.name} must be at most ${option.max_value}` };
  return { value };
}

/**
 * Builds the `data` of an interaction as Discord's own clients send it.
 *
 * @param {Usage} usage
 * @param {readonly {type: number, name: string, value: unknown, focused?: true}[]} values
 */
export function commandData({ command, path }, values) {
  const nest = (names, parts) => {
    if (names.length === 0) return values;
    const part = parts.find(({ name }) => name === names[0]);
    return [{ type: part.type, name: part.name, options: nest(names.slice(1), part.options ?? []) }];
  };
  return {
    id: command.id,
    name: command.name,
    type: 1,
    version: command.version,
    options: nest(path, command.options ?? []),
  };
}

/**
 * Reads a command that was typed or pasted as a line: `/quote text:some words scope:sentence`. Words before the first option's name
 * belong to the first option.
 *
 * @param {readonly Usage[]} usages
 * @param {string} line
 * @returns {{usage: Usage, values: Record<string, string>} | undefined} none unless a command's name and a space stand at the start
 */
export function parseCommandLine(usages, line) {
  const usage = usages
    .filter(({ name }) => line.startsWith(`/${name} `))
    .sort((one, other) => other.name.length - one.name.length)[0];
  if (!usage) return undefined;
  const rest = line.slice(usage.name.length + 2);
  const names = usage.options.map(({ name }) => name);
  const marks = [...rest.matchAll(/(?:^|\s)([^\s:]+):\s*/g)].filter(([, name]) => names.includes(name));
  const values = {};
  const first = rest.slice(0, marks[0]?.index ?? rest.length).trim();
  if (first && names.length > 0) values[names[0]] = first;
  marks.forEach((mark, index) => {
    values[mark[1]] = rest.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? rest.length).trim();
  });
  return { usage, values };
}

/** A choice may be typed out, by what is shown of it or by what is sent. */
function choiceValue({ name, choices }, typed) {
  const wanted = typed.toLowerCase();
  const named = (choice) => [choice.name, String(choice.value)].some((text) => text.toLowerCase() === wanted);
  const choice = choices.find(named);
  if (choice) return { value: choice.value };
  return { problem: `${name} must be one of ${choices.map((each) => `“${each.name}”`).join(', ')}` };
}
