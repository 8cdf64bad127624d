import { z } from 'zod';

/** How events were looked for, which an answer with events, or without any, says. */
export const eventReading = {
  /** Whether everything was read for, rather than looked for in some articles by rules alone. */
  read: z.boolean().optional(),
  /** In how many articles only rules looked for events, and whether they will be read later. */
  unread: z
    .object({ articles: z.int().positive(), later: z.literal(true).optional() })
    .readonly()
    .optional(),
};

const schema = z.object(eventReading);
export type EventReading = z.infer<typeof schema>;
