import type { Article } from '../../../article/article.ts';
import { tenseAt } from '../../../language/dates/tense.ts';
import { fold } from '../../../language/folding/fold.ts';
import type { Hit } from '../../../search/hit.ts';
import { wordsHeld } from '../answerFit.ts';
import type { QuestionAsked } from '../questionAsked.ts';

interface Likeliest {
  readonly asked: QuestionAsked;
  /** The sentence that the reader finds likeliest. */
  readonly text: string;
  readonly article: Pick<Article, 'published' | 'publishedNote'>;
  /** What the words of the question found, wherever it is. */
  readonly hits: readonly Pick<Hit, 'matchedShare'>[];
  readonly confidence: number;
  /** When it is asked. Default: not known. */
  readonly now?: Date | undefined;
}

/** A sentence that is likelier than this is shown even if no sentence has a word of the question. */
const SURE_WITHOUT_WORDS = 0.6;
const THESE_DAYS =
  /\b(?:today|tonight|tomorrow|yesterday|right now|at the moment|this (?:morning|afternoon|evening)|last night)\b/u;
const YEAR = /\b(?:19|20)\d\d\b/u;
const DAY_MS = 86_400_000;
/** "Yesterday" and "tomorrow", in whatever zone it is asked. */
const NEAR_DAYS = 2;

/**
 * Whether the likeliest sentence cannot be about what is asked: no sentence searched has a word of the question, or one related,
 * and the reader is not sure; or the question is about these days, and the sentence tells what was, in a text of another day.
 */
export function isOffTopic(question: string, likeliest: Likeliest): boolean {
  const { asked, text, hits, confidence } = likeliest;
  const isUnheard =
    asked.stems.size > 0 && hits.every(({ matchedShare }) => matchedShare === 0) && wordsHeld(asked, text) === 0;
  return (isUnheard && confidence < SURE_WITHOUT_WORDS) || (THESE_DAYS.test(fold(question)) && isOfOtherDay(likeliest));
}

function isOfOtherDay({ asked, text, article: { published, publishedNote }, now }: Likeliest): boolean {
  // Whether something is so may be said with any date.
  if (asked.kind === 'yes-no' || !now || published === undefined || publishedNote !== undefined) return false;
  const isNear = Math.abs(Date.parse(published) - now.getTime()) <= NEAR_DAYS * DAY_MS;
  return !isNear && (YEAR.test(text) || tenseAt(text, [0, 0]) === 'past');
}
