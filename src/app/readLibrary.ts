import type { Article } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import { readCorpus, type BrokenArticle } from '../article/readCorpus.ts';
import type { EventFile } from '../events/eventFile.ts';
import { readEvents } from '../events/readEvents.ts';

/** The valid articles of a corpus with editors' decisions on their events, and the broken ones. */
export type LibraryReading =
  | {
      readonly kind: 'library';
      readonly articles: readonly Article[];
      readonly curated: ReadonlyMap<string, EventFile>;
      readonly broken: readonly BrokenArticle[];
    }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

/**
 * Reads and checks a whole corpus. An article whose `events.json` is broken counts as broken, so that no event that its
 * editor removed is shown. Never throws for invalid content.
 */
export async function readLibrary(directory: string): Promise<LibraryReading> {
  const reading = await readCorpus(directory);
  if (reading.kind === 'unreadable') return reading;
  const articles: Article[] = [];
  const curated = new Map<string, EventFile>();
  const broken = [...reading.broken];
  for (const { article, path } of reading.read) {
    const events = await readEvents(path, article);
    if (events.kind === 'broken') {
      broken.push({ name: article.id, problems: events.problems });
      continue;
    }
    articles.push(article);
    if (events.kind === 'events') curated.set(article.id, events.file);
  }
  return { kind: 'library', articles, curated, broken };
}
