import type { Article } from '../article/article.ts';
import { formatProblem } from '../article/problem.ts';
import type { Library } from '../answer/library.ts';
import type { Readiness } from '../command/context.ts';
import { prepareEvents, prepareQuotes } from '../answer/prepare.ts';
import { isTextBlock } from '../article/article.ts';
import { indexArticles } from '../search/searchIndex.ts';
import { changedArticles } from './changedArticles.ts';
import { inSlices } from '../steps/inSlices.ts';
import { readLibrary } from './readLibrary.ts';
import { createKeeper, indexFromSnapshot } from './snapshots.ts';
import { UNREADY_INDEX } from './unreadyIndex.ts';
import { watchFolder } from './watchFolder.ts';

/**
 * A corpus with fewer sentences is indexed in about half a second, before it is open; from here on a snapshot saves more
 * than its reading takes (measured: 0.3 against 0.9 seconds at 2,000, 0.4 against 0.5 at 1,000).
 */
const LARGE_SENTENCES = 2000;

/** What reading the corpus again came to. */
export type Reload =
  | { readonly kind: 'taken-up'; readonly changed: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** A corpus that is loaded, and taken up anew when it changes. */
export interface Corpus {
  /** The articles that answer now; another object after a change. */
  library: () => Library;
  /** Whether it is good for that by now. Searching what is not ready throws. */
  isReady: (wanted: Readiness) => boolean;
  /** Settles when the articles can be searched. */
  readonly ready: Promise<void>;
  /** Why the newest files were refused, while the old ones go on answering. */
  refused: () => string | undefined;
  /** Reads the files as they are now or later, and takes them up if they are sound; readings follow one another. */
  reload: () => Promise<Reload>;
  /** Stops watching and reading, and waits for a snapshot that is being written. */
  close: () => Promise<void>;
}

export interface CorpusOptions {
  /** The folder for index snapshots. Default: none are kept. */
  readonly snapshots?: string;
  /** Told in one sentence what is wrong with a snapshot, which is then done without. */
  readonly onProblem?: (sentence: string) => void;
  /** From how many sentences on a corpus is large: it is opened before it is ready, and snapshots are kept. Default 2,000. */
  readonly largeFrom?: number;
  /** Settles when there is time to do ahead what the first uses of some commands would do. Default: that is not done. */
  readonly prepared?: Promise<unknown>;
  /** Whether to watch the folder, and reload by itself. Default: no. */
  readonly watch?: boolean;
  /** Called after each reading, however many asked for it. */
  readonly onReload?: (reload: Reload) => void;
}

/**
 * Opens a corpus, or says why it cannot be: the first problem, and how many more there are. A large one is open before
 * it can be searched: see `isReady`.
 */
export async function openCorpus(
  directory: string,
  {
    watch: watching = false,
    onReload = () => {},
    snapshots,
    onProblem = () => {},
    prepared,
    largeFrom = LARGE_SENTENCES,
  }: CorpusOptions = {},
): Promise<{ readonly kind: 'open'; readonly corpus: Corpus } | { readonly kind: 'refused'; readonly reason: string }> {
  const reading = await readLibrary(directory);
  if (reading.kind === 'broken') return { kind: 'refused', reason: summarize(reading.problems.map(formatProblem)) };
  let library: Library = { articles: byId(reading.articles), curated: reading.curated, index: UNREADY_INDEX };
  let refused: string | undefined;
  let ready: Readiness | undefined;
  const closing = new AbortController();
  const { signal } = closing;
  const large = sentencesIn(reading.articles) >= largeFrom;
  const keeper =
    large && snapshots !== undefined ? createKeeper({ folder: snapshots, corpus: directory, onProblem }) : undefined;

  const load = async (): Promise<void> => {
    const { articles } = reading;
    const { index, isKept } = keeper
      ? await indexFromSnapshot(articles, { ...keeper.options, signal })
      : { index: await inSlices(indexArticles(articles), signal), isKept: true };
    if (prepared) await inSlices(prepareQuotes(articles), signal);
    library = { ...library, index };
    ready = 'search';
    if (!isKept) keeper?.keep(index);
  };
  const loaded = load();
  const finishLoading = async (): Promise<void> => {
    await loaded;
    if (prepared) {
      await prepared;
      await inSlices(prepareEvents(reading.articles), signal);
    }
    ready = 'events';
  };
  void finishLoading();
  let last: Promise<unknown> = loaded;
  let waiting: Promise<Reload> | undefined;

  const readAgain = async (): Promise<Reload> => {
    const next = await readLibrary(directory);
    if (next.kind === 'broken') {
      refused = summarize(next.problems.map(formatProblem));
      return { kind: 'refused', reason: refused };
    }
    refused = undefined;
    const { articles, put, gone } = changedArticles(library.articles, next.articles);
    if (prepared) {
      await inSlices(prepareQuotes(put), signal);
      await inSlices(prepareEvents(put), signal);
    }
    const exchanged = (): void => {
      library = { ...library, articles, curated: next.curated };
    };
    await inSlices(library.index.change({ put, remove: gone, exchanged }), signal);
    const changed = [...gone, ...put.map(({ id }) => id)];
    if (changed.length > 0) keeper?.keep(library.index);
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
  if (!large) await loaded;
  const watcher = watching ? watchFolder(directory, () => void reload()) : undefined;
  return {
    kind: 'open',
    corpus: {
      library: () => library,
      isReady: (wanted) => ready === 'events' || (ready === 'search' && (wanted === 'search' || !large || !prepared)),
      ready: loaded,
      refused: () => refused,
      reload,
      async close() {
        closing.abort();
        watcher?.close();
        await keeper?.settled();
      },
    },
  };
}

function sentencesIn(articles: readonly Article[]): number {
  return articles.reduce(
    (sum, { blocks }) => blocks.reduce((own, block) => own + (isTextBlock(block) ? block.sentences.length : 0), sum),
    0,
  );
}

function byId(articles: readonly Article[]): ReadonlyMap<string, Article> {
  return new Map(articles.map((article) => [article.id, article]));
}

function summarize([first, ...others]: readonly string[]): string {
  return others.length === 0 ? first! : `${first!} (and ${others.length} more)`;
}
