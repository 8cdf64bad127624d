import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { said } from '../../src/answer/said.ts';
import { invalid } from '../../src/command/checkOptions.ts';
import type { OptionsOf } from '../../src/command/command.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import type { Subcommand, SubcommandDefinition } from '../../src/command/subcommands.ts';
import { describeRun } from '../../src/digest/describeSchedule.ts';
import { addRun } from '../../src/schedule/runs/addRun.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
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

/** Why a digest does not run, and what to do. */
const STOPPED: Readonly<Record<NonNullable<Schedule['disabled']>, string>> = {
  ended: 'has come to its end; /digest resume starts it over',
  forbidden: 'is stopped; fix what its last run says (/digest show), then use /digest resume',
  gone: 'is stopped; choose another channel with /digest edit, then use /digest resume',
  left: 'was stopped when I was removed from this server; use /digest resume to start it again',
};

export default {
  definition,
  /** Checks that the channel takes the digest, puts a run that is due into the ledger, and waits for its outcome. */
  async run({ name }: OptionsOf<typeof definition>, context) {
    const found = await findDigest(name, context);
    if (found.kind === 'invalid') return found;
    const { schedule } = found;
    if (schedule.disabled !== null) return invalid('name', `"${schedule.name}" ${STOPPED[schedule.disabled]}.`);
    const refusal = await postingRefusal(schedule, context);
    if (refusal) return invalid('name', said`Nothing was posted. ${refusal}`);
    const store = await context.store();
    const id = await addRun(store, schedule, context.now.getTime());
    const { posting } = context;
    if (!posting) return answerDigests([schedule], context, { done: 'queued' });
    posting.wake();
    const run = await posting.follow(id);
    const now = await readSchedule(store, schedule.id);
    if (!run || !now) return invalid('name', `The digest "${schedule.name}" was deleted meanwhile.`);
    return { ...(await answerDigests([now], context, { done: 'ran' })), ran: describeRun(run, now) };
  },
} satisfies Subcommand<ServerContext>;
