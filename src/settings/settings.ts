import { z } from 'zod';
import { articleIdSchema } from '../article/article.ts';
import { zoneSchema } from './zones/zone.ts';

const snowflakeSchema = z.string().regex(/^\d{15,20}$/u, 'must be an id of 15 to 20 digits');

/** What can be set for a server, and for one of its channels; each is absent where it was not set. */
export const settingsSchema = z.object({
  /** The articles that members see; all where it was not set. */
  articles: z.array(articleIdSchema).min(1).readonly().optional(),
  /** The article that commands take if none is named. */
  defaultArticle: articleIdSchema.optional(),
  /** Whether replies are shown only to who asked. */
  hide: z.boolean().optional(),
  /** IANA time zone of new schedules. */
  zone: zoneSchema.optional(),
  /** Channel that is told when a digest could not be posted. */
  adminChannel: snowflakeSchema.optional(),
  /** Channel in which a new article is announced; none if it was not set. */
  announceChannel: snowflakeSchema.optional(),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;
export type SettingName = keyof Settings;

/** A server, or one channel of it. Ids are Discord's snowflakes. */
export interface Place {
  readonly guild: string;
  readonly channel?: string | undefined;
  /** The channel that a thread belongs to, whose settings hold in it; see `Audience`. */
  readonly parent?: string | undefined;
}
