import type { ViewCommand } from '../../../src/members/events.ts';
import { commandUsages } from '../../../src/page/composer/command.ts';

/** A slash command with nothing but a name, unless more is given. */
export function command(given: Partial<ViewCommand> & Pick<ViewCommand, 'name'>): ViewCommand {
  return { id: '1', version: '1', type: 1, description: '', default_member_permissions: null, ...given };
}

/** Usages of a plain command, and of one with subcommands. */
export const usages = commandUsages([
  command({
    id: '1',
    version: '7',
    name: 'quote',
    description: 'Quotes a sentence',
    options: [
      { type: 3, name: 'text', description: 'Words', required: true },
      { type: 3, name: 'scope', description: 'How much' },
    ],
  }),
  command({
    id: '2',
    version: '8',
    name: 'digest',
    description: 'Digests',
    options: [
      {
        type: 2,
        name: 'post',
        description: 'Posts',
        options: [
          {
            type: 1,
            name: 'now',
            description: 'Posts at once',
            options: [{ type: 7, name: 'channel', description: 'Where' }],
          },
        ],
      },
      { type: 1, name: 'list', description: 'Lists digests' },
    ],
  }),
]);
