import {
  ApplicationCommandOptionType as Option,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
  TextInputStyle,
  userMention,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type ApplicationCommandDataResolvable,
  type Interaction,
  type InteractionReplyOptions,
} from 'discord.js';
import type { Room } from '../src/room.ts';
import { startBot, type Bot } from './bot.ts';

const SENTENCES = [
  'The ferry between the islands has run since 1904, and nobody remembers a winter without it.',
  'Her crew of seven keeps the engine warm through the night.',
  'The council votes on a new pier in March.',
];

const COMMANDS: readonly ApplicationCommandDataResolvable[] = [
  {
    name: 'quote',
    description: 'Quotes the exact sentence that holds some words',
    options: [
      {
        type: Option.String,
        name: 'text',
        description: 'Words from the sentence',
        required: true,
        autocomplete: true,
        maxLength: 200,
      },
      {
        type: Option.String,
        name: 'scope',
        description: 'How much to quote',
        choices: [
          { name: 'Only the sentence', value: 'sentence' },
          { name: 'The whole paragraph', value: 'paragraph' },
        ],
      },
      { type: Option.Boolean, name: 'hide', description: 'Show the answer only to you' },
      { type: Option.User, name: 'mention', description: 'Whom to tell' },
      { type: Option.Integer, name: 'count', description: 'How many sentences', minValue: 1, maxValue: 3 },
    ],
  },
  {
    name: 'digest',
    description: 'Digests',
    options: [
      {
        type: Option.Subcommand,
        name: 'create',
        description: 'Posts a section regularly',
        options: [{ type: Option.Channel, name: 'channel', description: 'Where', required: true }],
      },
      { type: Option.Subcommand, name: 'list', description: 'Lists the digests of this server' },
    ],
  },
  {
    name: 'show',
    description: 'Shows one way of answering',
    options: [
      {
        type: Option.String,
        name: 'kind',
        description: 'Which',
        required: true,
        choices: ['markdown', 'components', 'embed', 'late', 'silence', 'form', 'note'].map((name) => ({
          name,
          value: name,
        })),
      },
    ],
  },
  { name: 'manage', description: 'Settings of this server', defaultMemberPermissions: 32n },
  { name: 'Find in sources', type: ApplicationCommandType.Message },
];

const MARKDOWN = [
  '# Heading one',
  '### Heading three with *emphasis*',
  'Plain **bold**, *italic*, __underlined__, ~~struck~~, ***both***, `code` and ||a spoiler||.',
  '> A quoted line',
  '> and its second',
  '- first',
  '  - nested',
  '- second',
  '1. one',
  '2. two',
  'A [masked link](https://example.org/page), a bare one https://example.org/a_b_c, and \\*escaped\\* signs.',
  'Now is <t:1700000000:R>, on <t:1700000000:D>; :smile: stays as it is.',
  '```js\nconst answer = "<b>42</b>";\n```',
  '-# Small print',
].join('\n');

const button = (style: number, label: string, more: object = {}): object => ({
  type: ComponentType.Button,
  style,
  label,
  custom_id: `button:${label}`,
  ...more,
});

function v2(components: unknown[]): InteractionReplyOptions {
  return { flags: MessageFlags.IsComponentsV2, components: components as APIMessageTopLevelComponent[] };
}

function quote(page: number): InteractionReplyOptions {
  return v2([
    {
      type: ComponentType.Container,
      accent_color: 0x4b46d1,
      components: [
        { type: ComponentType.TextDisplay, content: `> ${SENTENCES[page]}` },
        { type: ComponentType.TextDisplay, content: `-# Island Post, 3 May 2023 · ¶${page + 1}` },
        {
          type: ComponentType.ActionRow,
          components: [
            button(ButtonStyle.Primary, 'Next match', { custom_id: `next:${page + 1}` }),
            button(ButtonStyle.Secondary, 'Never answers', { custom_id: 'never' }),
            button(ButtonStyle.Secondary, 'Whole paragraph', { custom_id: 'whole', disabled: true }),
          ],
        },
      ],
    },
  ]);
}

function everything(): InteractionReplyOptions {
  return {
    ...v2([
      { type: ComponentType.TextDisplay, content: '## All components' },
      {
        type: ComponentType.Container,
        accent_color: 0x1d7a45,
        components: [
          {
            type: ComponentType.Section,
            components: [{ type: ComponentType.TextDisplay, content: 'A section with a **button** beside it.' }],
            accessory: button(ButtonStyle.Secondary, 'Beside'),
          },
          { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Large },
          {
            type: ComponentType.ActionRow,
            components: [
              button(ButtonStyle.Primary, 'Primary'),
              button(ButtonStyle.Secondary, 'Secondary'),
              button(ButtonStyle.Success, 'Success', { emoji: { name: '✅' } }),
              button(ButtonStyle.Danger, 'Danger'),
              { type: ComponentType.Button, style: ButtonStyle.Link, label: 'Link', url: 'https://example.org/' },
            ],
          },
          {
            type: ComponentType.ActionRow,
            components: [
              {
                type: ComponentType.StringSelect,
                custom_id: 'select',
                placeholder: 'Choose a sentence',
                options: SENTENCES.map((label, index) => ({
                  label: label.slice(0, 90),
                  value: String(index),
                  description: `¶${index + 1}`,
                })),
              },
            ],
          },
          { type: ComponentType.File, file: { url: 'attachment://notes.txt' } },
          {
            type: ComponentType.MediaGallery,
            items: [
              { media: { url: 'attachment://dot.png' }, description: 'A dot' },
              { media: { url: 'https://example.org/a.png' }, description: 'A picture elsewhere' },
            ],
          },
        ],
      },
    ]),
    files: [
      { attachment: Buffer.from('Some notes.'), name: 'notes.txt' },
      { attachment: Buffer.from(DOT, 'base64'), name: 'dot.png' },
    ],
  };
}

const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** Opens the form from a message, which then says what was noted. */
const NOTE_BUTTON: APIMessageTopLevelComponent[] = [
  {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, custom_id: 'write', label: 'Write a note' }],
  },
];

const NOTE_FORM: APIModalInteractionResponseCallbackData = {
  custom_id: 'form',
  title: 'A note',
  components: [
    {
      type: ComponentType.Label,
      label: 'Note',
      description: 'What to remember',
      component: {
        type: ComponentType.TextInput,
        custom_id: 'note',
        style: TextInputStyle.Paragraph,
        max_length: 100,
      },
    },
  ],
};

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const found = SENTENCES.filter((sentence) => sentence.toLowerCase().includes(typed));
    return interaction.respond(found.map((name) => ({ name, value: `¶${SENTENCES.indexOf(name) + 1}` })));
  }
  if (interaction.isMessageContextMenuCommand()) {
    return interaction.reply({
      content: `Nearest to “${interaction.targetMessage.content.slice(0, 20)}”: ¶2`,
      flags: MessageFlags.Ephemeral,
    });
  }
  if (interaction.isModalSubmit() && interaction.isFromMessage())
    return interaction.update({
      content: `Noted: ${interaction.fields.getTextInputValue('note')}`,
      components: NOTE_BUTTON,
    });
  if (interaction.isModalSubmit()) return interaction.reply(`Noted: ${interaction.fields.getTextInputValue('note')}`);
  if (interaction.isStringSelectMenu())
    return interaction.reply({
      content: `> ${SENTENCES[Number(interaction.values[0])]}`,
      flags: MessageFlags.Ephemeral,
    });
  if (interaction.isButton()) {
    if (interaction.customId === 'never') return undefined;
    if (interaction.customId === 'write') return interaction.showModal(NOTE_FORM);
    const page = Number(interaction.customId.split(':')[1]) % SENTENCES.length;
    if (interaction.customId.startsWith('next:')) {
      const { components } = quote(page);
      return interaction.update({ components: components! });
    }
    return interaction.reply({ content: 'Pressed', flags: MessageFlags.Ephemeral });
  }
  if (!interaction.isChatInputCommand()) return undefined;
  if (interaction.commandName === 'quote') {
    const reply = quote(Math.max(0, Number(interaction.options.getString('text', true).replace('¶', '')) - 1 || 0));
    return interaction.reply(
      interaction.options.getBoolean('hide')
        ? { ...reply, flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] }
        : reply,
    );
  }
  if (interaction.commandName !== 'show')
    return interaction.reply({ content: `Used ${interaction.commandName}`, flags: MessageFlags.Ephemeral });
  switch (interaction.options.getString('kind', true)) {
    case 'markdown':
      return interaction.reply(MARKDOWN);
    case 'components':
      return interaction.reply(everything());
    case 'embed':
      return interaction.reply({
        content: `For ${userMention(interaction.user.id)}`,
        embeds: [
          {
            title: 'An embed',
            url: 'https://example.org/',
            description: 'With **marks**',
            color: 0xc5303a,
            fields: [
              { name: 'One', value: '1', inline: true },
              { name: 'Two', value: '2', inline: true },
            ],
            footer: { text: 'A footer' },
          },
        ],
      });
    case 'late':
      await interaction.deferReply();
      // The test says when, by a message.
      await new Promise((resolve) => void interaction.client.once('messageCreate', resolve));
      return interaction.editReply('It took a while.');
    case 'note':
      return interaction.reply({ content: 'Nothing is noted.', components: NOTE_BUTTON });
    case 'form':
      return interaction.showModal(NOTE_FORM);
    default:
      return undefined;
  }
}

/** Logs a bot in that shows every kind of answer, for the page to render. */
export function startPageBot(room: Room): Promise<Bot> {
  return startBot(room, { commands: COMMANDS, onInteraction: answer });
}
