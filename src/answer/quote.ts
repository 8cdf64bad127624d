import type { Article } from '../article/article.ts';
import { isTextBlock } from '../article/article.ts';
import { passageOfBlock, passageOfSentences, type Passage } from '../article/passage.ts';
import { excerptOf, type Excerpt } from '../excerpt/excerpt.ts';
import type { Hit } from '../search/searchIndex.ts';
import type { Answer } from './answer.ts';
import { excerptOfHit, searchScope } from './hits.ts';
import type { Library, Scope } from './library.ts';
import { nothing } from './nothing.ts';

/** How much of the text around a match is quoted: the sentence, its paragraph, or that with its neighbours. */
export type QuoteScope = 'sentence' | 'paragraph' | 'context';

/** Matches that an answer carries, to be paged through. */
const MAX_MATCHES = 25;
/** Matches that are counted as further ones. */
const MAX_COUNTED = 100;
/** Where the words are found as they stand, a further match must hold more than this share of them. */
const LEAST_HELD = 0.5;

interface QuoteOptions extends Scope {
  readonly around?: QuoteScope | undefined;
}

/** Finds the sentences that hold `text` word for word, then those about it, the best first. */
export function quote(text: string, library: Library, { around = 'sentence', ...scope }: QuoteOptions = {}): Answer {
  const options = searchScope(library, scope, MAX_COUNTED);
  const hits = library.index.suggest(text, { ...options, isFinished: true });
  const holds = hits.some(({ literal }) => literal);
  const matches = hits.filter(({ literal, held }) => literal || (holds ? held > LEAST_HELD : held > 0));
  const result = holds ? undefined : library.index.search(text, options);
  const excerpts = holds || result?.answered ? widen(matches, library, around) : [];
  if (excerpts.length > 0) {
    return {
      kind: 'excerpts',
      excerpts: excerpts.slice(0, MAX_MATCHES),
      more: Math.max(0, excerpts.length - MAX_MATCHES),
    };
  }
  const nearest = hits.flatMap((hit) => excerptOfHit(library, hit))[0];
  return nothing(
    nearest ? 'no-answer' : 'no-match',
    { library, scope },
    { unmatched: result?.unmatched ?? [], nearest },
  );
}

/** Quotes the passages that a reference names, as wide as asked. */
export function quotePassages(
  article: Article,
  passages: readonly Passage[],
  around: QuoteScope = 'sentence',
): readonly Excerpt[] {
  switch (around) {
    case 'sentence':
      return passages.map((passage) => excerptOf(article, passage));
    case 'paragraph':
      return blocksOf(passages).map((block) => excerptOf(article, passageOfBlock(article, block)));
    case 'context':
      return withNeighbours(article, blocksOf(passages)).map((block) =>
        excerptOf(article, passageOfBlock(article, block)),
      );
    default:
      return around satisfies never;
  }
}

function widen(hits: readonly Hit[], library: Library, around: QuoteScope): readonly Excerpt[] {
  if (around === 'sentence') return hits.flatMap((hit) => excerptOfHit(library, hit));
  const [first] = hits;
  const article = first && library.articles.get(first.article);
  if (first && article && around === 'context') {
    return quotePassages(
      article,
      [passageOfSentences(article, first.block, [first.sentence, first.sentence + 1])],
      around,
    );
  }
  const firstOfBlock = new Map(hits.map((hit) => [`${hit.article} ${hit.block}`, hit] as const).reverse());
  return [...firstOfBlock.values()].reverse().flatMap((hit) => {
    const owner = library.articles.get(hit.article);
    return owner ? [{ ...excerptOf(owner, passageOfBlock(owner, hit.block)), score: hit.score }] : [];
  });
}

/** Adds the blocks of the same kind before and after; a title or heading stands alone. */
function withNeighbours({ blocks: all }: Article, blocks: readonly number[]): readonly number[] {
  const { kind } = all[blocks[0]!]!;
  const alike = all.flatMap((block, index) => (isTextBlock(block) && block.kind === kind ? [index] : []));
  const [first, last] = [alike.indexOf(blocks[0]!), alike.indexOf(blocks.at(-1)!)];
  return first === -1 ? blocks : alike.slice(Math.max(0, first - 1), last + 2);
}

function blocksOf(passages: readonly Passage[]): readonly number[] {
  return [...new Set(passages.map(({ block }) => block))];
}
