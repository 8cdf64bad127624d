import { isPicked, optionValue, type Choice } from './optionValue.ts';
import { listedChoices, type ChoiceContext } from './listedChoices.ts';
import type { GivenOption, Usage } from './command.ts';
import type { OptionField } from './optionField.ts';
import type { Suggestions } from './suggestions.ts';

const DEBOUNCE_MS = 180;

/** Asks the bot for values that complete the focused option. */
export type Complete = (usage: Usage, values: readonly GivenOption[]) => Promise<readonly Choice[]>;

export interface FieldSuggestionParts {
  readonly usage: Usage;
  readonly suggestions: Suggestions;
  readonly context: () => ChoiceContext;
  readonly complete: Complete;
  /** What the other fields hold. */
  readonly given: () => readonly GivenOption[];
  readonly pick: (field: OptionField, choice: Choice) => void;
}

/** The lists that a command's fields offer. */
export interface FieldSuggestions {
  /** Offers what a field may hold: its choices, people or channels, or what the bot suggests for the text so far. */
  readonly offer: (field: OptionField, delayMs?: number) => void;
  /** Forgets what is still on its way; returns whether anything was. */
  readonly stop: () => boolean;
}

/** Makes the lists that a command's fields offer. */
export function createFieldSuggestions(parts: FieldSuggestionParts): FieldSuggestions {
  const { usage, suggestions, context, complete, given, pick } = parts;
  let asked = 0;
  let isComing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(field: OptionField, choices: readonly Choice[], active: number): void {
    suggestions.open(field.input, {
      title: isPicked(field.option) ? `Choose ${field.option.name}` : `Suggestions for ${field.option.name}`,
      active,
      entries: choices.map((choice) => ({ label: choice.name, pick: () => pick(field, choice) })),
    });
  }

  async function ask(field: OptionField): Promise<void> {
    const turn = ++asked;
    const { option, input, picked } = field;
    const others = given().filter(({ name }) => name !== option.name);
    const value = picked ? picked.name : input.value;
    const focused = { type: option.type, name: option.name, value, focused: true } as const;
    // Without an answer nothing is suggested.
    const choices = await complete(usage, [...others, focused]).catch(() => []);
    if (turn !== asked) return;
    isComing = false;
    if (document.activeElement === input) show(field, choices, -1);
  }

  function stop(): boolean {
    const wasComing = isComing;
    isComing = false;
    asked += 1;
    clearTimeout(timer);
    return wasComing;
  }

  return {
    offer(field, delayMs = DEBOUNCE_MS) {
      // What is on its way is for another text: it would be picked by a key meant for what comes.
      stop();
      const { option, input, picked } = field;
      if (isPicked(option)) {
        const typed = picked ? '' : input.value.trim().toLowerCase();
        const choices = listedChoices(option, context()).filter(({ name }) => name.toLowerCase().includes(typed));
        // Nothing is highlighted before something was typed, so that Tab passes by and changes nothing.
        const chosen = choices.findIndex(({ value }) => picked !== undefined && value === picked.value);
        show(field, choices, typed ? 0 : chosen);
      } else if (option.autocomplete) {
        isComing = true;
        timer = setTimeout(() => void ask(field), delayMs);
      } else suggestions.close();
    },
    stop,
  };
}

/** What fields hold, as it is sent; what cannot be sent is left out. */
export function givenOptions(fields: readonly OptionField[]): readonly GivenOption[] {
  return fields.flatMap(({ option, input, picked, file }) => {
    const checked = optionValue(option, input.value, picked);
    return 'value' in checked ? [{ type: option.type, name: option.name, value: checked.value, file }] : [];
  });
}
