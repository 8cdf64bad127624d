import type { CommandOption } from '../../world/commandOption.ts';
import { el } from '../el.ts';
import { ATTACHMENT, isPicked, type Choice } from './optionValue.ts';

const STRING = 3;
const INTEGER = 4;
const NUMBER = 10;
/** How wide a field grows, in characters. */
const WIDTH = { min: 4, max: 200 };

/** The field of one option. */
export interface OptionField {
  readonly option: CommandOption;
  readonly input: HTMLInputElement;
  readonly wrapper: HTMLElement;
  /** What was picked from a list, until something else is typed. */
  picked: Choice | undefined;
  /** What an option of files holds. */
  file?: File | undefined;
  /** Opens the dialog in which a file is chosen; only of an option of files. */
  readonly choose?: (() => void) | undefined;
}

/**
 * Makes the field of an option. It holds one line; a passage is pasted with its line breaks as spaces. A file is
 * chosen in a dialog, which a click, Enter or the space bar opens; `changed` is called then.
 */
export function optionField(option: CommandOption, changed: (field: OptionField) => void): OptionField {
  if (option.type === ATTACHMENT) return fileField(option, changed);
  const id = `option-${option.name}`;
  const input = el('input', {
    id,
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-required': option.required ? 'true' : undefined,
    'aria-describedby': 'command-help',
    inputmode: option.type === INTEGER || option.type === NUMBER ? 'decimal' : undefined,
    autocomplete: 'off',
    spellcheck: option.type === STRING && !isPicked(option) ? 'true' : 'false',
  });
  input.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (!pasted.includes('\n')) return;
    event.preventDefault();
    input.setRangeText(
      pasted.replace(/\s*\n\s*/g, ' '),
      input.selectionStart ?? input.value.length,
      input.selectionEnd ?? input.value.length,
      'end',
    );
    input.dispatchEvent(new Event('input'));
  });
  const wrapper = el('div.field', {}, el('label', { for: id }, option.name), input);
  return { option, input, wrapper, picked: undefined };
}

function fileField(option: CommandOption, changed: (field: OptionField) => void): OptionField {
  const id = `option-${option.name}`;
  const input = el('input', {
    id,
    type: 'text',
    readonly: true,
    placeholder: 'Choose a file',
    'aria-required': option.required ? 'true' : undefined,
    'aria-describedby': 'command-help',
    autocomplete: 'off',
  });
  const dialog = el('input', { type: 'file', hidden: true, tabindex: -1, 'aria-label': `A file for ${option.name}` });
  const wrapper = el('div.field', {}, el('label', { for: id }, option.name), input, dialog);
  const field: OptionField = { option, input, wrapper, picked: undefined, choose: () => dialog.click() };
  dialog.addEventListener('change', () => {
    const [file] = dialog.files ?? [];
    dialog.value = '';
    if (!file) return;
    setFile(field, file);
    changed(field);
    input.focus();
  });
  input.addEventListener('click', () => dialog.click());
  return field;
}

/** Puts a file into a field, or takes it out. */
export function setFile(field: OptionField, file: File | undefined): void {
  field.file = file;
  field.picked = file && { name: file.name, value: file.name };
  field.input.value = file?.name ?? '';
}

/** Fits a field to what it holds, and takes back that it was wrong. */
export function fitField({ input, wrapper }: OptionField): void {
  input.size = Math.max(WIDTH.min, Math.min(input.value.length + 1, WIDTH.max));
  wrapper.classList.remove('wrong');
  input.removeAttribute('aria-invalid');
}

/** Marks a field as wrong and puts the cursor into it. */
export function markWrong({ input, wrapper }: OptionField): void {
  wrapper.classList.add('wrong');
  input.setAttribute('aria-invalid', 'true');
  input.focus();
}
