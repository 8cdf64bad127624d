import { grantedTo } from '../../access/granted.ts';
import type { App } from '../../app/app.ts';
import { addAnnouncement } from '../../settings/announcements.ts';
import { announceChannels } from '../../settings/readSettings.ts';
import type { ChannelView } from './createOutbox.ts';

export interface AnnounceOptions {
  readonly app: Pick<App, 'library' | 'access' | 'libraryAt' | 'store'>;
  readonly look: (channel: string) => Promise<ChannelView>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly log: (event: Readonly<Record<string, unknown>>, message: string) => void;
}

/**
 * Queues the articles that a server does not know yet for announcement, in each server that has announcements on. An
 * article that the server's settings hide in the channel is silently marked as known; one that is not granted there
 * counts as new once it is. Returns whether every server could be checked; if not, try again.
 */
export async function announceArticles({ app, look, now, log }: AnnounceOptions): Promise<boolean> {
  const store = await app.store();
  let complete = true;
  for (const { guild, channel } of await announceChannels(store)) {
    const view = await look(channel);
    if (view.kind !== 'channel' || view.guild !== guild) {
      const reason = view.kind === 'channel' ? 'elsewhere' : view.kind;
      log({ server: guild, channel, reason }, 'new articles could not be announced');
      complete &&= view.kind !== 'unknown';
      continue;
    }
    const place = { guild, channel, parent: view.parent };
    const seen = (await app.libraryAt(place)).articles;
    const articles = [...grantedTo(app.library(), app.access(), place).articles.keys()];
    await addAnnouncement(store, { guild, channel, articles, isSeen: (id) => seen.has(id), now });
  }
  return complete;
}
