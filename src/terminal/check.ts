import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleFileSchema, type Article, type Block } from '../article/article.ts';
import { checkArticle } from '../article/checkArticle.ts';
import { editionOf, shortEdition } from '../article/edition.ts';
import { formatProblem } from '../article/problem.ts';
import { listFolders, readCorpus } from '../article/readCorpus.ts';
import { writeEdition } from '../article/writeArticle.ts';
import { fail, type ExitCode, type Terminal } from './terminal.ts';

interface CheckOptions {
  readonly terminal: Terminal;
  /** Whether to print one JSON object, `{"articles", "problems"}`. */
  readonly json: boolean;
}

/** Checks every article of a corpus; each problem is a line with its file and line. */
export async function check(corpus: string, { terminal, json }: CheckOptions): Promise<ExitCode> {
  const reading = await readCorpus(corpus);
  const problems = reading.kind === 'broken' ? reading.problems : [];
  const articles = reading.kind === 'broken' ? [] : reading.articles.map(counts);
  if (json) terminal.out(`${JSON.stringify({ articles, problems })}\n`);
  for (const problem of problems) fail(terminal, `${formatProblem(problem)}.`);
  if (problems.length > 0) return 2;
  if (json) return 0;
  for (const { id, paragraphs, headings, captions, edition } of articles) {
    const parts = [counted(paragraphs, 'paragraph'), counted(headings, 'heading'), counted(captions, 'caption')];
    terminal.out(`${id}: ${parts.join(', ')}, edition ${shortEdition(edition)}\n`);
  }
  terminal.out(`${counted(articles.length, 'article')}, nothing wrong.\n`);
  return 0;
}

/**
 * Takes on what was corrected by hand: gives each article whose source or spans changed its new edition, and keeps a
 * copy of it. Articles that are wrong otherwise are left alone, and told.
 */
export async function accept(corpus: string, options: CheckOptions): Promise<ExitCode> {
  for (const id of (await listFolders(corpus)) ?? []) {
    const folder = join(corpus, id);
    const file = await readFile(join(folder, 'article.json'), 'utf8')
      .then((json) => articleFileSchema.safeParse(JSON.parse(json)))
      .catch(() => undefined);
    const source = await readFile(join(folder, 'source.txt'), 'utf8').catch(() => undefined);
    if (!file?.success || source === undefined) continue;
    const edition = editionOf(source, file.data.blocks);
    const accepted = { ...file.data, edition };
    if (edition === file.data.edition || checkArticle(accepted, source).length > 0) continue;
    await writeEdition(join(folder, 'editions', shortEdition(edition)), { ...accepted, source });
    await writeEdition(folder, { ...accepted, source });
    if (!options.json)
      options.terminal.out(`${id}: edition ${shortEdition(file.data.edition)} is now ${shortEdition(edition)}\n`);
  }
  return check(corpus, options);
}

function counts({ id, blocks, edition }: Article) {
  const count = (kind: Block['kind']): number => blocks.filter((block) => block.kind === kind).length;
  return { id, paragraphs: count('paragraph'), headings: count('heading'), captions: count('caption'), edition };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
