import { FILE_DATE_NOTE } from '../article/publicationDate.ts';
import type { Draft } from '../segment/draft.ts';

/** What a file's properties say, which its text may say better. */
export interface FileProperties {
  readonly title?: string;
  readonly author?: readonly string[];
  /** The day on which the file was made, YYYY-MM-DD. */
  readonly created?: string;
}

/**
 * Fills in from a file's properties what its text does not say. The day on which the file was made stands for the day of
 * publication, with a note that says so: citations then show that the date is not stated.
 */
export function withProperties(draft: Draft, { author, created }: FileProperties): Draft {
  if (draft.kind === 'invalid') return draft;
  const { metadata } = draft;
  return {
    ...draft,
    metadata: {
      ...metadata,
      ...(author === undefined || metadata.author !== undefined ? {} : { author }),
      ...(created === undefined || metadata.published !== undefined
        ? {}
        : { published: created, publishedNote: FILE_DATE_NOTE }),
    },
  };
}
