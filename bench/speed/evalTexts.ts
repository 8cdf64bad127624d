import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { articleOf } from '../eval/evalArticle.ts';
import { EVAL_FOLDER } from '../train/questions.ts';
import { makeArticles, makeQuestions } from './texts.ts';

const QUESTIONS_PER_ARTICLE = 6;

/** An article with questions about it. */
export interface Asked {
  readonly article: Article;
  readonly questions: readonly string[];
}

interface Document {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly { readonly text: string }[];
  readonly questions: readonly { readonly q: string }[];
}

/** Returns real articles with real questions where `../shared` has them, else made-up ones; and says which. */
export function askedArticles(each = QUESTIONS_PER_ARTICLE): {
  readonly texts: string;
  readonly asked: readonly Asked[];
} {
  const file = path.join(EVAL_FOLDER, 'data/qa-dev.jsonl');
  if (!existsSync(file)) {
    const asked = Array.from({ length: 30 }, (_, seed) => {
      const articles = makeArticles(150, { seed: seed + 1 });
      return { article: articles[0]!, questions: makeQuestions(articles, each, seed) };
    });
    return { texts: 'made-up articles', asked };
  }
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const asked = lines.map((line, number) => {
    const { id, title, paragraphs, questions } = JSON.parse(line) as Document;
    const step = Math.max(1, Math.floor(questions.length / each));
    return {
      article: articleOf({ id, title, paragraphs: paragraphs.map(({ text }) => text) }, number),
      questions: questions.flatMap(({ q }, at) => (at % step === 0 ? [q] : [])).slice(0, each),
    };
  });
  return { texts: 'articles of qa-dev', asked };
}
