import type { MemberView, ViewChannel } from '../members/events.ts';
import type { Usage } from './composer/command.ts';
import { exampleUsages } from './composer/exampleUsages.ts';
import { parseCommandLine } from './composer/parseCommandLine.ts';
import type { FormValues } from './composer/commandForm.ts';
import type { Complete } from './composer/fieldSuggestions.ts';
import { el } from './el.ts';
import { icon } from './icon.ts';
import { channelName, displayName } from './names.ts';
import { channelIcon } from './sidebar.ts';

/** The type of an option that takes text. */
const STRING = 3;

export interface WelcomeContext {
  readonly view: MemberView;
  readonly channel: ViewChannel;
  readonly usages: readonly Usage[];
}

export interface WelcomeActions {
  /** Fills the composer with a command. */
  readonly open: (usage: Usage, values: FormValues) => void;
  readonly complete: Complete;
  /** The room's own lines to begin with in a channel; none if it knows of none. */
  readonly examples: (channelId: string) => Promise<readonly string[]>;
}

/**
 * Shows the beginning of a channel: its name, and commands to begin with, which fill the composer when chosen: those that the room
 * has for the channel, or three that are made of the bot's commands.
 */
export function welcomeView({ view, channel, usages }: WelcomeContext, actions: WelcomeActions): HTMLElement {
  const bot = displayName(view.bot);
  const picked = exampleUsages(usages);
  const intro =
    picked.length > 0
      ? `${bot} listens here. Type / to see its commands, @${bot} to ask it directly, or begin with one of these:`
      : channel.bot
        ? `${bot} has no commands here yet. They appear as soon as it is connected.`
        : `${bot} cannot be used in this channel.`;
  const list = el('ul.examples', {});
  if (picked.length > 0) void fillExamples(list, { channel, usages, picked }, actions);
  return el(
    'div.welcome',
    {},
    el('div.welcome-icon', { 'aria-hidden': 'true' }, channelIcon(channel)),
    el('h2', {}, channel.guild_id ? `Welcome to #${channelName(channel, view)}` : `Your conversation with ${bot}`),
    channel.topic ? el('p.welcome-topic', {}, channel.topic) : null,
    el('p', {}, intro),
    list,
  );
}

/** Lists the room's examples, or if it has none, a command each with the first value that the bot suggests. */
async function fillExamples(
  list: HTMLElement,
  { channel, usages, picked }: Pick<WelcomeContext, 'channel' | 'usages'> & { readonly picked: readonly Usage[] },
  actions: WelcomeActions,
): Promise<void> {
  const lines = await actions.examples(channel.id).catch(() => []);
  const given = lines.flatMap((line) => parseCommandLine(usages, `${line} `) ?? []);
  const views =
    given.length > 0
      ? given.map(
          ({ usage, values }) => exampleView(usage, { values, label: labelOf(values), open: actions.open }).button,
        )
      : picked.map((usage) => suggestedView(usage, actions));
  list.replaceChildren(...views.map((button) => el('li', {}, button)));
}

/** What an example fills in, and how that is shown. */
interface Filled {
  readonly values: FormValues;
  readonly label: string;
}

function exampleView(
  usage: Usage,
  { open, ...first }: Filled & Pick<WelcomeActions, 'open'>,
): { readonly button: HTMLElement; readonly fill: (filled: Filled) => void } {
  let { values } = first;
  const shown = el('span.example-value', {}, first.label);
  const button = el(
    'button.example',
    { type: 'button', onclick: () => open(usage, values) },
    el('span.example-command', {}, `/${usage.name}`),
    shown,
    el('span.example-text', {}, usage.description),
    icon('chevron'),
  );
  const fill = (filled: Filled): void => {
    ({ values } = filled);
    shown.textContent = filled.label;
  };
  return { button, fill };
}

/** An example that takes the first value that the bot suggests for its first option, if that is completed. */
function suggestedView(usage: Usage, { open, complete }: WelcomeActions): HTMLElement {
  const first = usage.options.find(({ required }) => required) ?? usage.options[0];
  if (!first?.required) return exampleView(usage, { values: {}, label: '', open }).button;
  const { type, name } = first;
  const { button, fill } = exampleView(usage, { values: {}, label: `${name}: …`, open });
  if (type === STRING && first.autocomplete) {
    complete(usage, [{ type, name, value: '', focused: true }])
      .then(([choice]) => choice && fill({ values: { [name]: choice }, label: `${name}: ${choice.name}` }))
      // Without a suggestion the example stays as it is.
      .catch(() => undefined);
  }
  return button;
}

function labelOf(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ');
}
