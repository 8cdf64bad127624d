import type { App } from '../app/app.ts';

/** How often it is looked for articles that are new. */
const LOOK_EVERY_MS = 5000;

/** Places the sentences of all articles by meaning in the background, once the reader is loaded. Returns what stops it. */
export function startPlacing({ reader, meaning, library }: Pick<App, 'reader' | 'meaning' | 'library'>): () => void {
  if (!reader || !meaning) return () => {};
  const stopping = new AbortController();
  let isPlacing = false;
  const look = async (): Promise<void> => {
    const articles = [...library().articles.values()];
    if (isPlacing || reader.status().state !== 'ready' || meaning.missing(articles) === 0) return;
    isPlacing = true;
    // Stopped in the middle, it is not needed any more.
    await meaning.place(articles, stopping.signal).catch(() => {});
    isPlacing = false;
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref();
  return () => {
    clearInterval(timer);
    stopping.abort();
  };
}
