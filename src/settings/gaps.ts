import type { Store } from '../store/store.ts';

/** A question that the articles had no answer to. */
export interface Gap {
  readonly guild: string;
  /** The article that was asked; none if all were. */
  readonly article?: string | undefined;
  /** What was asked; only kept if the server said so. */
  readonly question?: string | undefined;
  readonly now: number;
}

/** Questions without an answer of a day, in one article or all. */
export interface GapCount {
  /** YYYY-MM-DD, in UTC. */
  readonly day: string;
  readonly article: string | undefined;
  readonly count: number;
  /** Those whose text was kept, the most frequent first. */
  readonly questions: readonly { readonly question: string; readonly count: number }[];
}

/** How long questions without an answer are counted, and their texts kept. */
export const GAPS_KEPT_DAYS = 90;
const DAY_MS = 86_400_000;
const QUESTION_MAX_CHARS = 300;
const EVERYWHERE = '';
const UNKEPT = '';

/** Counts a question without an answer. */
export async function noteGap(store: Store, { guild, article, question, now }: Gap): Promise<void> {
  const row = {
    guild,
    day: utcDay(now),
    article: article ?? EVERYWHERE,
    question: question?.slice(0, QUESTION_MAX_CHARS) ?? UNKEPT,
    times: 1,
  };
  await store.db
    .insertInto('gap')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['guild', 'day', 'article', 'question'])
        .doUpdateSet((query) => ({ times: query('gap.times', '+', 1) })),
    )
    .execute();
}

/** Lists a server's questions without an answer by day, the newest first, and by article, the most frequent first. */
export async function readGaps(
  store: Store,
  { guild, now }: { readonly guild: string; readonly now: number },
): Promise<readonly GapCount[]> {
  const rows = await store.db
    .selectFrom('gap')
    .select(['day', 'article', 'question', 'times'])
    .where('guild', '=', guild)
    .where('day', '>', utcDay(now - GAPS_KEPT_DAYS * DAY_MS))
    .execute();
  const groups = Map.groupBy(rows, ({ day, article }) => `${day} ${article}`);
  const counts = Array.from(groups.values(), (group): GapCount => {
    const [{ day, article } = { day: '', article: '' }] = group;
    const questions = group
      .filter(({ question }) => question !== UNKEPT)
      .map(({ question, times }) => ({ question, count: times }))
      .toSorted((a, b) => b.count - a.count || (a.question < b.question ? -1 : 1));
    const count = group.reduce((sum, { times }) => sum + times, 0);
    return { day, article: article === EVERYWHERE ? undefined : article, count, questions };
  });
  return counts.toSorted((a, b) => (a.day === b.day ? b.count - a.count : a.day < b.day ? 1 : -1));
}

/** Deletes what is older than 90 days. */
export async function forgetOldGaps(store: Store, now: number): Promise<void> {
  await store.db
    .deleteFrom('gap')
    .where('day', '<=', utcDay(now - GAPS_KEPT_DAYS * DAY_MS))
    .execute();
}

function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
