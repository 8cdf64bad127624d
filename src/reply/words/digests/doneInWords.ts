import type { AnswerOf } from '../../../answer/answer.ts';
import type { AnswerRun } from '../../../answer/schema/scheduleAnswers.ts';
import { ours, said, type Said } from '../../../answer/said.ts';
import { whyInWords } from './runInWords.ts';

type Schedules = AnswerOf<'schedules'>;

const DONE: Readonly<Record<Exclude<NonNullable<Schedules['done']>, 'ran'>, string>> = {
  created: '**Digest scheduled.**',
  edited: '**Digest updated.**',
  paused: '**Digest paused.**',
  resumed: '**Digest resumed.**',
  queued: '**Queued,** in addition to the schedule. The bot tries to post it when it runs.',
  unchanged: '**Nothing to change:** the digest is already like this.',
  'already-paused': '**Nothing to change:** the digest is already paused like this.',
  'not-paused': '**Nothing to change:** the digest is not paused.',
  over: '**This digest is over:** no further run is due. To use it again, give it a new time with `/digest edit`.',
};

/** Says what was done to a digest, or why nothing was; undefined if nothing was asked for. */
export function doneInWords({ done, ran }: Pick<Schedules, 'done' | 'ran'>): Said | undefined {
  if (done === undefined) return undefined;
  if (done !== 'ran') return ours(DONE[done]);
  return ran ? ranInWords(ran) : undefined;
}

function ranInWords(run: AnswerRun): Said {
  const why = whyInWords(run);
  const because = why ? said`: ${why}.` : ours('.');
  switch (run.state) {
    case 'posted':
      return ours(run.url === undefined ? '**Posted.**' : `**Posted:** ${run.url}`);
    case 'pending':
    case 'claimed':
      return ours('**Still in progress.** `/digest history` will show the result.');
    case 'failed':
      return said`**Not posted**${because}`;
    case 'skipped':
      return said`**Not posted**${because}`;
    case 'uncertain':
      return said`**May not have been posted**${because} Check the channel before you use \`/digest run\` again.`;
    default:
      return run.state satisfies never;
  }
}
