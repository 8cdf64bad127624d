import { z } from 'zod';
import { articleIdSchema } from '../article/article.ts';
import { zoneSchema } from './zones/zone.ts';

const snowflakeSchema = z.string().regex(/^\d{15,20}$/u, 'must be an id of 15 to 20 digits');

/** The settings of a server or one of its channels; absent if not set. */
export const settingsSchema = z.object({
  /** The articles that members see; all if not set. */
  articles: z.array(articleIdSchema).min(1).readonly().optional(),
  /** The article that commands take if none is named. */
  defaultArticle: articleIdSchema.optional(),
  /** Whether only the user sees replies. */
  hide: z.boolean().optional(),
  /** IANA time zone of new schedules. */
  zone: zoneSchema.optional(),
  /** Channel that is notified when a digest could not be posted. */
  adminChannel: snowflakeSchema.optional(),
  /** Channel in which new articles are announced; none if not set. */
  announceChannel: snowflakeSchema.optional(),
  /** Channel in which questions are answered without a mention; none if not set. */
  askChannel: snowflakeSchema.optional(),
  /** Role whose members may add articles, and replace and remove what was added; only those who manage the server if not set. */
  uploadRole: snowflakeSchema.optional(),
  /** Whether the texts of questions without an answer are kept; they are only counted if not set. */
  keepQuestions: z.boolean().optional(),
  /** Whether answers have buttons to rate them; they have none if not set. */
  feedback: z.boolean().optional(),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;
export type SettingName = keyof Settings;

/** A server, or one channel of it. Ids are Discord's snowflakes. */
export interface Place {
  readonly guild: string;
  readonly channel?: string | undefined;
  /** The channel that a thread belongs to, whose settings apply in it; see `Audience`. */
  readonly parent?: string | undefined;
}
