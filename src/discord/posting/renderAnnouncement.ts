import type { App } from '../../app/app.ts';
import type { Article } from '../../article/article.ts';
import { announcement } from '../../reply/words/messages/announcement.ts';
import type { AnnouncementClaim } from '../../settings/announcements.ts';
import { announceChannels } from '../../settings/readSettings.ts';
import type { ChannelView } from './createOutbox.ts';

interface RenderOptions {
  readonly app: Pick<App, 'libraryAt' | 'store'>;
  readonly look: (channel: string) => Promise<ChannelView>;
  /** Where an article can be read from its beginning, if anywhere. */
  readonly linkTo: (article: Article) => string | undefined;
}

/**
 * Renders an announcement, with what everybody sees in its channel. Undefined if there is nothing to announce there any
 * more. Throws if it cannot be told for now what is seen there.
 */
export async function renderAnnouncement(
  { id, guild, channel, articles }: AnnouncementClaim,
  { app, look, linkTo }: RenderOptions,
): Promise<object | undefined> {
  const wanted = (await announceChannels(await app.store())).some((each) => each.guild === guild);
  const view = await look(channel);
  if (view.kind === 'unknown') throw new Error('the channel could not be looked up');
  if (!wanted || view.kind === 'gone' || view.guild !== guild) return undefined;
  const seen = (await app.libraryAt({ guild, channel, parent: view.parent })).articles;
  const told = articles.flatMap((article) => seen.get(article) ?? []);
  if (told.length === 0) return undefined;
  return announcement(
    told.map((article) => ({ article, link: linkTo(article) })),
    { marker: id },
  );
}
