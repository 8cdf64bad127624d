import { watch, type FSWatcher } from 'node:fs';
import type { Article } from '../article/article.ts';
import { formatProblem } from '../article/problem.ts';
import type { Library } from '../answer/library.ts';
import { createSearchIndex } from '../search/searchIndex.ts';
import { readLibrary, type LibraryReading } from './readLibrary.ts';

/** How long files must be left alone before a changed corpus is read. */
const SETTLE_MS = 400;

/** What reading the corpus again came to. */
export type Reload =
  | { readonly kind: 'taken-up'; readonly changed: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** A corpus that is loaded, and taken up anew when it changes. */
export interface Corpus {
  /** The articles that answer now; another object after a change. */
  library: () => Library;
  /** Why the newest files were refused, while the old ones go on answering. */
  refused: () => string | undefined;
  /** Reads the files as they are now or later, and takes them up if they are sound; readings follow one another. */
  reload: () => Promise<Reload>;
  close: () => void;
}

export interface CorpusOptions {
  /** Whether to watch the folder, and reload by itself. Default: no. */
  readonly watch?: boolean;
  /** Called after each reading, however many asked for it. */
  readonly onReload?: (reload: Reload) => void;
}

/** Opens a corpus, or says why it cannot be: the first problem, and how many more there are. */
export async function openCorpus(
  directory: string,
  { watch: watching = false, onReload = () => {} }: CorpusOptions = {},
): Promise<{ readonly kind: 'open'; readonly corpus: Corpus } | { readonly kind: 'refused'; readonly reason: string }> {
  const reading = await readLibrary(directory);
  if (reading.kind === 'broken') return { kind: 'refused', reason: summarize(reading.problems.map(formatProblem)) };
  let library = libraryOf(reading);
  let refused: string | undefined;
  let last: Promise<unknown> = Promise.resolve();

  let waiting: Promise<Reload> | undefined;

  const readAgain = async (): Promise<Reload> => {
    const next = await readLibrary(directory);
    if (next.kind === 'broken') {
      refused = summarize(next.problems.map(formatProblem));
      return { kind: 'refused', reason: refused };
    }
    refused = undefined;
    const changed = changedIds(library.articles, next.articles);
    library = updated(library, next, changed);
    return { kind: 'taken-up', changed };
  };
  const reload = (): Promise<Reload> => {
    // A reading under way may have missed what changed since: who asks now shares the next one.
    waiting ??= last.then(async () => {
      waiting = undefined;
      const outcome = await readAgain();
      onReload(outcome);
      return outcome;
    });
    last = waiting;
    return waiting;
  };
  const watcher = watching ? watchFolder(directory, () => void reload()) : undefined;
  return {
    kind: 'open',
    corpus: { library: () => library, refused: () => refused, reload, close: () => watcher?.close() },
  };
}

type Loaded = Extract<LibraryReading, { kind: 'library' }>;

function libraryOf({ articles, curated }: Loaded): Library {
  return { articles: byId(articles), curated, index: createSearchIndex(articles) };
}

/** Takes changes into the index in one turn of the event loop, so that no search sees half of them. */
function updated(
  { index, articles: old }: Library,
  { articles, curated }: Loaded,
  changed: readonly string[],
): Library {
  const next = new Map(articles.map((article) => [article.id as string, unchanged(old.get(article.id), article)]));
  for (const id of changed) {
    const article = next.get(id);
    if (article) index.replace(article);
    else if (old.has(id)) index.remove(id);
  }
  return { articles: next, curated, index };
}

function changedIds(old: ReadonlyMap<string, Article>, articles: readonly Article[]): readonly string[] {
  const kept = new Set(articles.map(({ id }) => id as string));
  const gone = [...old.keys()].filter((id) => !kept.has(id));
  const changed = articles.filter((article) => unchanged(old.get(article.id), article) === article);
  return [...gone, ...changed.map(({ id }) => id)];
}

/** Keeps the old object where nothing changed, so that what is derived from it is not derived again. */
function unchanged(old: Article | undefined, article: Article): Article {
  return old && JSON.stringify(old) === JSON.stringify(article) ? old : article;
}

function byId(articles: readonly Article[]): ReadonlyMap<string, Article> {
  return new Map(articles.map((article) => [article.id, article]));
}

function summarize([first, ...others]: readonly string[]): string {
  return others.length === 0 ? first! : `${first!} (and ${others.length} more)`;
}

function watchFolder(directory: string, changed: () => void): FSWatcher {
  let settle: NodeJS.Timeout | undefined;
  const watcher = watch(directory, { recursive: true, persistent: false }, () => {
    clearTimeout(settle);
    settle = setTimeout(changed, SETTLE_MS).unref();
  });
  watcher.on('close', () => clearTimeout(settle));
  // Watching can fail where the system has no watches left; SIGHUP and `/sources reload` work without.
  watcher.on('error', () => watcher.close());
  return watcher;
}
