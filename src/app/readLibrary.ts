import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import { readCorpus } from '../article/readCorpus.ts';
import type { EventFile } from '../events/eventFile.ts';
import { readEvents } from '../events/readEvents.ts';

/** Every article of a corpus with what editors decided about its events, or everything wrong with the files. */
export type LibraryReading =
  | {
      readonly kind: 'library';
      readonly articles: readonly Article[];
      readonly curated: ReadonlyMap<string, EventFile>;
    }
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] };

/** Reads and checks a corpus whole. Never throws for what it finds there. */
export async function readLibrary(directory: string): Promise<LibraryReading> {
  const reading = await readCorpus(directory);
  if (reading.kind === 'broken') return reading;
  const curated = new Map<string, EventFile>();
  const problems: Problem[] = [];
  for (const article of reading.articles) {
    const events = await readEvents(join(directory, article.id), article);
    if (events.kind === 'broken') problems.push(...events.problems);
    if (events.kind === 'events') curated.set(article.id, events.file);
  }
  return problems.length > 0 ? { kind: 'broken', problems } : { kind: 'library', articles: reading.articles, curated };
}
