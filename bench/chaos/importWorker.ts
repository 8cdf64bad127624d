import { writeArticle } from '../../src/article/writeArticle.ts';
import { killedArticles } from './killedArticles.ts';

/** Replaces an article by another edition of it, without end. */
const corpus = process.argv[2]!;
const articles = killedArticles();
process.stdout.write('begun\n');
for (let at = 0; ; at += 1) {
  const article = articles[at % articles.length]!;
  await writeArticle(corpus, article, { extension: '.txt', bytes: Buffer.from(article.source) });
}
