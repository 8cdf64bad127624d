import { type Article, articleFileSchema } from '../article/article.ts';
import { articleFromDraft } from '../document/articleFromDraft.ts';
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

/** Finds the first detail that an article cannot have. */
export function invalidDetail({ title, published, url }: UploadDetails): keyof UploadDetails | undefined {
  const { shape } = articleFileSchema;
  if (title.trim() === '') return 'title';
  if (published !== '' && !shape.published.safeParse(published).success) return 'published';
  if (url !== '' && !shape.url.safeParse(url).success) return 'url';
  return undefined;
}

function withoutEmpty(details: UploadDetails): Partial<UploadDetails> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''));
}
