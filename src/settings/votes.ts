import { createHash } from 'node:crypto';
import type { Store } from '../store/store.ts';
import { GAPS_KEPT_DAYS } from './gaps.ts';

/** What a member says of an answer. */
export type Vote = 'up' | 'down';

/** A member's vote on an answer in a server. */
export interface CastVote {
  readonly guild: string;
  /** The id of the message. */
  readonly answer: string;
  /** The member's id; only a digest of it and `answer` is kept. */
  readonly member: string;
  readonly vote: Vote;
  /** The article that the answer is from, if it is from one. */
  readonly article?: string | undefined;
  /** What was asked; only kept if the server said so. */
  readonly question?: string | undefined;
  readonly now: number;
}

/** Votes of a day on answers from one article, or from none or several. */
export interface VoteCount {
  /** YYYY-MM-DD, in UTC. */
  readonly day: string;
  readonly article: string | undefined;
  readonly up: number;
  readonly down: number;
  /** Questions whose answers were voted down, if their texts were kept, in order. */
  readonly questions: readonly string[];
}

const DAY_MS = 86_400_000;
const QUESTION_MAX_CHARS = 300;
const NONE = '';
const UP = 1;
const DOWN = 0;

/**
 * Casts a member's one vote on an answer, in place of an earlier one; the same vote again takes it back. Returns the
 * vote that counts now.
 */
export async function castVote(
  store: Store,
  { guild, answer, member, vote, article, question, now }: CastVote,
): Promise<Vote | 'none'> {
  const voter = voterOf(member, answer);
  const up = vote === 'up' ? UP : DOWN;
  return store.write(async (transaction) => {
    const same = await transaction
      .deleteFrom('vote')
      .where('guild', '=', guild)
      .where('answer', '=', answer)
      .where('voter', '=', voter)
      .where('up', '=', up)
      .executeTakeFirst();
    if (Number(same.numDeletedRows) > 0) return 'none';
    const row = {
      day: utcDay(now),
      article: article ?? NONE,
      question: question?.slice(0, QUESTION_MAX_CHARS) ?? NONE,
      up,
    };
    await transaction
      .insertInto('vote')
      .values({ guild, answer, voter, ...row })
      .onConflict((conflict) => conflict.columns(['guild', 'answer', 'voter']).doUpdateSet(row))
      .execute();
    return vote;
  });
}

/** Counts a server's votes by day, the newest first, and by article, the most voted down first. */
export async function readVotes(
  store: Store,
  { guild, now }: { readonly guild: string; readonly now: number },
): Promise<readonly VoteCount[]> {
  const rows = await store.db
    .selectFrom('vote')
    .select(['day', 'article', 'question', 'up'])
    .where('guild', '=', guild)
    .where('day', '>', oldestDay(now))
    .execute();
  const counts = Array.from(
    Map.groupBy(rows, ({ day, article }) => `${day} ${article}`).values(),
    (group): VoteCount => {
      const [{ day, article } = { day: '', article: NONE }] = group;
      const down = group.filter(({ up }) => up === DOWN);
      const questions = new Set(down.map(({ question }) => question).filter((question) => question !== NONE));
      return {
        day,
        article: article === NONE ? undefined : article,
        up: group.length - down.length,
        down: down.length,
        questions: [...questions].toSorted(),
      };
    },
  );
  return counts.toSorted((a, b) => (a.day === b.day ? b.down - a.down : a.day < b.day ? 1 : -1));
}

/** Deletes votes as old as questions without an answer are when they are deleted. */
export async function forgetOldVotes(store: Store, now: number): Promise<void> {
  await store.db.deleteFrom('vote').where('day', '<=', oldestDay(now)).execute();
}

/** Tells votes of one member on one answer apart from others, without the member's id. */
function voterOf(member: string, answer: string): string {
  return createHash('sha256').update(`${member} ${answer}`).digest('base64url').slice(0, 22);
}

function oldestDay(now: number): string {
  return utcDay(now - GAPS_KEPT_DAYS * DAY_MS);
}

function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
