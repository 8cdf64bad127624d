import { ours, said, saidTogether, type Said } from '../../answer/said.ts';
import { GAPS_KEPT_DAYS, type GapCount } from '../../settings/gaps.ts';
import { counted } from './counted.ts';

/** Lines shown; the older days are left out. */
const MAX_LINES = 40;
const QUESTIONS_PER_LINE = 5;

/** Lists the questions that had no answer, by day and article; articles that are not `granted` here are not named. */
export function gapsInWords(gaps: readonly GapCount[], granted: ReadonlyMap<string, unknown>): Said {
  if (gaps.length === 0) return ours(`No question went without an answer in the last ${GAPS_KEPT_DAYS} days.`);
  const total = gaps.reduce((sum, { count }) => sum + count, 0);
  const first = ours(
    `**${counted(total, 'question')} without an answer in the last ${GAPS_KEPT_DAYS} days** (days in UTC)`,
  );
  const lines = gaps.flatMap(({ day, article, count, questions }) => [
    said`- ${ours(day)}, ${articleIn(article, granted)}: ${ours(String(count))}`,
    ...questions
      .slice(0, QUESTIONS_PER_LINE)
      .map((one) => said`  - ${one.question} ${ours(one.count === 1 ? '' : `(${one.count} times)`)}`),
  ]);
  const rest = lines.length > MAX_LINES ? [ours('Older ones are not shown.')] : [];
  return saidTogether([first, ...lines.slice(0, MAX_LINES), ...rest], '\n');
}

/** Said to members who may not see what was asked. */
export function mayNotSeeGaps(): string {
  return 'Only members with Manage Server can see which questions had no answer, and only in the server.';
}

/** Names the article that was asked, if it is available here. */
export function articleIn(article: string | undefined, granted: ReadonlyMap<string, unknown>): Said | string {
  if (article === undefined) return ours('all articles');
  return granted.has(article) ? article : ours('an article that is not available here');
}
