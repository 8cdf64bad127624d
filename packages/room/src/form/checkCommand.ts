import type { FormProblem } from '../http/apiError.ts';
import type { CommandForm, OptionForm } from './commandSchema.ts';

/** Most characters of one command, over names, descriptions and choices. */
const COMMAND_MAX_CHARS = 8000;

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** Finds what no single field of a command shows: names, order and nesting of options, and its size. */
export function checkCommand(form: CommandForm, at: readonly (string | number)[]): FormProblem[] {
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
