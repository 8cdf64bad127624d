import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createReader } from 'rapporteur-reader';
import type { Article } from '../../../src/article/article.ts';
import { readArticle } from '../../../src/article/readArticle.ts';
import { withDeed } from '../../../src/answer/reading/askedDeed.ts';
import { createMeaning } from '../../../src/answer/reading/createMeaning.ts';
import { questionAsked } from '../../../src/answer/reading/questionAsked.ts';
import { readAgain } from '../../../src/answer/reading/readAgain.ts';
import { readSentences, type Read } from '../../../src/answer/reading/readSentences.ts';
import { orderReading } from '../../../src/answer/reading/weighReading.ts';
import { createSearchIndex, type SearchIndex } from '../../../src/search/searchIndex.ts';
import { articleOf } from '../../eval/evalArticle.ts';
import {
  answerableOf,
  EVAL_FOLDER,
  loadSentenceHit,
  readArticles,
  type Question,
  type QuestionedArticle,
} from '../questions.ts';
import { importAsked, type AskedArticle } from './askedArticles.ts';
import type { WrittenReading } from './readingExamples.ts';
import { withKnownVectors } from './withKnownVectors.ts';

const SETS = ['qa-fit', 'qa-news-fit', 'qa-long-fit'];
const HITS = 400;
/** Sentences that are read once more, so that an order that differs a little finds its own among them. */
const MOST_READ_AGAIN = 12;
/** Of every so many questions one is put again, to the article without the sentences that answer it. */
const TAKEN_OUT_EVERY = 2;
/** And one of so many, to all articles of its set. */
const POOLED_EVERY = 4;

/** Says of a sentence whether it answers, and whether its paragraph does. */
type Label = (read: Read) => { readonly a: number; readonly p: number };
const NOT_ANSWERED = { a: 0, p: 0 };

/**
 * `node bench/train/reading/readings.ts CORPUS FILE [SET…]`: reads for the questions of the public sets that the reader was not
 * trained on, of the reading set, imported into CORPUS, and of those written for the reader that it was not taught. Writes a line a question to FILE; takes a quarter of an hour.
 */
const [corpus, file, ...wanted] = process.argv.slice(2);
if (corpus === undefined || file === undefined) throw new TypeError('Give the corpus of the reading set, and a file');
const out = createWriteStream(file);
const reader = createReader();
const meaning = createMeaning(withKnownVectors(reader));
await writeSets();
if (isWanted('reading')) await writeAll('reading', corpus, readingSet());
if (isWanted('asked')) await writeAll('asked', corpus, importAsked(corpus));
out.end();
await reader.close();

async function write(
  {
    index,
    articles,
    question,
  }: { readonly index: SearchIndex; readonly articles: readonly Article[]; readonly question: string },
  about: Pick<WrittenReading, 'set' | 'article' | 'kind' | 'type'>,
  label: Label,
): Promise<void> {
  const ids = new Set(articles.map(({ id }) => id));
  const { hits, isQuestion } = index.search(question, { articles: ids, limit: HITS, isPlain: true });
  await meaning.place(articles);
  const read = (await readSentences(question, { hits, articles, reader, meaning })) ?? [];
  if (read.length === 0) return;
  const asked = await withDeed(questionAsked(question, isQuestion), question, { reader });
  const likeliest = orderReading(asked, read).ranked.slice(0, MOST_READ_AGAIN);
  const scores = await readAgain(
    question,
    likeliest.map((row) => read[row]!),
    { reader },
  );
  const again = new Map(likeliest.map((row, at) => [row, scores[at]] as const));
  const rows = read.map(({ article: _, title: __, at: ___, sentenceSpan: ____, ...one }, at) => ({
    ...one,
    ...label(read[at]!),
    again: again.get(at),
  }));
  const titles = Object.fromEntries(read.map(({ article }) => [article.id, article.title]));
  out.write(
    `${JSON.stringify({ ...about, question, isQuestion, deed: [...(asked.deed ?? [])], titles, read: rows } satisfies WrittenReading)}\n`,
  );
}

async function writeSets(): Promise<void> {
  const sentenceHit = await loadSentenceHit();
  const silence = (await import(path.join(EVAL_FOLDER, 'harness/silence.mjs'))) as {
    readonly ablated: (article: QuestionedArticle, question: Question) => Parameters<typeof articleOf>[0] | undefined;
  };
  for (const set of SETS.filter(isWanted)) {
    const asked = readArticles(set);
    const all = asked.map((own, nth) => articleOf({ ...own, paragraphs: own.paragraphs.map(({ text }) => text) }, nth));
    const pool = { index: createSearchIndex(all), articles: all };
    for (const [nth, own] of asked.entries()) {
      const article = all[nth]!;
      const index = createSearchIndex([article]);
      for (const [at, question] of answerableOf(own).entries()) {
        const about = { set, article: own.id, type: '' };
        const label: Label = ({ article: { id }, at: [block], text }) => {
          if (id !== article.id) return NOT_ANSWERED;
          // The first block is the title.
          const p = block - 1;
          const here = question.answers.filter((answer) => answer.p === p);
          const { text: paragraph, sents } = own.paragraphs[p]!;
          return {
            a: Number(here.length > 0 && sentenceHit(paragraph, sents, here, text)),
            p: Number(p === question.p || here.length > 0),
          };
        };
        await write({ index, articles: [article], question: question.q }, { ...about, kind: 'answered' }, label);
        if (at % POOLED_EVERY === 0)
          await write({ ...pool, question: question.q }, { ...about, kind: 'pooled' }, label);
        const cut = at % TAKEN_OUT_EVERY === 0 ? silence.ablated(own, question) : undefined;
        if (!cut) continue;
        const without = articleOf(cut, nth);
        const target = { index: createSearchIndex([without]), articles: [without], question: question.q };
        await write(target, { ...about, kind: 'taken-out' }, () => NOT_ANSWERED);
        if (at % POOLED_EVERY !== 0) continue;
        const others = all.with(nth, without);
        const targets = { index: createSearchIndex(others), articles: others, question: question.q };
        await write(targets, { ...about, kind: 'pooled-unanswered' }, () => NOT_ANSWERED);
      }
    }
  }
}

function readingSet(): readonly AskedArticle[] {
  const folder = path.join(EVAL_FOLDER, 'reading');
  return readdirSync(folder)
    .flatMap((name) => /^(.*)\.json$/u.exec(name)?.[1] ?? [])
    .map((id) => ({
      id,
      ask: (JSON.parse(readFileSync(path.join(folder, `${id}.json`), 'utf8')) as Pick<AskedArticle, 'ask'>).ask,
    }));
}

/** Puts each question to its own article of the corpus, and to all of the set at once. */
async function writeAll(set: string, folder: string, asked: readonly AskedArticle[]): Promise<void> {
  const articles: Article[] = [];
  for (const { id } of asked) {
    const reading = await readArticle(path.join(folder, id));
    if (reading.kind !== 'article') throw new Error(`Cannot read ${id}`);
    articles.push(reading.article);
  }
  const index = createSearchIndex(articles);
  for (const [at, { id, ask }] of asked.entries())
    for (const { q: question, type, answers } of ask) {
      const label: Label = ({ article, text }) => {
        const right = Number(article.id === articles[at]!.id && holdsAny(text, answers));
        return { a: right, p: right };
      };
      const kind = answers.length > 0 ? 'answered' : 'unanswered';
      await write({ index, articles: [articles[at]!], question }, { set, article: id, kind, type }, label);
      const pooled = kind === 'answered' ? 'pooled' : 'pooled-unanswered';
      await write({ index, articles, question }, { set, article: id, kind: pooled, type }, label);
    }
}

function isWanted(set: string): boolean {
  return wanted.length === 0 || wanted.includes(set);
}

/** As the reading set's harness compares. */
function holdsAny(text: string, parts: readonly string[]): boolean {
  const plain = (one: string): string =>
    one
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}%$€£]+/gu, ' ')
      .trim();
  const own = plain(text);
  return parts
    .map(plain)
    .some((part) => part !== '' && (own.includes(part) || (own.length > 20 && part.includes(own))));
}
