import type { Article } from '../../../article/article.ts';
import { tenseAt } from '../../../language/dates/tense.ts';
import { fold } from '../../../language/folding/fold.ts';
import type { QuestionAsked } from '../questionAsked.ts';

interface Likeliest {
  readonly asked: Pick<QuestionAsked, 'kind'>;
  /** The sentence that the reader finds likeliest. */
  readonly text: string;
  readonly article: Pick<Article, 'published' | 'publishedNote'>;
  /** When it is asked. Default: not known. */
  readonly now?: Date | undefined;
}

const THESE_DAYS =
  /\b(?:today|tonight|tomorrow|yesterday|right now|at the moment|this (?:morning|afternoon|evening)|last night)\b/u;
const YEAR = /\b(?:19|20)\d\d\b/u;
const DAY_MS = 86_400_000;
/** "Yesterday" and "tomorrow", in whatever zone it is asked. */
const NEAR_DAYS = 2;

/** Whether a question is about these days, and the likeliest sentence tells what was, in a text of another day. */
export function isOfOtherDay(question: string, { asked, text, article, now }: Likeliest): boolean {
  const { published, publishedNote } = article;
  // Whether something is so may be said with any date.
  if (asked.kind === 'yes-no' || !now || published === undefined || publishedNote !== undefined) return false;
  if (!THESE_DAYS.test(fold(question))) return false;
  const isNear = Math.abs(Date.parse(published) - now.getTime()) <= NEAR_DAYS * DAY_MS;
  return !isNear && (YEAR.test(text) || tenseAt(text, [0, 0]) === 'past');
}
