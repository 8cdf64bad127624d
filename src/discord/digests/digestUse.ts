import type { ChatInputCommandInteraction, Interaction, ModalSubmitInteraction } from 'discord.js';
import { optionsOfCommand } from '../../command/subcommands.ts';
import { type Command, isSlash, type CommandOptions, type OptionDefinition } from '../../command/command.ts';
import { plainOptions } from '../interactions/options.ts';
import { type DraftAction, readDraftAction } from './draftAction.ts';
import { formTextFrom, type FormText } from './formText.ts';

/** What somebody does about a digest in a form. */
export type DigestUse =
  | { readonly kind: 'open'; readonly options: CommandOptions; readonly interaction: ChatInputCommandInteraction }
  | { readonly kind: 'press'; readonly action: DraftAction }
  | { readonly kind: 'submit'; readonly token: string; readonly typed: FormText };

/** Reads an interaction as one about a digest in a form; undefined if it is about something else. */
export function digestUse(interaction: Interaction, commands: ReadonlyMap<string, Command>): DigestUse | undefined {
  if (interaction.isChatInputCommand()) {
    if (interaction.commandName !== 'digest') return undefined;
    const options = plainOptions(interaction.options.data) as CommandOptions;
    return needsForm(options, commands) ? { kind: 'open', options, interaction } : undefined;
  }
  if (interaction.isButton()) {
    const action = readDraftAction(interaction.customId);
    return action && { kind: 'press', action };
  }
  if (!interaction.isModalSubmit()) return undefined;
  const action = readDraftAction(interaction.customId);
  return action?.name === 'form' ? { kind: 'submit', token: action.token, typed: typedText(interaction) } : undefined;
}

/** The options of a subcommand of `/digest`. */
export function digestOptions(subcommand: string, commands: ReadonlyMap<string, Command>): readonly OptionDefinition[] {
  const definition = commands.get('digest')?.definition;
  const form = definition && isSlash(definition) ? optionsOfCommand(definition, subcommand) : undefined;
  return form && 'options' in form ? form.options : [];
}

/** A new digest that lacks something, and a saved one of which nothing is changed, are asked for in a form. */
function needsForm({ subcommand, ...given }: CommandOptions, commands: ReadonlyMap<string, Command>): boolean {
  if (subcommand === 'edit') return Object.keys(given).every((name) => name === 'name');
  if (subcommand !== 'create') return false;
  return digestOptions('create', commands).some(({ name, required }) => required === true && given[name] === undefined);
}

function typedText({ fields }: ModalSubmitInteraction): FormText {
  return formTextFrom((field) => {
    const filled = fields.fields.get(field);
    if (filled && 'value' in filled) return String(filled.value ?? '');
    return filled && 'values' in filled ? (filled.values[0] ?? '') : '';
  });
}
