import { z } from 'zod';
import { ComponentType } from 'discord-api-types/v10';

/** Id of the text display above everything else; far above the ids that Discord assigns. */
export const HEADING_ID = 9002;

/** Who had a reply posted, and who it is for: user ids. */
export interface Heading {
  readonly postedBy?: string;
  readonly mention?: string;
}

const displaySchema = z.object({
  type: z.literal(ComponentType.TextDisplay),
  id: z.literal(HEADING_ID),
  content: z.string(),
});

/** Mentions people; whether they are pinged depends on `allowedMentions`. Empty if there is nobody to mention. */
export function heading({ postedBy, mention }: Heading): string {
  return [
    ...(mention === undefined ? [] : [`For <@${mention}>`]),
    ...(postedBy === undefined ? [] : [`-# Posted by <@${postedBy}>`]),
  ].join('\n');
}

/**
 * Finds the mentioned people in a message's components (plain objects), so that they stay named when a page is turned.
 */
export function readHeading(components: readonly unknown[]): Heading {
  const content = components.flatMap((component) => displaySchema.safeParse(component).data?.content ?? [])[0] ?? '';
  const mention = /^For <@(\d{1,20})>$/mu.exec(content)?.[1];
  const postedBy = /^-# Posted by <@(\d{1,20})>$/mu.exec(content)?.[1];
  return { ...(postedBy === undefined ? {} : { postedBy }), ...(mention === undefined ? {} : { mention }) };
}
