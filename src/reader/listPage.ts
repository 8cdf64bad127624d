import type { Article } from '../article/article.ts';
import { publishedInWords } from '../reply/words/publishedInWords.ts';
import { html } from './html.ts';
import { page } from './page.ts';

/** Renders the list of articles, each with its date; `hrefOf` returns the address of an article's page. */
export function listPage(articles: Iterable<Article>, hrefOf: (article: Article) => string): string {
  const entries = Array.from(articles, (article) => {
    const { title, publisher, language } = article;
    const facts = [publisher, publishedInWords(article, 'date unknown')]
      .filter((fact) => fact !== undefined)
      .join(' · ');
    return html`<li><a href="${hrefOf(article)}" lang="${language}">${title}</a> <small>${facts}</small></li> `;
  });
  const body = html` <main class="list">
    <h1>Articles</h1>
    <ul>
      ${entries}
    </ul>
  </main>`;
  return page({ title: 'Articles', language: 'en', body });
}
