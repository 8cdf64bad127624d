import type { MemberView, ViewChannel } from '../members/events.ts';
import type { Usage } from './composer/command.ts';
import { exampleUsages } from './composer/exampleUsages.ts';
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
}

/**
 * Shows the beginning of a channel: its name, and three commands to begin with, which fill the composer when chosen. If a command
 * completes its first option, the example has the first value that the bot suggests.
 */
export function welcomeView({ view, channel, usages }: WelcomeContext, actions: WelcomeActions): HTMLElement {
  const bot = displayName(view.bot);
  const examples = exampleUsages(usages);
  const intro =
    examples.length > 0
      ? `${bot} listens here. Type / to see its commands, @${bot} to ask it directly, or begin with one of these:`
      : channel.bot
        ? `${bot} has no commands here yet. They appear as soon as it is connected.`
        : `${bot} cannot be used in this channel.`;
  return el(
    'div.welcome',
    {},
    el('div.welcome-icon', { 'aria-hidden': 'true' }, channelIcon(channel)),
    el('h2', {}, channel.guild_id ? `Welcome to #${channelName(channel, view)}` : `Your conversation with ${bot}`),
    channel.topic ? el('p.welcome-topic', {}, channel.topic) : null,
    el('p', {}, intro),
    el('ul.examples', {}, ...examples.map((usage) => el('li', {}, exampleView(usage, actions)))),
  );
}

function exampleView(usage: Usage, { open, complete }: WelcomeActions): HTMLElement {
  const first = usage.options.find(({ required }) => required) ?? usage.options[0];
  const value = el('span.example-value');
  let values: FormValues = {};
  if (first?.required) value.textContent = `${first.name}: …`;
  const button = el(
    'button.example',
    { type: 'button', onclick: () => open(usage, values) },
    el('span.example-command', {}, `/${usage.name}`),
    value,
    el('span.example-text', {}, usage.description),
    icon('chevron'),
  );
  if (first?.required && first.type === STRING && first.autocomplete) {
    const begin = async (): Promise<void> => {
      const [choice] = await complete(usage, [{ type: first.type, name: first.name, value: '', focused: true }]);
      if (!choice) return;
      values = { [first.name]: choice };
      value.textContent = `${first.name}: ${choice.name}`;
    };
    // Without a suggestion the example stays as it is.
    begin().catch(() => undefined);
  }
  return button;
}
