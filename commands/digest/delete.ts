import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { AnswerOf } from '../../src/answer/answer.ts';
import { invalid } from '../../src/command/checkOptions.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import { digestDeleted, digestKept, digestProblem, mayDelete } from '../../src/reply/words/digests/digestWords.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { deleteSchedule } from '../../src/schedule/schedules.ts';
import { describeSchedule } from './describeSchedule.ts';
import { digestSubcommand } from './digestSubcommand.ts';

export default digestSubcommand({
  name: 'delete',
  description: 'Delete a digest and its history',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'confirm',
      description: '“yes” deletes it without asking',
      max_length: 20,
    },
  ],
  async run(schedule, { confirm }, context) {
    const { id, name } = schedule;
    if (confirm === undefined) return question(schedule, context);
    const answer = confirm.toLowerCase();
    if (answer === 'no') return { kind: 'notice', ...digestKept(name) };
    if (answer !== 'yes' && confirm !== id) return invalid('confirm', digestProblem({ kind: 'no-confirmation' }));
    const isDeleted = await deleteSchedule(await context.store(), id);
    return { kind: 'notice', ...digestDeleted(name, { isGone: !isDeleted }) };
  },
  otherwise: ({ confirm }) =>
    confirm === undefined ? undefined : { kind: 'notice', ...digestDeleted(undefined, { isGone: true }) },
});

/**
 * Asks whether to delete a digest. The buttons name it by its id: a late press never deletes another digest that has been
 * given the same name.
 */
function question(schedule: Schedule, { library, now }: ServerContext): AnswerOf<'notice'> {
  const { id, name, zone } = schedule;
  const { next } = describeSchedule(schedule, { articles: library.articles, now: now.getTime(), runs: [] });
  const options = { subcommand: 'delete', name: id };
  return {
    kind: 'notice',
    ...mayDelete(name, next[0] && { local: next[0].local, zone }),
    choices: [
      { choice: 'delete', command: 'digest', options: { ...options, confirm: id } },
      { choice: 'keep', command: 'digest', options: { ...options, confirm: 'no' } },
    ],
  };
}
