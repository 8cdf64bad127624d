import type { AnswerOf } from '../../answer/answer.ts';
import { publishedInWords } from './publishedInWords.ts';

/** Says what is known of an article's author or date, after its title. Plain text. */
export function knownOfDocument(
  { author, publisher, published, publishedNote }: AnswerOf<'sources'>['articles'][number],
  asked: 'author' | 'published',
): string {
  if (asked === 'published')
    return published === null ? 'no date of publication is known' : publishedInWords({ published, publishedNote });
  const by = author === undefined ? 'no author is known' : `by ${author.join(', ')}`;
  return publisher === undefined ? by : `${by}; published by ${publisher}`;
}
