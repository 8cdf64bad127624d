import type { CommandOption } from '../../world/commandOption.ts';
import { fileProblem } from '../client/fileProblem.ts';
import { el } from '../el.ts';
import { icon } from '../icon.ts';
import type { GivenOption, Usage } from './command.ts';
import { createFieldSuggestions, givenOptions, type Complete } from './fieldSuggestions.ts';
import { listedChoices, type ChoiceContext } from './listedChoices.ts';
import { fitField, markWrong, optionField, setFile, type OptionField } from './optionField.ts';
import { isPicked, optionValue, type Choice } from './optionValue.ts';
import type { Suggestions } from './suggestions.ts';

/** What fields begin with, by option: what is typed, or what is picked. */
export type FormValues = Readonly<Record<string, string | Choice>>;

export interface FormTools {
  readonly suggestions: Suggestions;
  /** Shows a problem, or takes it back. */
  readonly tell: (problem?: string) => void;
  readonly context: () => ChoiceContext;
  readonly complete: Complete;
  readonly submit: (values: readonly GivenOption[]) => void;
  /** Leaves the command; the text is what the message field then holds. */
  readonly cancel: (text?: string) => void;
}

/** The fields of one command. */
export interface CommandForm {
  readonly root: HTMLElement;
  /** Puts values into fields, and the cursor into the first that is still empty. */
  readonly fill: (values: FormValues) => void;
  readonly focus: () => void;
}

/**
 * Makes the fields of a command: required options first, the others when they are wanted. Each field's list is in the panel above;
 * Backspace in an empty field removes it, Escape closes the list or leaves the command, Enter sends it.
 */
export function createCommandForm(usage: Usage, tools: FormTools): CommandForm {
  const { suggestions, tell, context, complete, submit, cancel } = tools;
  const fields: OptionField[] = [];
  const given = (): readonly GivenOption[] => givenOptions(fields);
  const lists = createFieldSuggestions({ usage, suggestions, context, complete, given, pick });

  const help = el('p.command-help', { id: 'command-help' }, usage.description);
  const more = el('input.more', {
    type: 'text',
    role: 'combobox',
    'aria-label': 'Add an option',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    autocomplete: 'off',
  });
  const line = el('div.command-line', {}, el('span.command-name', {}, `/${usage.name}`), more);
  const leave = { type: 'button', 'aria-label': 'Leave the command', title: 'Leave (Esc)', onclick: () => cancel() };
  const send = el(
    'button.icon-button.send',
    { type: 'submit', 'aria-label': 'Send command', title: 'Send' },
    icon('send'),
  );
  const root = el(
    'form.command',
    { 'aria-label': `Command ${usage.name}`, novalidate: true },
    help,
    el('div.command-bar', {}, line, el('button.icon-button', leave, icon('close')), send),
  );

  const missing = (): readonly CommandOption[] =>
    usage.options.filter((option) => !fields.some((field) => field.option === option));
  const fieldOf = (option: CommandOption): OptionField =>
    fields.find((field) => field.option === option) ?? addField(option);

  function addField(option: CommandOption): OptionField {
    const field = optionField(option, fileChosen);
    const { input } = field;
    fields.push(field);
    line.insertBefore(field.wrapper, more);
    input.addEventListener('input', () => {
      field.picked = undefined;
      if (openNamed(field)) return;
      changed(field);
      lists.offer(field);
    });
    input.addEventListener('focus', () => {
      describe(option);
      lists.offer(field, 0);
    });
    input.addEventListener('blur', () => suggestions.close());
    input.addEventListener('keydown', (event) => fieldKey(event, field));
    changed(field);
    return field;
  }

  function fileChosen(field: OptionField): void {
    changed(field);
    const problem = field.file && fileProblem([field.file]);
    if (problem === undefined) return;
    setFile(field, undefined);
    markWrong(field);
    tell(problem);
  }

  function removeField(field: OptionField): void {
    fields.splice(fields.indexOf(field), 1);
    field.wrapper.remove();
    showMore();
    tell();
  }

  /**
   * An option's name and a colon at the end of what was typed lead to that option: `/quote pier hide:`. Those of the option itself are no
   * part of what is typed into it.
   */
  function openNamed(field: OptionField): boolean {
    if (field.input.value === `${field.option.name}:` || field.input.value === ' ') field.input.value = '';
    const typed = /(?:^|\s)([^\s:]+):$/.exec(field.input.value);
    const option = usage.options.find(({ name }) => name === typed?.[1]);
    if (!typed || !option || option === field.option) return false;
    field.input.value = field.input.value.slice(0, typed.index);
    changed(field);
    fieldOf(option).input.focus();
    return true;
  }

  function changed(field: OptionField): void {
    fitField(field);
    showMore();
    tell();
  }

  function showMore(): void {
    const left = missing().length;
    more.hidden = left === 0;
    more.placeholder = fields.length === 0 ? 'add an option' : `+${left} optional`;
  }

  function describe({ name, description, required }: CommandOption): void {
    help.replaceChildren(el('strong', {}, name), ` ${description}${required ? '' : ' (optional)'}`);
  }

  function fieldKey(event: KeyboardEvent, field: OptionField): void {
    if (event.isComposing) return;
    if (field.choose && fileKey(event, field)) return;
    // What was typed out in full needs no picking: Enter sends.
    if (event.key === 'Enter' && pickTyped(field)) return;
    // A list that is still on its way counts as open: whoever closes it must not lose the command with it.
    const wasComing = event.key === 'Escape' && lists.stop();
    if (suggestions.key(event)) return;
    if (event.key === 'Escape') {
      if (!wasComing) cancel();
    } else if (event.key === 'Backspace' && field.input.value === '') {
      const before = fields[fields.indexOf(field) - 1];
      if (before === undefined) cancel(`/${usage.name}`);
      else {
        if (!field.option.required) removeField(field);
        before.input.focus();
      }
    } else return;
    event.preventDefault();
  }

  /** Enter in an empty field and the space bar choose a file, Backspace takes it out. */
  function fileKey(event: KeyboardEvent, field: OptionField): boolean {
    const isEmpty = field.file === undefined;
    const chooses = event.key === ' ' || (event.key === 'Enter' && isEmpty);
    if (chooses) field.choose?.();
    else if (event.key === 'Backspace' && !isEmpty) {
      setFile(field, undefined);
      changed(field);
    } else return false;
    event.preventDefault();
    return true;
  }

  function pick(field: OptionField, choice: Choice): void {
    field.picked = choice;
    field.input.value = choice.name;
    changed(field);
    lists.stop();
    suggestions.close();
    const following = fields.slice(fields.indexOf(field) + 1);
    following.find(({ input, option }) => option.required && input.value === '')?.input.focus();
  }

  /** A listed value that was typed out rather than picked counts as picked. */
  function pickTyped(field: OptionField): Choice | undefined {
    if (field.picked || !isPicked(field.option)) return field.picked;
    const typed = field.input.value.trim().toLowerCase();
    field.picked = listedChoices(field.option, context()).find(({ name }) => name.toLowerCase() === typed);
    return field.picked;
  }

  function openOption(option: CommandOption): void {
    more.value = '';
    suggestions.close();
    fieldOf(option).input.focus();
  }

  function offerMore(): void {
    const typed = more.value.trim().toLowerCase().replace(/:$/, '');
    const entries = missing()
      .filter(({ name }) => name.startsWith(typed))
      .map((option) => ({ label: option.name, detail: option.description, pick: () => openOption(option) }));
    help.textContent = usage.description;
    suggestions.open(more, { title: 'Options', entries, active: typed ? 0 : -1 });
  }

  more.addEventListener('focus', offerMore);
  more.addEventListener('input', () => {
    const named = missing().find(({ name }) => more.value.toLowerCase() === `${name}:`);
    if (named) openOption(named);
    else offerMore();
  });
  more.addEventListener('blur', () => suggestions.close());
  more.addEventListener('keydown', (event) => {
    if (event.isComposing || suggestions.key(event)) return;
    const last = fields.at(-1);
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Backspace' && more.value === '') {
      if (last) last.input.focus();
      else cancel(`/${usage.name}`);
    } else return;
    event.preventDefault();
  });

  root.addEventListener('submit', (event) => {
    event.preventDefault();
    suggestions.close();
    for (const field of fields) {
      const checked = optionValue(field.option, field.input.value, pickTyped(field));
      if (!('problem' in checked)) continue;
      markWrong(field);
      suggestions.close();
      tell(`${checked.problem}.`);
      return;
    }
    lists.stop();
    submit(given());
  });

  for (const option of usage.options) if (option.required) addField(option);
  showMore();

  function focus(): void {
    const empty = fields.find(({ input }) => input.value === '') ?? fields.at(-1);
    (empty?.input ?? (more.hidden ? send : more)).focus();
  }

  return {
    root,
    focus,
    fill(values) {
      for (const [name, value] of Object.entries(values)) {
        const option = usage.options.find((each) => each.name === name);
        if (!option) continue;
        const field = fieldOf(option);
        // A file cannot be named by what is typed.
        if (field.choose) continue;
        field.picked = typeof value === 'object' ? value : undefined;
        field.input.value = typeof value === 'object' ? value.name : value;
        changed(field);
      }
      focus();
    },
  };
}
