import MiniSearch from 'minisearch';
import { ask } from '../../src/answer/ask.ts';
import type { Library } from '../../src/answer/library.ts';
import { quote } from '../../src/answer/quote.ts';
import { isTextBlock, type Article } from '../../src/article/article.ts';
import { createSearchIndex } from '../../src/search/searchIndex.ts';
import { compare, time, type Row } from './measure.ts';
import { makeArticles, makeQuestions } from './texts.ts';

const QUESTIONS = 300;

/** Measures answering on one article against a plain MiniSearch search over the same sentences, with its default options. */
export function answering(): readonly Row[] {
  const articles = makeArticles(200);
  const library: Library = {
    articles: new Map(articles.map((article) => [article.id, article])),
    index: createSearchIndex(articles),
  };
  const questions = makeQuestions(articles, QUESTIONS);
  const plain = plainIndex(articles);
  const raw = time(questions, (question) => plain.search(question));
  const against = 'MiniSearch, default options, same 200 sentences';
  return [
    compare('ask, one article', against, [time(questions, (question) => ask(question, library)), raw]),
    compare('quote, one article', against, [time(questions, (question) => quote(question, library)), raw]),
  ];
}

/** Indexes every sentence as MiniSearch does by default. */
export function plainIndex(articles: readonly Article[]): MiniSearch<{ id: number; text: string }> {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  index.addAll(sentencesOf(articles).map((text, id) => ({ id, text })));
  return index;
}

/** Lists every sentence of articles. */
export function sentencesOf(articles: readonly Article[]): readonly string[] {
  return articles.flatMap(({ blocks, source }) =>
    blocks.flatMap((block) => (isTextBlock(block) ? block.sentences.map((span) => source.slice(...span)) : [])),
  );
}
