import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkModel } from 'rapporteur-reader/checkModel';
import { curatedEvents, extractFromTags } from '../../answer/articleEvents.ts';
import type { Library } from '../../answer/library.ts';
import { prepareEvents } from '../../answer/prepare.ts';
import { articleFileSchema, type Article, type Block } from '../../article/article.ts';
import { checkArticle } from '../../article/checkArticle.ts';
import { editionOf, shortEdition } from '../../article/edition.ts';
import { formatProblem } from '../../article/problem.ts';
import { isInFile } from '../../events/merge/mergeCurated.ts';
import { listLeftovers, type Leftover } from '../../article/listLeftovers.ts';
import { listFolders } from '../../article/readCorpus.ts';
import { keepEdition, writeEdition } from '../../article/writeArticle.ts';
import { readLibrary } from '../../app/readLibrary.ts';
import { tagFiles } from '../../app/tagFiles.ts';
import { inSlices } from '../../runtime/steps/inSlices.ts';
import { readerOff } from '../../reply/words/messages/readerOff.ts';
import { fail, type ExitCode, type Terminal } from '../terminal.ts';
import { counted } from '../../reply/words/counted.ts';

const LEFTOVER_ADVICE: Readonly<Record<Leftover['kind'], string>> = {
  draft: 'left by an import that was interrupted, or one that is running now; if none is running, it can be deleted.',
  replaced:
    'the former version of an article, left by an import that was interrupted; the new one is in its place, so this can be deleted.',
  'set-aside':
    'the article as it was before an import that was interrupted, and the only version; it goes on answering, and the next import puts it back or replaces it.',
  removed: 'what is left of an article that was removed; it can be deleted, and a bot that is started deletes it.',
};

interface Undecided {
  readonly article: string;
  readonly events: number;
  /** Those that are not in the file at all. */
  readonly missing: number;
}

interface CheckOptions {
  readonly terminal: Terminal;
  /** Whether to print one JSON object, `{"articles", "problems", "leftovers", "model"}`. */
  readonly json: boolean;
  /** Whether to verify the checksums of the reader's model, too. */
  readonly model: boolean;
  /** The folder with the tags of articles, if there is a reader; without tags, rules alone look for events. */
  readonly tags?: string | undefined;
}

/**
 * Checks every article of a corpus; each problem is a line with its file and line number. Leftovers of interrupted
 * imports are listed with what to do, and so are events that an editor's file has not decided on; neither is a problem in
 * itself.
 */
export async function check(
  corpus: string,
  { terminal, json, model: withModel, tags }: CheckOptions,
): Promise<ExitCode> {
  const reading = await readLibrary(corpus);
  const problems =
    reading.kind === 'unreadable' ? [reading.problem] : reading.broken.flatMap((article) => article.problems);
  const articles = reading.kind === 'unreadable' ? [] : reading.articles.map(counts);
  const leftovers = await listLeftovers(corpus);
  const undecided = reading.kind === 'unreadable' ? [] : await undecidedEvents(reading, tags);
  const model = withModel ? await checkModel() : undefined;
  if (json) terminal.out(`${JSON.stringify({ articles, problems, leftovers, undecided, ...(model && { model }) })}\n`);
  for (const problem of problems) fail(terminal, `${formatProblem(problem)}.`);
  const broken = model && model.kind !== 'whole' ? readerOff(`model-${model.kind}`, model.file) : undefined;
  if (broken !== undefined) fail(terminal, `${broken.charAt(0).toUpperCase()}${broken.slice(1)}.`);
  const code = problems.length > 0 || broken !== undefined ? 2 : 0;
  if (json) return code;
  for (const { folder, kind } of leftovers) terminal.out(`${folder}: ${LEFTOVER_ADVICE[kind]}\n`);
  if (code !== 0) return code;
  for (const { id, paragraphs, headings, captions, edition } of articles) {
    const parts = [counted(paragraphs, 'paragraph'), counted(headings, 'heading'), counted(captions, 'caption')];
    terminal.out(`${id}: ${parts.join(', ')}, edition ${shortEdition(edition)}\n`);
  }
  for (const { article, events, missing } of undecided) {
    if (missing > 0)
      terminal.out(
        `${article}: ${counted(missing, 'event')} found that events.json does not have; \`rapporteur events ${article} --review\` adds ${missing === 1 ? 'it' : 'them'} for review.\n`,
      );
    if (events > missing)
      terminal.out(
        `${article}: ${counted(events - missing, 'event')} in events.json ${events - missing === 1 ? 'has' : 'have'} the status "extracted"; confirmed, corrected or rejected would decide on ${events - missing === 1 ? 'it' : 'them'}.\n`,
      );
  }
  terminal.out(`${counted(articles.length, 'article')}, nothing wrong.\n`);
  return 0;
}

/**
 * Accepts manual corrections: gives each article whose source or spans changed its new edition, and keeps a copy of it.
 * Articles with other problems are reported and left alone.
 */
export async function accept(corpus: string, options: CheckOptions): Promise<ExitCode> {
  for (const { name: id, path: folder } of (await listFolders(corpus)) ?? []) {
    const file = await readFile(join(folder, 'article.json'), 'utf8')
      .then((json) => articleFileSchema.safeParse(JSON.parse(json)))
      .catch(() => undefined);
    const source = await readFile(join(folder, 'source.txt'), 'utf8').catch(() => undefined);
    if (!file?.success || source === undefined) continue;
    const edition = editionOf(source, file.data.blocks);
    const accepted = { ...file.data, edition };
    if (edition === file.data.edition || checkArticle(accepted, source).length > 0) continue;
    await keepEdition(folder, { ...accepted, source }, new Date().toISOString().slice(0, 10));
    await writeEdition(folder, { ...accepted, source });
    if (!options.json)
      options.terminal.out(`${id}: edition ${shortEdition(file.data.edition)} is now ${shortEdition(edition)}\n`);
  }
  return check(corpus, options);
}

/** Counts, for each article with reviewed events, those found now that its file has not decided on, and which of them it lacks. */
async function undecidedEvents(
  { articles, curated }: { readonly articles: readonly Article[]; readonly curated: NonNullable<Library['curated']> },
  tags: string | undefined,
): Promise<readonly Undecided[]> {
  const files = tags === undefined ? undefined : tagFiles(tags);
  const found: Undecided[] = [];
  for (const article of articles) {
    const file = curated.get(article.id);
    if (file?.edition !== article.edition) continue;
    const tagged = await files?.read(article);
    if (tagged) await inSlices(extractFromTags(article, tagged));
    await inSlices(prepareEvents([article]));
    const open = curatedEvents(article, { curated }).events.filter(({ status }) => status === 'extracted');
    const missing = open.filter((event) => !isInFile(event, file)).length;
    if (open.length > 0) found.push({ article: article.id, events: open.length, missing });
  }
  return found;
}

function counts({ id, blocks, edition }: Article) {
  const count = (kind: Block['kind']): number => blocks.filter((block) => block.kind === kind).length;
  return { id, paragraphs: count('paragraph'), headings: count('heading'), captions: count('caption'), edition };
}
