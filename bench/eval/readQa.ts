import type { Reader } from 'rapporteur-reader';
import { findByWords } from '../../src/answer/ask.ts';
import { createMeaning } from '../../src/answer/reading/createMeaning.ts';
import { hitOf, HITS_READ, orderByReading } from '../../src/answer/reading/orderByReading.ts';
import { finish } from '../../src/runtime/steps/steps.ts';
import type { Hit } from '../../src/search/hit.ts';
import { libraryOf } from '../speed/libraryOf.ts';
import { withKnownVectors } from '../train/reading/withKnownVectors.ts';
import { articleOf, type EvalArticle } from './evalArticle.ts';

/** Answering by reading as an adapter of `harness/qa.mjs` and `harness/silence.mjs`. */
export function readQa(reader: Reader) {
  const meaning = createMeaning(withKnownVectors(reader));
  return {
    name: 'rapporteur, read',
    build(given: EvalArticle) {
      const article = articleOf(given);
      const library = libraryOf([article]);
      const look = async (query: string): Promise<{ readonly hits: readonly Hit[]; readonly answered: boolean }> => {
        const found = finish(findByWords(query, library, { isPlain: true, limit: HITS_READ }));
        const reading = await orderByReading(found, { reader, meaning });
        return reading.kind === 'read'
          ? { hits: reading.ranked.map(hitOf), answered: reading.isAnswered }
          : { hits: found.hits, answered: found.result.answered };
      };
      return {
        /** The order, whether or not the first is shown as an answer. */
        async search(query: string) {
          const { hits } = await look(query);
          return hits.map(({ block, span, score }) => ({
            paragraphIndex: block - 1,
            sentence: article.source.slice(...span),
            score,
          }));
        },
        async answer(query: string) {
          const { hits, answered } = await look(query);
          return { answered, score: hits[0]?.score ?? 0 };
        },
      };
    },
  };
}
