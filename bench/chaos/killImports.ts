import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { listLeftovers } from '../../src/article/listLeftovers.ts';
import { readCorpus } from '../../src/article/readCorpus.ts';
import { writeArticle } from '../../src/article/writeArticle.ts';
import { killedArticles } from './killedArticles.ts';

/** The longest time that a worker is left alone, in which it replaces the article several times. */
const LONGEST_MS = 60;
const CURATED = '{"curated":"by an editor"}';

/** What kills of replacing imports came to. */
export interface ImportKills {
  readonly kills: number;
  /** Leftovers that were found after a kill, by kind. */
  readonly leftovers: Readonly<Record<string, number>>;
  /** What must never be: an article that is neither of the editions, or curated events that are gone. */
  readonly problems: readonly string[];
}

/** Kills a process with -9 at random moments while it replaces one article again and again, and looks at what is left each time. */
export async function killImports(kills: number): Promise<ImportKills> {
  const folder = await mkdtemp(join(tmpdir(), 'kills-'));
  const corpus = join(folder, 'corpus');
  const editions = join(folder, 'editions.json');
  const articles = killedArticles();
  const leftovers: Record<string, number> = {};
  const problems: string[] = [];
  try {
    const [first] = articles;
    await writeFile(editions, JSON.stringify(articles));
    await writeArticle(corpus, first!, { extension: '.txt', bytes: Buffer.from(first!.source) });
    await writeFile(join(corpus, 'killed', 'events.json'), CURATED);
    for (let kill = 1; kill <= kills; kill += 1) {
      await killOne(corpus, editions);
      const left = await listLeftovers(corpus);
      for (const { kind, folder } of left) {
        leftovers[kind] = (leftovers[kind] ?? 0) + 1;
        if (kind === 'draft') await rm(folder, { recursive: true });
      }
      const problem = await problemIn(corpus, articles);
      if (problem !== undefined) problems.push(`kill ${kill}: ${problem}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { kills, leftovers, problems };
}

async function killOne(corpus: string, editions: string): Promise<void> {
  const worker = fileURLToPath(new URL('importWorker.ts', import.meta.url));
  const child = spawn(process.execPath, [worker, corpus, editions], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), closed]);
  await setTimeout(Math.random() * LONGEST_MS);
  child.kill('SIGKILL');
  await closed;
}

async function problemIn(corpus: string, articles: ReturnType<typeof killedArticles>): Promise<string | undefined> {
  const reading = await readCorpus(corpus);
  if (reading.kind === 'unreadable') return reading.problem.message;
  const [found, ...others] = reading.read;
  const wrong = reading.broken.flatMap(({ problems }) => problems.map(({ message }) => message));
  if (wrong.length > 0) return wrong.join('; ');
  if (!found || others.length > 0) return `${reading.read.length} articles`;
  if (!articles.some(({ source }) => source === found.article.source)) return 'neither the old article nor the new one';
  const curated = await readFile(join(found.path, 'events.json'), 'utf8').catch(() => '');
  return curated === CURATED ? undefined : 'the curated events are gone';
}
