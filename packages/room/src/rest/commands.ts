import { apiError } from '../http/apiError.ts';
import { parseCommandForm, parseCommandForms } from '../form/commandForm.ts';
import { isJsonObject } from '../json.ts';
import type { Call, Reply, Route } from '../http/route.ts';
import { commandObject } from '../objects/serialize.ts';
import type { Command, CommandDefinition } from '../world/entities.ts';

const GLOBAL = '/applications/:application/commands';
const GUILD = '/applications/:application/guilds/:guild/commands';

/** How long after reading its commands a bot that finds them as they should be counts as settled, in milliseconds. */
const SETTLE_MS = 250;

/** Endpoints of application commands, global and of one server: https://docs.discord.com/developers/interactions/application-commands */
export const commandRoutes: readonly Route[] = [
  ...[GLOBAL, GUILD].flatMap((path): Route[] => [
    { method: 'GET', path, who: 'bot', run: listCommands },
    { method: 'PUT', path, who: 'bot', run: overwriteCommands },
    { method: 'POST', path, who: 'bot', run: createCommand },
    { method: 'GET', path: `${path}/:command`, who: 'bot', run: getCommand },
    { method: 'PATCH', path: `${path}/:command`, who: 'bot', run: patchCommand },
    { method: 'DELETE', path: `${path}/:command`, who: 'bot', run: deleteCommand },
  ]),
  { method: 'GET', path: `${GUILD}/permissions`, who: 'bot', run: (call) => (checkScope(call), { body: [] }) },
  {
    method: 'GET',
    path: `${GUILD}/:command/permissions`,
    who: 'bot',
    run: () => {
      throw apiError(10063);
    },
  },
];

function listCommands(call: Call): Reply {
  checkScope(call);
  const commands = inScope(call);
  if (commands.length > 0) call.world.clock.after(SETTLE_MS, () => (call.world.commandsSettled = true));
  const objects = commands.map((command) => commandObject(call.world, command));
  return { body: call.query.get('with_localizations') === 'true' ? objects : objects.map(withoutLocalizations) };
}

/** Discord leaves the localizations out of a list unless they are asked for. */
function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !/^(?:name|description)_localizations$/.test(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutLocalizations(inner)]));
}

function overwriteCommands(call: Call): Reply {
  checkScope(call);
  const definitions = parseCommandForms(call.body);
  const before = inScope(call);
  for (const command of before) call.world.commands.delete(command.id);
  const stored = definitions.map((definition) => {
    const same = before.find((command) => sameCommand(command, definition));
    return put(call, definition, same);
  });
  changed(call);
  return { body: stored.map((command) => commandObject(call.world, command)) };
}

function createCommand(call: Call): Reply {
  checkScope(call);
  const definition = parseCommandForm(call.body);
  const same = inScope(call).find((command) => sameCommand(command, definition));
  const command = put(call, definition, same);
  changed(call);
  return { status: same ? 200 : 201, body: commandObject(call.world, command) };
}

function getCommand(call: Call): Reply {
  return { body: commandObject(call.world, find(call)) };
}

function patchCommand(call: Call): Reply {
  const command = find(call);
  const merged = { ...commandObject(call.world, command), ...(call.body as object) };
  const updated = put(call, parseCommandForm({ ...merged, type: command.definition.type }), command);
  changed(call);
  return { body: commandObject(call.world, updated) };
}

function deleteCommand(call: Call): Reply {
  call.world.commands.delete(find(call).id);
  changed(call);
  return {};
}

/** Throws 10002 for another application, and 50001 for a server without the bot. */
function checkScope(call: Call): void {
  if (call.params['application'] !== call.world.applicationId) throw apiError(10002);
  const guildId = call.params['guild'];
  if (guildId === undefined) return;
  if (call.world.guilds.get(guildId)?.members.has(call.world.applicationId) !== true) throw apiError(50001);
}

function inScope(call: Call): Command[] {
  return [...call.world.commands.values()].filter((command) => command.guildId === call.params['guild']);
}

function find(call: Call): Command {
  checkScope(call);
  const command = inScope(call).find((each) => each.id === call.params['command']);
  if (!command) throw apiError(10063);
  return command;
}

function sameCommand(command: Command, definition: CommandDefinition): boolean {
  return command.definition.name === definition.name && command.definition.type === definition.type;
}

/** Keeps an existing command's id, and its version if nothing changed. */
function put(call: Call, definition: CommandDefinition, existing: Command | undefined): Command {
  const unchanged = existing && JSON.stringify(existing.definition) === JSON.stringify(definition);
  const id = existing?.id ?? call.world.nextId();
  const command: Command = {
    id,
    version: unchanged ? existing.version : call.world.nextId(),
    definition,
    ...(call.params['guild'] === undefined ? {} : { guildId: call.params['guild'] }),
  };
  call.world.commands.set(id, command);
  return command;
}

function changed(call: Call): void {
  call.world.commandsSettled = true;
  call.world.emit({ kind: 'commands' });
}
