import { NO_SUCH_PAGE } from '../reply/words/readerWords.ts';
import { html } from './html.ts';
import { page } from './page.ts';

/**
 * Renders the page for an address that has none, with the way to the list of articles. It is the same for an article
 * that is withheld. `path` is below `/read/`.
 */
export function missingPage(path: string): string {
  const root = '../'.repeat(path.split('/').length - 1);
  const { title, sentence, home } = NO_SUCH_PAGE;
  const body = html`<main class="list">
    <h1>${title}</h1>
    <p>${sentence}</p>
    <p><a href="${root === '' ? './' : root}">${home}</a></p>
  </main>`;
  return page({ title, language: 'en', body, root });
}
