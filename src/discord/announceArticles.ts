import { createHash } from 'node:crypto';
import { Routes, type REST } from 'discord.js';
import type { App } from '../app/app.ts';
import { visible } from '../app/app.ts';
import { announcement, type NewArticle } from '../reply/announcement.ts';
import { claimAnnouncement, noteAnnounced, releaseAnnouncement } from '../settings/announced.ts';
import { announceChannels, readSettings } from '../settings/readSettings.ts';

/** Longest nonce that Discord takes. */
const NONCE_MAX_CHARS = 25;

export interface AnnounceOptions {
  readonly app: Pick<App, 'library' | 'store'>;
  readonly rest: REST;
  /** Where an article can be read from its beginning, if anywhere. */
  readonly linkTo: (article: NewArticle['article']) => string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly log: (event: Readonly<Record<string, unknown>>, message: string) => void;
}

/**
 * Tells each server that asked for it of the articles that it does not know yet, all in one message. An article that its
 * members do not see is noted as known without a word. What could not be posted is tried again at the next call, and so
 * is what a process that died had taken on: at worst a server is told twice, once Discord has forgotten the nonce.
 */
export async function announceArticles({ app, rest, linkTo, now, log }: AnnounceOptions): Promise<void> {
  const store = await app.store();
  for (const { guild, channel } of await announceChannels(store)) {
    const library = app.library();
    const seen = visible(library, await readSettings(store, { guild })).articles;
    const fresh: NewArticle['article'][] = [];
    for (const article of library.articles.values()) {
      if (!(await claimAnnouncement(store, { guild, article: article.id, now }))) continue;
      if (seen.has(article.id)) fresh.push(article);
      else await noteAnnounced(store, { guild, article: article.id, now });
    }
    if (fresh.length === 0) continue;
    const ids = fresh.map(({ id }) => id);
    try {
      const nonce = createHash('sha256')
        .update([guild, channel, ...ids].join(' '))
        .digest('hex');
      const message = announcement(fresh.map((article) => ({ article, link: linkTo(article) })));
      const body = { ...message, nonce: nonce.slice(0, NONCE_MAX_CHARS), enforce_nonce: true };
      await rest.post(Routes.channelMessages(channel), { body });
      for (const article of ids) await noteAnnounced(store, { guild, article, now });
      log({ guild, channel, articles: ids }, 'announced new articles');
    } catch (error) {
      for (const article of ids) await releaseAnnouncement(store, { guild, article });
      const reason = error instanceof Error ? error.message : String(error);
      log({ guild, channel, articles: ids, reason }, 'new articles could not be announced');
    }
  }
}
