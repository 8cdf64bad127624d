import type { CommandOptions, OptionValue } from '../../command/command.ts';
import { ruleInWords } from '../../reply/words/digests/ruleInWords.ts';
import type { Schedule } from '../../schedule/schedule.ts';

/** The fields of the form, named as the options of `/digest create`. */
const FORM_FIELDS = ['name', 'what', 'when', 'channel', 'mention'] as const;
export type FormField = (typeof FORM_FIELDS)[number];
/** What stands in the form; of selects the chosen value, and nothing as an empty text. */
export type FormText = Readonly<Record<FormField, string>>;

/** Returns what the form of a saved digest shows. A select of roles cannot name everyone, so that stays out of it. */
export function textOfDigest({ guild, name, content, rule, channel, mention = '' }: Schedule): FormText {
  const what = content.kind === 'events' && content.which === 'on-this-day' ? 'on-this-day' : content.kind;
  return { name, what, when: ruleInWords(rule), channel, mention: mention === guild ? '' : mention };
}

/** Returns what the form shows of the options that a command was used with; the rest is empty. */
export function textOfOptions(options: CommandOptions): FormText {
  return formTextFrom((field) => String(options[field] ?? ''));
}

/** Fills each field of the form. */
export function formTextFrom(textOf: (field: FormField) => string): FormText {
  return {
    name: textOf('name'),
    what: textOf('what'),
    when: textOf('when'),
    channel: textOf('channel'),
    mention: textOf('mention'),
  };
}

/**
 * Returns the options that a form stands for: for a new digest what is in the fields, for a saved one what differs from
 * what they showed.
 */
export function optionsOfForm(
  options: CommandOptions,
  { shown, typed }: { readonly shown: FormText; readonly typed: FormText },
): CommandOptions {
  const isEdit = options['subcommand'] === 'edit';
  const entries = FORM_FIELDS.flatMap((field): readonly (readonly [string, OptionValue | undefined])[] => {
    const value = typed[field].trim();
    if (!isEdit) return [[field, value === '' ? undefined : value]];
    if (value === shown[field].trim()) return [];
    if (field === 'mention' && value === '') return [['unmention', true]];
    return value === '' ? [] : [[field === 'name' ? 'rename' : field, value]];
  });
  return { ...options, ...Object.fromEntries(entries) };
}
