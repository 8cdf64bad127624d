import type { Logger } from 'pino';
import { isRead } from '../answer/articleEvents.ts';
import type { App } from '../app/app.ts';
import { removeUnused } from '../app/editionFiles.ts';
import type { Article } from '../article/article.ts';
import { messageOf } from '../runtime/messageOf.ts';

/** How often to check for articles to tag. */
const LOOK_EVERY_MS = 5000;

type Tagging = Pick<App, 'reader' | 'meaning' | 'tagger' | 'uses' | 'library'> & {
  readonly log: Pick<Logger, 'info' | 'warn'>;
  /** Folders with files by edition; when every article is tagged, those that nothing has used for a month are deleted. */
  readonly folders?: readonly string[];
};

/**
 * Tags all articles in the background, once the reader is loaded: those that answers have shown most often first, one
 * after the other. Sentences are placed first, since that is quicker and questions need it. Returns a function that
 * stops it.
 */
export function startTagging(
  { reader, meaning, tagger, uses, library, log, folders = [] }: Tagging,
  everyMs = LOOK_EVERY_MS,
): () => void {
  if (!reader || !tagger) return () => {};
  const stopping = new AbortController();
  const { signal } = stopping;
  const failed = new WeakSet<Article>();
  let isTagging = false;
  let completed: ReadonlyMap<string, Article> | undefined;

  const next = (): Article | undefined =>
    [...library().articles.values()]
      .filter((article) => !failed.has(article) && !isRead(article))
      .reduce<Article | undefined>(
        (best, article) => (best && uses.of(best.id) >= uses.of(article.id) ? best : article),
        undefined,
      );
  const tagAll = async (): Promise<void> => {
    for (let article = next(); article; article = next()) {
      if (signal.aborted || (meaning && meaning.missing(library().articles.values()) > 0)) return;
      try {
        await tagger.tag([article], { signal });
      } catch (error) {
        if (signal.aborted) return;
        failed.add(article);
        log.warn(
          { article: article.id, error: messageOf(error) },
          'an article cannot be tagged; rules find its events',
        );
        continue;
      }
      if (!isRead(article)) return;
    }
    const { articles } = library();
    if (completed === articles || articles.size === 0) return;
    completed = articles;
    log.info({ articles: articles.size }, 'all articles are tagged');
    for (const folder of folders) await removeUnused(folder, [...articles.values()], Date.now());
  };
  const look = async (): Promise<void> => {
    if (isTagging || reader.status().state !== 'ready') return;
    isTagging = true;
    await tagAll().catch((error: unknown) => log.warn({ error: messageOf(error) }, 'tagging articles failed'));
    isTagging = false;
  };
  const timer = setInterval(() => void look(), everyMs).unref();
  return () => {
    clearInterval(timer);
    stopping.abort();
  };
}
