import { ours, said, saidTogether, type Said } from '../../answer/said.ts';
import type { Vote, VoteCount } from '../../settings/votes.ts';
import { GAPS_KEPT_DAYS } from '../../settings/gaps.ts';
import { counted } from './counted.ts';
import { articleIn } from './gapWords.ts';

/** Labels of the buttons that say whether an answer helped. */
export const VOTE_LABELS: Readonly<Record<Vote, string>> = { up: '👍', down: '👎' };

/** Lines shown; the older days are left out. */
const MAX_LINES = 30;
const QUESTIONS_PER_LINE = 5;

/** Says what vote of a member counts now. */
export function voteCounted(vote: Vote | 'none'): string {
  if (vote === 'none') return 'Your vote was taken back.';
  return `Thanks! Your vote: ${VOTE_LABELS[vote]}. Press it again to take it back.`;
}

/** Said if a server has turned voting off again. */
export function voteOff(): string {
  return 'Answers cannot be rated here any more.';
}

/** Lists the votes on answers, by day and article; articles that are not `granted` here are not named. */
export function votesInWords(votes: readonly VoteCount[], granted: ReadonlyMap<string, unknown>): Said {
  const sum = (vote: Vote): number => votes.reduce((total, count) => total + count[vote], 0);
  const first = ours(
    `**${counted(sum('up') + sum('down'), 'vote')} on answers in the last ${GAPS_KEPT_DAYS} days** (${tally({ up: sum('up'), down: sum('down') })})`,
  );
  const lines = votes.flatMap(({ day, article, questions, ...count }) => [
    said`- ${ours(day)}, ${articleIn(article, granted)}: ${ours(tally(count))}`,
    ...questions.slice(0, QUESTIONS_PER_LINE).map((question) => said`  - ${ours(VOTE_LABELS.down)} ${question}`),
  ]);
  const rest = lines.length > MAX_LINES ? [ours('Older ones are not shown.')] : [];
  return saidTogether([first, ...lines.slice(0, MAX_LINES), ...rest], '\n');
}

function tally({ up, down }: Readonly<Record<Vote, number>>): string {
  return `${VOTE_LABELS.up} ${up} · ${VOTE_LABELS.down} ${down}`;
}
