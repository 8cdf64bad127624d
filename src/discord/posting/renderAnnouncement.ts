import type { App } from '../../app/app.ts';
import type { Article } from '../../article/article.ts';
import { announcement, newerAnnouncement, removalAnnouncement } from '../../reply/words/messages/announcement.ts';
import type { AnnouncementClaim } from '../../settings/announcements.ts';
import { announceChannels } from '../../settings/readSettings.ts';
import type { ChannelView } from './createOutbox.ts';

interface RenderOptions {
  readonly app: Pick<App, 'libraryAt' | 'store'>;
  readonly look: (channel: string) => Promise<ChannelView>;
  /** Link to the beginning of an article, if there is one. */
  readonly linkTo: (article: Article) => string | undefined;
}

/**
 * Renders an announcement, with what everybody sees in its channel. Undefined if there is nothing left to announce
 * there. Throws if that cannot be looked up for now.
 */
export async function renderAnnouncement(
  { id, guild, channel, articles, about, title }: AnnouncementClaim,
  { app, look, linkTo }: RenderOptions,
): Promise<object | undefined> {
  const wanted = (await announceChannels(await app.store())).some((each) => each.guild === guild);
  const view = await look(channel);
  if (view.kind === 'unknown') throw new Error('the channel could not be looked up');
  if (!wanted || view.kind === 'gone' || view.guild !== guild) return undefined;
  if (about === 'removed') return title === null ? undefined : removalAnnouncement(title, { marker: id });
  const seen = (await app.libraryAt({ guild, channel, parent: view.parent })).articles;
  const told = articles.flatMap((article) => seen.get(article) ?? []);
  if (told.length === 0) return undefined;
  return (about === 'replaced' ? newerAnnouncement : announcement)(
    told.map((article) => ({ article, link: linkTo(article) })),
    { marker: id },
  );
}
