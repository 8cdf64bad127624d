import type { Passage, Reader } from 'rapporteur-reader';
import type { Span } from '../../language/span.ts';
import type { Article } from '../../article/article.ts';
import { isAsking } from '../../language/isAsking.ts';
import { leaningOf } from '../summary/leaning.ts';
import { sentenceBefore } from '../withBefore.ts';
import type { Read } from './readSentences.ts';

export interface ReadAgainOptions {
  readonly reader: Pick<Reader, 'read'>;
  /** How long reading may take. Default: as long as it takes. */
  readonly budgetMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads sentences once more, each by itself below its article's title, with the sentence before if it leans on that, or answers it: among its
 * neighbours a sentence is scored against them, and the title says what it is about. Returns the reader's scores, in order;
 * undefined for those that there was no time for.
 */
export async function readAgain(
  question: string,
  sentences: readonly Read[],
  { reader, budgetMs, signal }: ReadAgainOptions,
): Promise<readonly (number | undefined)[]> {
  const passages = sentences.map(passageOf);
  const reading = await reader.read(question, passages, { budgetMs, signal });
  if (!reading.ready) return passages.map(() => undefined);
  return reading.passages.map((passage) => passage?.sentences.at(-1)?.score);
}

/** A passage that ends with the sentence; only the sentences of the article are ever shown. */
function passageOf({ article, at: [index, sentence], text }: Read): Passage {
  const before = beforeIfNeeded(article, [index, sentence], text);
  const parts = [article.title, ...(before === undefined ? [] : [before]), text];
  const spans: Span[] = [];
  let joined = '';
  for (const part of parts) {
    if (joined !== '') joined += ' ';
    spans.push([joined.length, joined.length + part.length]);
    joined += part;
  }
  return { text: joined, sentences: spans.slice(article.title === '' ? 1 : 0) };
}

/** The sentence before one that leans on it in its block, or that answers it. */
function beforeIfNeeded(article: Article, [index, sentence]: Read['at'], text: string): string | undefined {
  const span = sentenceBefore(article, index, sentence)?.span;
  if (!span) return undefined;
  const before = article.source.slice(...span);
  const leans = sentence > 0 && leaningOf(text, article.language) !== undefined;
  return leans || isAsking(before) ? before : undefined;
}
