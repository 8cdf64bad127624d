import type { Passage, Reader } from 'rapporteur-reader';
import type { Span } from '../../language/span.ts';
import { isTextBlock } from '../../article/article.ts';
import { leaningOf } from '../summary/leaning.ts';
import type { Read } from './readSentences.ts';

export interface ReadAgainOptions {
  readonly reader: Pick<Reader, 'read'>;
  /** How long reading may take. Default: as long as it takes. */
  readonly budgetMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads sentences once more, each by itself below its article's title, with the sentence before if it leans on that: among its
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
  const block = article.blocks[index];
  const before = block && isTextBlock(block) ? block.sentences[sentence - 1] : undefined;
  const leans = before !== undefined && leaningOf(text, article.language) !== undefined;
  const parts = [article.title, ...(leans ? [article.source.slice(...before)] : []), text];
  const spans: Span[] = [];
  let joined = '';
  for (const part of parts) {
    if (joined !== '') joined += ' ';
    spans.push([joined.length, joined.length + part.length]);
    joined += part;
  }
  return { text: joined, sentences: spans.slice(article.title === '' ? 1 : 0) };
}
