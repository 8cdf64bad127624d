import type { CommandOption } from '../../world/commandOption.ts';
import { el } from '../el.ts';
import { isPicked, type Choice } from './optionValue.ts';

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
}

/** Makes the field of an option. It holds one line; a passage is pasted with its line breaks as spaces. */
export function optionField(option: CommandOption): OptionField {
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
