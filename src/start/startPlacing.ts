import type { App } from '../app/app.ts';

/** How often to check for new articles. */
const LOOK_EVERY_MS = 5000;

/**
 * Embeds the sentences of all articles in the background, once the reader is loaded. Returns a function that stops it.
 */
export function startPlacing({ reader, meaning, library }: Pick<App, 'reader' | 'meaning' | 'library'>): () => void {
  if (!reader || !meaning) return () => {};
  const stopping = new AbortController();
  let isPlacing = false;
  const look = async (): Promise<void> => {
    const articles = [...library().articles.values()];
    if (isPlacing || reader.status().state !== 'ready' || meaning.missing(articles) === 0) return;
    isPlacing = true;
    // If it was stopped halfway, the result is no longer needed.
    await meaning.place(articles, stopping.signal).catch(() => {});
    isPlacing = false;
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref();
  return () => {
    clearInterval(timer);
    stopping.abort();
  };
}
