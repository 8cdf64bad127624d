import type { APIMessage } from 'discord-api-types/v10';
import type { MemberView, ViewChannel, ViewCommand } from '../../members/events.ts';
import { EPHEMERAL, hasFlag } from '../client/message.ts';
import { may, MANAGE_MESSAGES, mayWrite } from '../client/permissions.ts';
import { usableCommands } from '../composer/command.ts';
import { icon } from '../icon.ts';
import type { Menu, MenuItem } from '../menu.ts';
import { displayName } from '../names.ts';

/** The type of a command in a message's menu. */
const MESSAGE_MENU = 3;

/** What the items of a message's menu do. */
export interface MessageActions {
  readonly reply: () => void;
  readonly forward: () => void;
  readonly copy: () => void;
  readonly edit: () => void;
  readonly run: (command: ViewCommand) => void;
  readonly dismiss: () => void;
  readonly remove: () => void;
}

/** Builds the menu of a message: what can be done with it, and the bot's commands for it. */
export function messageMenu(
  message: APIMessage,
  { view, channel }: { readonly view: MemberView; readonly channel: ViewChannel },
  actions: MessageActions,
): Menu {
  const own = message.author.id === view.user.id;
  const ephemeral = hasFlag(message, EPHEMERAL);
  const apps = ephemeral ? [] : usableCommands(view.commands, channel, { type: MESSAGE_MENU, guilds: view.guilds });
  const reply: MenuItem = { label: 'Reply', icon: icon('reply'), choose: actions.reply };
  const forward: MenuItem = { label: 'Forward', icon: icon('forward'), choose: actions.forward };
  const copy: MenuItem = { label: 'Copy text', icon: icon('file'), choose: actions.copy };
  const edit: MenuItem = { label: 'Edit message', icon: icon('pencil'), choose: actions.edit };
  const dismiss: MenuItem = { label: 'Dismiss message', icon: icon('close'), choose: actions.dismiss };
  const remove: MenuItem = { label: 'Delete message', icon: icon('close'), danger: true, choose: actions.remove };
  return {
    label: 'Message',
    groups: [
      {
        items: [
          ...(mayWrite(channel) && !ephemeral ? [reply] : []),
          ...(ephemeral ? [] : [forward]),
          copy,
          ...(own ? [edit] : []),
        ],
      },
      {
        title: 'Apps',
        items: apps.map((command) => ({
          label: command.name,
          detail: displayName(view.bot),
          icon: icon('app'),
          choose: () => actions.run(command),
        })),
      },
      { items: ephemeral ? [dismiss] : own || may(channel, MANAGE_MESSAGES) ? [remove] : [] },
    ],
  };
}
