import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { markdownOf, publicDocuments, withoutDateline } from '../publicDocuments.ts';

/** A line of `packages/reader/train/asked.jsonl`; `asked.py` says what its offsets count. */
interface AskedLine {
  readonly of: string;
  readonly borders: readonly number[];
  /** Question, sentences, the answer's offsets or null, and other sentences that answer. */
  readonly questions: readonly (readonly [
    string,
    readonly number[],
    readonly [number, number] | null,
    (readonly number[])?,
  ])[];
  /** Whether the reader was not taught with it. */
  readonly judged?: true;
}

/** An article with what was asked of it; no answers: it does not answer. */
export interface AskedArticle {
  readonly id: string;
  readonly ask: readonly { readonly q: string; readonly type: string; readonly answers: readonly string[] }[];
}

const ROOT = path.resolve(import.meta.dirname, '../../..');
const ASKED = path.join(ROOT, 'packages/reader/train/asked.jsonl');

/**
 * Imports into `corpus` the articles of the public data of which questions were asked that the reader was not taught with, and
 * returns them with these questions.
 */
export function importAsked(corpus: string): readonly AskedArticle[] {
  const documents = publicDocuments();
  const texts = path.join(corpus, '..', 'asked');
  mkdirSync(texts, { recursive: true });
  const lines = readFileSync(ASKED, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AskedLine)
    .filter(({ of, judged }) => judged && documents.has(of));
  const articles = lines.map((line, at): AskedArticle => {
    const document = documents.get(line.of)!;
    const id = `asked-${String(at).padStart(2, '0')}`;
    writeFileSync(path.join(texts, `${id}.md`), markdownOf(document));
    const sentences = sentencesOf(document.text, line.borders);
    const ask = line.questions.map(([q, own, answer, also = []]) => ({
      q,
      type: '',
      answers: answer ? [...own, ...also].map((index) => withoutDateline(sentences[index]!)) : [],
    }));
    return { id, ask };
  });
  const files = articles.map(({ id }) => path.join(texts, `${id}.md`));
  const { status } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'src/cli.ts'), 'import', ...files, '--corpus', corpus],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) throw new Error(`The import of the articles asked about ended with ${status}`);
  return articles;
}

/** The sentences that end at `borders`, counted in characters that are not blank. */
function sentencesOf(text: string, borders: readonly number[]): readonly string[] {
  const places = [...text.matchAll(/\S/gu)].map(({ index }) => index);
  return borders.map((end, at) => text.slice(places[borders[at - 1] ?? 0], places[end - 1]! + 1));
}
