import { readFile } from 'node:fs/promises';
import type { Article } from '../../src/article/article.ts';
import { writeArticle } from '../../src/article/writeArticle.ts';

/** Replaces an article by another edition of it, without end. The editions come ready from a file: to start must be quick. */
const [corpus, file] = process.argv.slice(2) as [string, string];
const articles = JSON.parse(await readFile(file, 'utf8')) as Article[];
process.stdout.write('begun\n');
for (let at = 0; ; at += 1) {
  const article = articles[at % articles.length]!;
  await writeArticle(corpus, article, { extension: '.txt', bytes: Buffer.from(article.source) });
}
