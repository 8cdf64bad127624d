import { isBodyBlock, type Article } from '../article/article.ts';
import { asksAt } from '../article/asksAt.ts';
import { entryAt } from '../runtime/entryAt.ts';
import type { Span } from '../language/span.ts';
import type { Hit } from '../search/hit.ts';
import type { Library } from './library.ts';

/** Sentences below a lead-in that are looked at for its list. */
const LIST_MAX = 12;

type Place = Pick<Hit, 'block' | 'sentence' | 'span'>;

/**
 * Puts an answer in the place of a question of the text's own, which repeats the words of what is asked: the sentence that
 * follows it. Where a lead-in is found first ("The office can be reached here:"), puts the likeliest of its list before it.
 */
export function answeringHits(hits: readonly Hit[], { articles }: Pick<Library, 'articles'>): readonly Hit[] {
  const answering = hits.map((hit) => {
    const article = articles.get(hit.article);
    return article?.edition === hit.edition ? answerTo(hit, article) : hit;
  });
  const [first] = answering;
  const article = first && articles.get(first.article);
  if (article?.edition !== first?.edition || !first || !article || !isLeadIn(wordsAt(article, first.span)))
    return answering;
  const list = [...placesAfter(article, first)].slice(0, LIST_MAX);
  const item = answering.find(
    (hit) => hit.article === first.article && list.some(({ span }) => span[0] === hit.span[0]),
  );
  if (!item) return answering;
  return [{ ...item, score: first.score, order: first.order }, ...answering.filter((hit) => hit !== item)];
}

/** The hit itself, or the first sentence after a question that asks nothing; the question where nothing follows. */
function answerTo(hit: Hit, article: Article): Hit {
  if (!asksAt(article, hit.block, hit.span)) return hit;
  for (const place of placesAfter(article, hit))
    if (!asksAt(article, place.block, place.span)) return { ...hit, ...place };
  return hit;
}

/** The sentences after one, up to the next heading. */
function* placesAfter({ blocks }: Article, { block: from, sentence: after }: Place): Generator<Place> {
  for (let block = from; block < blocks.length; block += 1) {
    const one = entryAt(blocks, block);
    if (one.kind === 'heading') return;
    if (!isBodyBlock(one) || one.kind === 'caption') continue;
    for (const [sentence, span] of one.sentences.entries())
      if (block > from || sentence > after) yield { block, sentence, span };
  }
}

function wordsAt({ source }: Article, span: Span): string {
  return source.slice(...span);
}

function isLeadIn(text: string): boolean {
  return /:["'”’)\]*_]{0,3}$/u.test(text.slice(-8));
}
