import type { Answer } from '../../answer/answer.ts';
import type { Article } from '../../article/article.ts';
import { statedPublicationDate } from '../../article/publicationDate.ts';
import { placesIn } from '../../events/places/places.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import { dateExpressions } from '../../language/dates/dateExpressions.ts';
import { fold } from '../../language/folding/fold.ts';
import { stemmerFor } from '../../language/words/stem.ts';
import { wordsOf } from '../../language/words/words.ts';
import type { Earlier, Fit } from '../../utterance/intent.ts';

/** Words that agree in so many letters are forms of one: "Germany" and "German". */
const SAME_LETTERS = 5;

interface FollowUp {
  readonly fit: Fit;
  readonly earlier: Earlier;
  readonly articles: ReadonlyMap<string, Article>;
}

/** Leaves of an answer what fits a follow-up; undefined if nothing does. Answers about a document as a whole always fit. */
export function fitting(answer: Answer, { fit, earlier, articles }: FollowUp): Answer | undefined {
  if (answer.kind === 'events') {
    const events = answer.events.filter(
      ({ excerpt, date, places }) =>
        isShown(excerpt, earlier) && (fit.says === 'place' ? places.length > 0 : date !== null),
    );
    return events.length === 0 ? undefined : { ...answer, events };
  }
  if (answer.kind !== 'excerpts' || 'document' in answer) return answer;
  if (fit.isRead === true && answer.read !== true) return undefined;
  const excerpts = answer.excerpts.filter((excerpt) => {
    const isLikely = (excerpt.score ?? 0) >= (fit.least ?? 0);
    return (
      (fit.again === true || isShown(excerpt, earlier) === (fit.again === 'only')) &&
      (fit.says === undefined || says(fit.says, excerpt, articles.get(excerpt.article))) &&
      (fit.holds === undefined
        ? isLikely
        : holdsAnyOf(excerpt.text, fit.holds) || (isLikely && holdsAnyOf(textUpTo(excerpt, articles), fit.holds)))
    );
  });
  return excerpts.length === 0 ? undefined : { ...answer, excerpts };
}

/** Whether an excerpt is the sentence that the earlier answer showed, or holds it. */
function isShown({ article, text }: Excerpt, earlier: Earlier): boolean {
  return article === earlier.article && (text.includes(earlier.passage) || earlier.passage.includes(text));
}

function says(what: 'date' | 'place', { text }: Excerpt, article: Article | undefined): boolean {
  if (what === 'place') return placesIn(text, [0, text.length]).length > 0;
  const dates = dateExpressions(text, { reference: article && statedPublicationDate(article) });
  return dates.some(({ certainty }) => certainty !== 'vague');
}

/** A paragraph from its beginning to the end of an excerpt: what is said before in it still holds. */
function textUpTo({ article: id, span: [start, end], text }: Excerpt, articles: ReadonlyMap<string, Article>): string {
  const article = articles.get(id);
  const block = article?.blocks.find((one) => one.span[0] <= start && one.span[1] >= end);
  return article && block ? article.source.slice(block.span[0], end) : text;
}

function holdsAnyOf(text: string, wanted: readonly string[]): boolean {
  const stem = stemmerFor('en');
  const forms = new Set<string>();
  for (const word of wordsOf(fold(text)).map((one) => one.text)) forms.add(stem(word)).add(word.slice(0, SAME_LETTERS));
  return wordsOf(fold(wanted.join(' '))).some(
    ({ text: word }) => forms.has(stem(word)) || (word.length > SAME_LETTERS && forms.has(word.slice(0, SAME_LETTERS))),
  );
}
