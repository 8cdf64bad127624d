import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { askSteps } from '../../src/answer/ask.ts';
import { finish } from '../../src/runtime/steps/steps.ts';
import type { Article } from '../../src/article/article.ts';
import { libraryOf } from './libraryOf.ts';
import { usedMb } from './measure.ts';
import { plainIndex, sentencesOf } from './plainIndex.ts';

/** An index that can be asked. */
export interface BuiltEngine {
  readonly search: (question: string) => unknown;
  readonly add?: (article: Article) => void;
  /** The memory that the index takes, in MB. */
  readonly memoryMb: () => number | Promise<number>;
}

const RESULTS = 10;

/** Builds each engine's index over every sentence of articles. The peers run as their documentation shows, any word of a question counting. */
export const ENGINES = {
  rapporteur(articles: readonly Article[]) {
    const library = libraryOf(articles);
    return {
      search: (question: string) => finish(askSteps(question, library)),
      add: (article: Article) => library.index.add(article),
    };
  },
  minisearch(articles: readonly Article[]) {
    const index = plainIndex(sentencesOf(articles));
    return { search: (question: string) => index.search(question) };
  },
  async flexsearch(articles: readonly Article[]) {
    const { default: flexsearch } = await peer<{ default: FlexSearch }>('flexsearch');
    const index = new flexsearch.Index();
    for (const [id, text] of sentencesOf(articles).entries()) index.add(id, text);
    return { search: (question: string) => index.search(question, { limit: RESULTS, suggest: true }) };
  },
  async orama(articles: readonly Article[]) {
    const { create, insertMultiple, search } = await peer<Orama>('@orama/orama');
    const index = create({ schema: { text: 'string' } });
    await insertMultiple(
      index,
      sentencesOf(articles).map((text) => ({ text })),
    );
    return { search: (term: string) => search(index, { term, limit: RESULTS }) };
  },
  async lunr(articles: readonly Article[]) {
    const { default: lunr } = await peer<{ default: Lunr }>('lunr');
    const index = lunr(function (this: LunrBuilder) {
      this.ref('id');
      this.field('text');
      for (const [id, text] of sentencesOf(articles).entries()) this.add({ id, text });
    });
    return { search: (question: string) => index.search(wordsOf(question).join(' ')).slice(0, RESULTS) };
  },
  fts5(articles: readonly Article[]) {
    const database = new DatabaseSync(':memory:');
    database.exec(`CREATE VIRTUAL TABLE passage USING fts5(text, tokenize = 'porter unicode61'); BEGIN`);
    const insert = database.prepare('INSERT INTO passage (text) VALUES (?)');
    for (const text of sentencesOf(articles)) insert.run(text);
    database.exec('COMMIT');
    const find = database.prepare('SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?');
    return {
      search: (question: string) =>
        find.all(
          wordsOf(question)
            .map((word) => `"${word}"`)
            .join(' OR '),
          RESULTS,
        ),
      memoryMb: () => {
        const { pages } = database
          .prepare('SELECT page_count * page_size AS pages FROM pragma_page_count, pragma_page_size')
          .get()!;
        return Number(pages) / 2 ** 20;
      },
    };
  },
} satisfies Record<string, (articles: readonly Article[]) => unknown>;

export type Engine = keyof typeof ENGINES;

/** Builds an engine's index, and says how long that took. */
export async function buildEngine(
  engine: Engine,
  articles: readonly Article[],
): Promise<BuiltEngine & { readonly buildMs: number }> {
  const before = await usedMb();
  const start = performance.now();
  const built = await ENGINES[engine](articles);
  const buildMs = performance.now() - start;
  return { memoryMb: async () => (await usedMb()) - before, ...built, buildMs };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

interface FlexSearch {
  readonly Index: new () => {
    add(id: number, text: string): void;
    search(query: string, options: { readonly limit: number; readonly suggest: boolean }): unknown;
  };
}
interface Orama {
  readonly create: (options: { readonly schema: Readonly<Record<string, string>> }) => unknown;
  readonly insertMultiple: (index: unknown, documents: readonly { readonly text: string }[]) => Promise<unknown>;
  readonly search: (index: unknown, query: { readonly term: string; readonly limit: number }) => unknown;
}
interface LunrBuilder {
  ref(name: string): void;
  field(name: string): void;
  add(document: { readonly id: number; readonly text: string }): void;
}
type Lunr = (configure: (this: LunrBuilder) => void) => { search(query: string): readonly unknown[] };

/** Loads a library from the package of the peers, which the project does not depend on. */
async function peer<Library>(name: string): Promise<Library> {
  const peers = createRequire(new URL('../peers/package.json', import.meta.url));
  return (await import(pathToFileURL(peers.resolve(name)).href)) as Library;
}
