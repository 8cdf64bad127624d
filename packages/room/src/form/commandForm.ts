import { z } from 'zod';
import { formError } from '../http/apiError.ts';
import type { CommandOption } from '../world/commandOption.ts';
import type { CommandDefinition } from '../world/entities.ts';
import { checkCommand } from './checkCommand.ts';
import { commandSchema, type CommandForm, type OptionForm } from './commandSchema.ts';
import { parseForm } from './parseForm.ts';

/** Most commands of each type that one scope holds: slash, user menu, message menu, entry point. */
const COMMAND_COUNTS: Record<number, number> = { 1: 100, 2: 15, 3: 15, 4: 1 };

/** Reads the body of one command. Throws `50035` with all its problems. */
export function parseCommandForm(body: unknown): CommandDefinition {
  const form = parseForm(commandSchema, body);
  const problems = checkCommand(form, []);
  if (problems.length > 0) throw formError(problems);
  return definition(form);
}

/** Reads the body of a bulk overwrite. Throws `50035` with all its problems. */
export function parseCommandForms(body: unknown): CommandDefinition[] {
  const forms = parseForm(z.array(commandSchema), body);
  const problems = forms.flatMap((form, index) => checkCommand(form, [index]));
  const seen = new Set<string>();
  const counts: Record<number, number> = {};
  forms.forEach((form, index) => {
    const type = form.type ?? 1;
    counts[type] = (counts[type] ?? 0) + 1;
    const key = `${type}:${form.name}`;
    if (seen.has(key)) {
      problems.push({
        path: [index, 'name'],
        code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
        message: 'Application command names must be unique',
      });
    }
    seen.add(key);
  });
  for (const [type, count] of Object.entries(counts)) {
    const most = COMMAND_COUNTS[Number(type)] ?? 0;
    if (count > most)
      problems.push({ path: [], code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${most} or fewer in length.` });
  }
  if (problems.length > 0) throw formError(problems);
  return forms.map(definition);
}

function definition(form: CommandForm): CommandDefinition {
  const permissions = form.default_member_permissions;
  return {
    type: form.type ?? 1,
    name: form.name,
    description: form.description ?? '',
    options: (form.options ?? []).map(plainOption),
    default_member_permissions: permissions === null || permissions === undefined ? null : String(permissions),
    contexts: form.contexts ?? (form.dm_permission === false ? [0] : null),
    integration_types: form.integration_types ?? [0],
    nsfw: form.nsfw ?? false,
    name_localizations: form.name_localizations ?? null,
    description_localizations: form.description_localizations ?? null,
  };
}

/** Leaves out what Discord leaves out: nulls, `required: false`, `autocomplete: false`, and lists without entries. */
function plainOption(form: OptionForm): CommandOption {
  const { options, ...rest } = form;
  const kept = Object.fromEntries(
    Object.entries(rest).filter(
      ([, value]) =>
        value !== null && value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  );
  return {
    ...(kept as unknown as CommandOption),
    ...(options && options.length > 0 ? { options: options.map(plainOption) } : {}),
  };
}
