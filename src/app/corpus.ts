import type { Access } from '../access/access.ts';
import { withOwners } from '../access/withOwners.ts';
import type { Library } from '../answer/library.ts';
import { prepareEvents, prepareQuotes } from '../answer/prepare.ts';
import { type Article, isTextBlock } from '../article/article.ts';
import { formatProblem } from '../article/problem.ts';
import type { Readiness, Unserved } from '../command/readiness.ts';
import { inSlices } from '../runtime/steps/inSlices.ts';
import { indexArticles } from '../search/searchIndex.ts';
import { changedArticles } from './changedArticles.ts';
import { readServed } from './readServed.ts';
import { createSnapshotWriter, indexFromSnapshot } from './snapshots.ts';
import { UNREADY_INDEX } from './unreadyIndex.ts';
import { summarize, unserved } from './unserved.ts';
import { watchFolder } from './watchFolder.ts';

/**
 * A smaller corpus is indexed in about half a second, before it is open; from this size on a snapshot saves more than
 * reading it costs (measured: 0.3 against 0.9 seconds at 2,000, 0.4 against 0.5 at 1,000).
 */
const LARGE_SENTENCES = 2000;

/** The result of reading the corpus again; `refused` if its folder cannot be read. */
export type Reload =
  | { readonly kind: 'taken-up'; readonly changed: readonly string[]; readonly broken: readonly Unserved[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** A corpus that is loaded, and reloaded when it changes. */
export interface Corpus {
  /** The current articles; a new object after a change. */
  library: () => Library;
  /** Who may see which of them; replaced together with the articles. */
  access: () => Access;
  /** Whether it is ready for this. Searching too early throws. */
  isReady: (wanted: Readiness) => boolean;
  /** Resolves once the articles can be searched. */
  readonly ready: Promise<void>;
  /** Why the corpus could not be read again; the previous articles still answer. */
  refused: () => string | undefined;
  /** The articles with broken files, sorted by name. */
  broken: () => readonly Unserved[];
  /** Reads the files, now or after the reading in progress, and takes over each valid article. */
  reload: () => Promise<Reload>;
  /** Stops watching and reading, and waits for a snapshot that is being written. */
  close: () => Promise<void>;
}

export interface CorpusOptions {
  /** The folder for index snapshots. Default: none are kept. */
  readonly snapshots?: string;
  /** Called with a sentence about a snapshot that cannot be used. */
  readonly onProblem?: (sentence: string) => void;
  /**
   * From this many sentences on, a corpus is large: it is opened before it is ready, and snapshots are kept. Default
   * 2,000.
   */
  readonly largeFrom?: number;
  /**
   * Resolves when there is time to precompute what the first uses of some commands need. Default: nothing is
   * precomputed.
   */
  readonly prepared?: Promise<unknown>;
  /** Takes from files the tags of articles, before their events are precomputed. Default: there are none. */
  readonly loadTags?: ((articles: readonly Article[], signal: AbortSignal) => Promise<void>) | undefined;
  /** Whether to watch the folder and reload automatically. Default: false. */
  readonly watch?: boolean;
  /** Called after each reading, however many callers asked for it. */
  readonly onReload?: (reload: Reload) => void;
}

/**
 * Opens a corpus. Broken articles are left out; one that breaks later keeps its last good version. If the folder cannot
 * be read, or only has broken articles, it returns the first problem, and how many more there are. A large corpus is
 * open before it can be searched: see `isReady`.
 */
export async function openCorpus(
  directory: string,
  {
    watch: watching = false,
    onReload = () => {},
    snapshots,
    onProblem = () => {},
    prepared,
    loadTags = () => Promise.resolve(),
    largeFrom = LARGE_SENTENCES,
  }: CorpusOptions = {},
): Promise<{ readonly kind: 'open'; readonly corpus: Corpus } | { readonly kind: 'refused'; readonly reason: string }> {
  const reading = await readServed(directory);
  if (reading.kind === 'unreadable') return { kind: 'refused', reason: formatProblem(reading.problem) };
  if (reading.articles.length === 0 && reading.broken.length > 0)
    return {
      kind: 'refused',
      reason: summarize(reading.broken.flatMap(({ problems }) => problems).map(formatProblem)),
    };
  let { access } = reading;
  let inForce = withOwners(access, reading.articles);
  let library: Library = { articles: byId(reading.articles), curated: reading.curated, index: UNREADY_INDEX };
  let refused: string | undefined;
  let broken = unserved(reading.broken, library);
  let ready: Readiness | undefined;
  const closing = new AbortController();
  const { signal } = closing;
  const large = sentencesIn(reading.articles) >= largeFrom;
  const writer =
    large && snapshots !== undefined
      ? createSnapshotWriter({ folder: snapshots, corpus: directory, onProblem })
      : undefined;

  const load = async (): Promise<void> => {
    const { articles } = reading;
    const { index, isUpToDate } = writer
      ? await indexFromSnapshot(articles, { ...writer.options, signal })
      : { index: await inSlices(indexArticles(articles), signal), isUpToDate: true };
    if (prepared) await inSlices(prepareQuotes(articles), signal);
    library = { ...library, index };
    ready = 'search';
    if (!isUpToDate) writer?.keep(index);
  };
  const loaded = load();
  const finishLoading = async (): Promise<void> => {
    await loaded;
    if (prepared) {
      await prepared;
      await loadTags(reading.articles, signal);
      await inSlices(prepareEvents(reading.articles), signal);
    }
    ready = 'events';
  };
  void finishLoading();
  let last: Promise<unknown> = loaded;
  let waiting: Promise<Reload> | undefined;

  const readAgain = async (): Promise<Reload> => {
    const next = await readServed(directory, access);
    if (next.kind === 'unreadable') {
      refused = formatProblem(next.problem);
      return { kind: 'refused', reason: refused };
    }
    refused = undefined;
    broken = unserved(next.broken, library);
    const kept = broken.flatMap(({ name }) => library.articles.get(name) ?? []);
    const curated = new Map(next.curated);
    for (const { id } of kept) {
      const events = library.curated?.get(id);
      if (events) curated.set(id, events);
    }
    const { articles, put, gone } = changedArticles(library.articles, byPlace([...next.articles, ...kept]));
    if (prepared) {
      await inSlices(prepareQuotes(put), signal);
      await loadTags(put, signal);
      await inSlices(prepareEvents(put), signal);
    }
    const exchanged = (): void => {
      library = { ...library, articles, curated };
      ({ access } = next);
      inForce = withOwners(access, articles.values());
    };
    await inSlices(library.index.change({ put, remove: gone, exchanged }), signal);
    const changed = [...gone, ...put.map(({ id }) => id)];
    if (changed.length > 0) writer?.keep(library.index);
    return { kind: 'taken-up', changed, broken };
  };
  const reload = (): Promise<Reload> => {
    // A reading in progress may have missed the latest change: new callers share the next one.
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
      access: () => inForce,
      isReady: (wanted) => ready === 'events' || (ready === 'search' && (wanted === 'search' || !large || !prepared)),
      ready: loaded,
      refused: () => refused,
      broken: () => broken,
      reload,
      async close() {
        closing.abort();
        watcher?.close();
        await writer?.settled();
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

function byPlace(articles: readonly Article[]): readonly Article[] {
  return articles.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
