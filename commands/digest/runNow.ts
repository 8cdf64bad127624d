import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { invalid } from '../../src/command/checkOptions.ts';
import type { OptionsOf } from '../../src/command/command.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import type { Subcommand, SubcommandDefinition } from '../../src/command/subcommands.ts';
import { describeRun } from './describeSchedule.ts';
import { digestProblem } from '../../src/reply/words/digests/digestWords.ts';
import { addRun } from '../../src/schedule/runs/addRun.ts';
import { readSchedule } from '../../src/schedule/schedules.ts';
import { answerDigests } from './answerDigests.ts';
import { NAME_OPTION } from './digestOptions.ts';
import { findDigest } from './findDigest.ts';
import { postingRefusal } from './postingRefusal.ts';

const definition = {
  type: ApplicationCommandOptionType.Subcommand,
  name: 'run',
  description: 'Post a digest now, in addition to its schedule',
  options: [NAME_OPTION],
} as const satisfies SubcommandDefinition;

export default {
  definition,
  /** Checks that the channel accepts the digest, adds a due run to the ledger, and waits for its outcome. */
  async run({ name }: OptionsOf<typeof definition>, context) {
    const found = await findDigest(name, context);
    if (found.kind === 'invalid') return found;
    const { schedule } = found;
    if (schedule.disabled !== null)
      return invalid('name', digestProblem({ kind: 'stopped', name: schedule.name, reason: schedule.disabled }));
    const refusal = await postingRefusal(schedule, context);
    if (refusal) return invalid('name', digestProblem({ kind: 'not-posted', refusal }));
    const store = await context.store();
    const id = await addRun(store, schedule, context.now.getTime());
    const { posting } = context;
    if (!posting) return answerDigests([schedule], context, { done: 'queued' });
    posting.wake();
    const run = await posting.follow(id);
    const now = await readSchedule(store, schedule.id);
    if (!run || !now) return invalid('name', digestProblem({ kind: 'deleted', name: schedule.name }));
    return { ...(await answerDigests([now], context, { done: 'ran' })), ran: describeRun(run, now) };
  },
} satisfies Subcommand<ServerContext>;
