import {
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type ChannelType,
} from 'discord.js';
import type { OptionDefinition } from '../../command/command.ts';
import { EMPTY_CHANNEL, FORM_LABELS } from '../../reply/words/digests/formWords.ts';
import type { DigestDraft } from './digestDrafts.ts';
import { draftActionId } from './draftAction.ts';
import { type FormField, type FormText } from './formText.ts';

/** An option of the command, as far as a field needs it. */
interface FieldOption {
  readonly description: string;
  readonly max_length?: number;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly channel_types?: readonly ChannelType[];
}

/** The form of a digest, with what was typed last; `options` are those of `/digest create`. */
export function digestForm(
  { token, options: given, shown, typed }: DigestDraft,
  options: readonly OptionDefinition[],
): APIModalInteractionResponseCallbackData {
  const text = typed ?? shown;
  const use = given['subcommand'] === 'edit' ? 'edit' : 'create';
  const option = (field: FormField): FieldOption =>
    (options.find(({ name }) => name === field) ?? { description: '' }) as FieldOption;
  const hasSection = given['section'] !== undefined || shown.what === 'section';
  return {
    custom_id: draftActionId({ name: 'form', token }),
    title: FORM_LABELS[use],
    components: [
      textField('name', option('name'), text),
      whatField(option('what'), text, { hasSection }),
      textField('when', option('when'), text),
      channelField(option('channel'), text, EMPTY_CHANNEL[use]),
      roleField(text),
    ],
  };
}

function textField(
  field: 'name' | 'when',
  { description, max_length: most = 200 }: FieldOption,
  text: FormText,
): APILabelComponent {
  const value = text[field];
  return {
    type: ComponentType.Label,
    label: FORM_LABELS[field],
    ...(field === 'when' ? { description } : {}),
    component: {
      type: ComponentType.TextInput,
      custom_id: field,
      style: TextInputStyle.Short,
      required: true,
      // A rule in words may be longer than what can be typed.
      max_length: Math.max(most, value.length),
      ...(value === '' ? {} : { value }),
    },
  };
}

/** Offers what can be posted; a section only where one is named, since the form has no field for it. */
function whatField(
  { choices = [] }: FieldOption,
  { what }: FormText,
  { hasSection }: { readonly hasSection: boolean },
): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: FORM_LABELS.what,
    component: {
      type: ComponentType.StringSelect,
      custom_id: 'what',
      required: true,
      options: choices
        .filter(({ value }) => hasSection || value !== 'section')
        .map(({ name, value }) => ({ label: name, value, default: value === what })),
    },
  };
}

function channelField(
  { channel_types: types = [] }: FieldOption,
  { channel }: FormText,
  description: string,
): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: FORM_LABELS.channel,
    description,
    component: {
      type: ComponentType.ChannelSelect,
      custom_id: 'channel',
      required: false,
      min_values: 0,
      max_values: 1,
      channel_types: [...types],
      ...(channel === '' ? {} : { default_values: [{ id: channel, type: SelectMenuDefaultValueType.Channel }] }),
    },
  };
}

function roleField({ mention }: FormText): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: FORM_LABELS.mention,
    component: {
      type: ComponentType.RoleSelect,
      custom_id: 'mention',
      required: false,
      min_values: 0,
      max_values: 1,
      ...(mention === '' ? {} : { default_values: [{ id: mention, type: SelectMenuDefaultValueType.Role }] }),
    },
  };
}
