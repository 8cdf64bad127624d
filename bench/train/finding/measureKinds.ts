/**
 * `node bench/train/finding/measureKinds.ts`: how many of the events that were marked in 51 public articles (`marked.json`) the
 * rules give the kind that a reader gave them (`markedKinds.json`), and which they mistake for which. Reads only; minutes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createReader } from 'rapporteur-reader';
import { readArticle } from '../../../src/article/readArticle.ts';
import { clausesOf } from '../../../src/events/finding/findEvents.ts';
import { taggedTexts } from '../../../src/events/taggedTexts.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import { checkEdition, importMarked } from './markedArticles.ts';
import kindsFile from './markedKinds.json' with { type: 'json' };

const wanted = new Map(kindsFile.articles.map(({ of, kinds }) => [of, Object.entries(kinds)]));
const folder = mkdtempSync(path.join(os.tmpdir(), 'kinds-'));
const reader = createReader();
const mistakes = new Map<string, number>();
let named = 0;
let right = 0;
try {
  for (const { at, marked } of importMarked(folder)) {
    const reading = await readArticle(at);
    if (reading.kind !== 'article') throw new TypeError(`Cannot read the article in ${at}`);
    checkEdition(reading.article, marked);
    const texts = taggedTexts(reading.article);
    const tagging = await reader.tag(texts.map(({ text }) => text));
    if (!tagging.ready) throw new TypeError(`Cannot tag: ${tagging.reason}`);
    const sentences = new Map(texts.map(({ span }, index) => [span[0], tagging.sentences[index]!]));
    const said = new Map(
      finish(clausesOf(reading.article, { sentences })).map(({ token, kind }) => [token.span[0], kind]),
    );
    for (const [start, kind] of wanted.get(marked.of) ?? []) {
      if (kind === 'other') continue;
      named += 1;
      const told = said.get(Number(start)) ?? 'no clause';
      if (told === kind) right += 1;
      else mistakes.set(`${kind}, told as ${told}`, (mistakes.get(`${kind}, told as ${told}`) ?? 0) + 1);
    }
  }
} finally {
  await reader.close();
  rmSync(folder, { recursive: true, force: true });
}
console.table(Object.fromEntries([...mistakes].sort(([, a], [, b]) => b - a)));
console.log(`${right} of ${named} kinds are exactly right`);
