import type { Article } from '../../article/article.ts';
import { inSlices } from '../../runtime/steps/inSlices.ts';
import type { Hit } from '../../search/hit.ts';
import { findByWords } from '../ask.ts';
import { searchScope } from '../hits.ts';
import type { Library } from '../library.ts';
import { hitOf, HITS_READ, orderByReading, type ReadingOptions } from './orderByReading.ts';

/** Sentences that are suggested; Discord shows no more. */
const MAX_SUGGESTED = 25;
/** Sentences that reading suggests: what follows is hardly likelier than by chance. */
const MAX_READ = 5;
/** How long reading may take for somebody who is still typing. */
const TYPING_BUDGET_MS = 200;
/** A shorter text is hardly a question yet. */
const QUESTION_MIN_WORDS = 3;

/**
 * Suggests sentences for what somebody is typing: those that hold it as it is, those that answer it if it is a question, and those with its
 * words. What is typed is read only while nobody waits for an answer.
 */
export async function suggestSentences(
  typed: string,
  library: Library,
  { article, reader, budgetMs, signal, ...reading }: ReadingOptions & { readonly article?: Article | undefined },
): Promise<readonly Hit[]> {
  const byWords = await inSlices(
    library.index.steps.suggest(typed, searchScope(library, { article }, MAX_SUGGESTED)),
    signal,
  );
  const isLiteral = byWords[0]?.literal === true;
  const isIdle = reader?.waiting('question') === 0;
  if (isLiteral || !isIdle || typed.trim().split(/\s+/u).length < QUESTION_MIN_WORDS) return byWords;
  const found = await inSlices(findByWords(typed, library, { article, isPlain: true, limit: HITS_READ }), signal);
  const order = await orderByReading(found, {
    ...reading,
    reader,
    budgetMs: Math.min(budgetMs ?? Infinity, TYPING_BUDGET_MS),
    waitMs: 0,
    signal,
  });
  if (order.kind !== 'read') return byWords;
  // What is suggested for a question answers it, whichever of its words it has.
  const read = order.ranked.slice(0, MAX_READ).map((one): Hit => ({ ...hitOf(one), matchedShare: 1 }));
  const seen = new Set(read.map(hitKey));
  return [...read, ...byWords.filter((hit) => !seen.has(hitKey(hit)))].slice(0, MAX_SUGGESTED);
}

function hitKey({ article, span }: Hit): string {
  return `${article} ${span[0]}`;
}
