import { type Article, articleFileSchema } from '../article/article.ts';
import { articleFromDraft } from '../document/articleFromDraft.ts';
import { dateOf, monthDateOf } from '../segment/dateOf.ts';
import type { PendingUpload, UploadDetails } from './upload.ts';

/** Makes the article that a document would be; or says why it makes none, as the end of a sentence. */
export function draftedArticle({
  draft,
  name,
  extension,
  guild,
  details,
}: Pick<PendingUpload, 'draft' | 'name' | 'extension' | 'guild' | 'details'>): Article | string {
  const { title: _, author: __, published, publishedNote, url: ___, ...rest } = draft.metadata;
  // A date that was left as it was read is known no better than before.
  const note = details?.published === published ? publishedNote : undefined;
  const corrected = details && { ...withoutEmpty(details), 'published-note': note };
  const made = articleFromDraft(
    { ...draft, metadata: details === undefined ? draft.metadata : rest },
    // Any valid id does until one is chosen.
    { file: name, extension, options: { ...corrected, id: 'document' } },
  );
  return made.kind === 'refused' ? made.reason : { ...made.article, server: guild };
}

/** The details of an article as its form shows them; empty for what is not known. */
export function detailsOf({ title, author = [], published = '', url = '' }: Article): UploadDetails {
  return { title, author: author.join(', '), published, url };
}

/** Reads details as members type them: without spaces around them, and a date such as "30 June 2024" as 2024-06-30. */
export function typedDetails({ title, author, published, url }: UploadDetails): UploadDetails {
  const date = published.trim();
  const isRead = date === '' || articleFileSchema.shape.published.safeParse(date).success;
  return {
    title: title.trim(),
    author: author.trim(),
    published: isRead ? date : (dateOf(date) ?? monthDateOf(date) ?? date),
    url: url.trim(),
  };
}

/** Lists the details that an article cannot have. */
export function invalidDetails({ title, published, url }: UploadDetails): readonly (keyof UploadDetails)[] {
  const { shape } = articleFileSchema;
  return [
    ...(title === '' ? (['title'] as const) : []),
    ...(published === '' || shape.published.safeParse(published).success ? [] : (['published'] as const)),
    ...(url === '' || shape.url.safeParse(url).success ? [] : (['url'] as const)),
  ];
}

function withoutEmpty(details: UploadDetails): Partial<UploadDetails> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''));
}
