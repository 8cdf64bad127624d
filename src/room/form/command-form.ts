import { z } from 'zod';
import { formError, type FormProblem } from '../api-error.ts';
import type { CommandDefinition, CommandOption } from '../world.ts';
import { parseForm } from './parse-form.ts';

/** Most commands of each type that one scope holds: slash, user menu, message menu, entry point. */
const COMMAND_COUNTS: Record<number, number> = { 1: 100, 2: 15, 3: 15, 4: 1 };
/** Most characters of one command, over names, descriptions and choices. */
export const COMMAND_MAX_CHARS = 8000;

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const localizations = z.record(z.string(), z.string().max(100)).nullish();

const choiceSchema = z.object({
  name: z.string().min(1).max(100),
  name_localizations: localizations,
  value: z.union([z.string().max(100), z.number()]),
});

const optionSchema: z.ZodType<OptionForm> = z.object({
  type: z.int().min(1).max(11),
  name: z.string().min(1).max(32),
  name_localizations: localizations,
  description: z.string().min(1).max(100),
  description_localizations: localizations,
  required: z.boolean().nullish(),
  autocomplete: z.boolean().nullish(),
  choices: z.array(choiceSchema).max(25).nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  min_length: z.int().min(0).max(6000).nullish(),
  max_length: z.int().min(1).max(6000).nullish(),
  channel_types: z.array(z.int()).nullish(),
  get options() {
    return z.array(optionSchema).max(25).nullish();
  },
});

interface OptionForm {
  type: number;
  name: string;
  name_localizations?: Record<string, string> | null | undefined;
  description: string;
  description_localizations?: Record<string, string> | null | undefined;
  required?: boolean | null | undefined;
  autocomplete?: boolean | null | undefined;
  choices?: z.infer<typeof choiceSchema>[] | null | undefined;
  min_value?: number | null | undefined;
  max_value?: number | null | undefined;
  min_length?: number | null | undefined;
  max_length?: number | null | undefined;
  channel_types?: number[] | null | undefined;
  options?: OptionForm[] | null | undefined;
}

const commandSchema = z.object({
  id: z.string().nullish(),
  type: z.int().min(1).max(4).nullish(),
  name: z.string().min(1).max(32),
  name_localizations: localizations,
  description: z.string().max(100).nullish(),
  description_localizations: localizations,
  options: z.array(optionSchema).max(25).nullish(),
  default_member_permissions: z.union([z.string().regex(/^\d+$/), z.int()]).nullish(),
  dm_permission: z.boolean().nullish(),
  contexts: z.array(z.int().min(0).max(2)).min(1).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).min(1).nullish(),
  nsfw: z.boolean().nullish(),
});
type CommandForm = z.infer<typeof commandSchema>;

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

function checkCommand(form: CommandForm, at: readonly (string | number)[]): FormProblem[] {
  const problems: FormProblem[] = [];
  const report = (path: readonly (string | number)[], code: string, message: string): void => {
    problems.push({ path: [...at, ...path], code, message });
  };
  if ((form.type ?? 1) === 1) {
    checkName(form.name, ['name'], report);
    if (!form.description) report(['description'], 'BASE_TYPE_REQUIRED', 'This field is required');
  } else {
    if (form.description) {
      report(
        ['description'],
        'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION',
        'Context menu commands cannot have description',
      );
    }
    if (form.options && form.options.length > 0) {
      report(['options'], 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS', 'Context menu commands cannot have options');
    }
  }
  checkOptions(form.options ?? [], ['options'], 0, report);
  if (commandChars(form) > COMMAND_MAX_CHARS) {
    report([], 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${COMMAND_MAX_CHARS})`);
  }
  return problems;
}

type Report = (path: readonly (string | number)[], code: string, message: string) => void;

function checkOptions(
  options: readonly OptionForm[],
  at: readonly (string | number)[],
  depth: number,
  report: Report,
): void {
  const names = new Set<string>();
  let optionalBefore = false;
  const groups = options.filter((option) => option.type <= 2).length;
  if (groups > 0 && groups < options.length) {
    report(
      at,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
  options.forEach((option, index) => {
    const path = [...at, index];
    checkName(option.name, [...path, 'name'], report);
    if (names.has(option.name)) {
      report([...path, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    }
    names.add(option.name);
    if (option.type > 2) {
      if (option.required && optionalBefore) {
        report(
          path,
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        );
      }
      optionalBefore ||= !option.required;
      if (option.options && option.options.length > 0)
        report([...path, 'options'], 'BASE_TYPE_MAX_LENGTH', 'Must be 0 or fewer in length.');
    } else if ((option.type === 2 && depth > 0) || depth > 1) {
      report([...path, 'type'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-commands cannot be nested here');
    } else {
      checkOptions(option.options ?? [], [...path, 'options'], option.type === 2 ? 1 : 2, report);
    }
    if (option.autocomplete && (option.choices ?? []).length > 0) {
      report(
        [...path, 'autocomplete'],
        'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID',
        'Autocomplete and choices are mutually exclusive',
      );
    }
    if ((option.autocomplete || option.choices?.length) && ![3, 4, 10].includes(option.type)) {
      report([...path, 'type'], 'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID', 'This option type cannot have choices');
    }
    const choiceType = option.type === 3 ? 'string' : 'number';
    option.choices?.forEach((choice, place) => {
      if (typeof choice.value !== choiceType) {
        report(
          [...path, 'choices', place, 'value'],
          'BASE_TYPE_BAD_TYPE',
          `Could not interpret the value as ${choiceType}.`,
        );
      }
    });
    if (
      (option.min_value ?? -Infinity) > (option.max_value ?? Infinity) ||
      (option.min_length ?? 0) > (option.max_length ?? 6000)
    ) {
      report(path, 'APPLICATION_COMMAND_OPTION_MIN_MAX_INVALID', 'The minimum must not exceed the maximum');
    }
  });
}

function checkName(name: string, path: readonly (string | number)[], report: Report): void {
  if (!NAME.test(name) || name !== name.toLowerCase()) {
    report(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function commandChars(form: CommandForm | OptionForm): number {
  const longest = (text: string | null | undefined, others: Record<string, string> | null | undefined): number =>
    Math.max((text ?? '').length, ...Object.values(others ?? {}).map((other) => other.length));
  let chars = longest(form.name, form.name_localizations) + longest(form.description, form.description_localizations);
  if ('choices' in form) {
    for (const choice of form.choices ?? []) {
      chars += longest(choice.name, choice.name_localizations) + String(choice.value).length;
    }
  }
  return (form.options ?? []).reduce((total, option) => total + commandChars(option), chars);
}
