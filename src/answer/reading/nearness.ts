import type { Reader } from 'rapporteur-reader';
import type { Article } from '../../article/article.ts';
import type { Span } from '../../language/span.ts';
import { bytesOf, product } from './byteVectors.ts';
import type { Meaning } from './createMeaning.ts';

/** A sentence, by where it is. */
export interface PlacedSentence {
  readonly article: Article;
  readonly span: Span;
}

/**
 * Computes how near each sentence's meaning is to the question's, -1 to 1; undefined if the reader cannot. Sentences of
 * articles that are not placed yet cost about 3 ms each.
 */
export async function nearness(
  question: Float32Array,
  sentences: readonly PlacedSentence[],
  {
    reader,
    meaning,
    signal,
  }: { readonly reader: Pick<Reader, 'place'>; readonly meaning: Meaning; readonly signal?: AbortSignal | undefined },
): Promise<readonly number[] | undefined> {
  const known = sentences.map(({ article, span }) => meaning.nearness(question, article, span[0]));
  const missing = sentences.filter((_, at) => known[at] === undefined);
  if (missing.length === 0) return known as readonly number[];
  const placing = await reader.place(
    missing.map(({ article, span }) => article.source.slice(...span)),
    { priority: 'question', signal },
  );
  if (!placing.ready) return undefined;
  // As bytes, like those that are placed: the order must not depend on whether an article is placed already.
  const bytes = bytesOf(placing.vectors);
  const found = new Map(missing.map((sentence, at) => [sentence, product(question, bytes, at)] as const));
  return sentences.map((sentence, at) => known[at] ?? found.get(sentence)!);
}
