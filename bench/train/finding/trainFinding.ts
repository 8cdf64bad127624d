/**
 * `node bench/train/finding/trainFinding.ts CORPUS`: fits what tells the events of an article from its other clauses, on the
 * reading set (docs/evaluation.md) imported into CORPUS, and writes `src/events/finding/weights.json` with the figures that
 * cross-validation by article gives. Tags the articles first. Deterministic; a minute.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createReader, type Reader } from 'rapporteur-reader';
import { readArticle } from '../../../src/article/readArticle.ts';
import type { Article } from '../../../src/article/article.ts';
import type { ArticleTags } from '../../../src/article/tags.ts';
import { clauseEvent } from '../../../src/events/finding/clauseEvent.ts';
import { clausesOf, eventsAmong, THRESHOLD } from '../../../src/events/finding/findEvents.ts';
import { taggedTexts } from '../../../src/events/taggedTexts.ts';
import type { Weights } from '../../../src/events/finding/scoreFeatures.ts';
import { contains, overlaps, type Span } from '../../../src/language/span.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import { EVAL_FOLDER } from '../questions.ts';
import { fitFinding, type FindingExample } from './fitFinding.ts';
import { fitPairs, pairExamples } from './fitPairs.ts';
import { placeEvents, type GoldEvent, type PlacedEvent } from './goldEvents.ts';

const OUT = path.join(import.meta.dirname, '../../../src/events/finding/weights.json');
const FOLDS = 9;

interface Read {
  readonly article: Article;
  readonly gold: readonly PlacedEvent[];
  readonly clauses: ReturnType<typeof readClauses>;
  readonly examples: readonly FindingExample[];
}

const [corpus] = process.argv.slice(2);
if (corpus === undefined) throw new TypeError('Give the corpus of the reading set');
const read = await readAll(corpus);
const folds = Array.from({ length: FOLDS }, (_, fold) => fit(read.filter((__, at) => at % FOLDS !== fold)));
const figures = measure();
console.table(figures);
const { weights, pairs } = fit(read);
const withoutZeros = (all: Weights): Weights =>
  Object.fromEntries(Object.entries(all).filter(([, weight]) => weight !== 0));
const trained = {
  data: 'the reading set: 27 general articles in which editors marked the events; weights of general features only, no words of the data',
  figures: { note: 'per cent, cross-validated by article; how the harness matches events', ...figures },
  weights: withoutZeros(weights),
  pairs: withoutZeros(pairs),
};
writeFileSync(OUT, `${JSON.stringify(trained, null, 1)}\n`);

function fit(from: readonly Read[]): { readonly weights: Weights; readonly pairs: Weights } {
  const weights = fitFinding(from.flatMap(({ examples }) => examples));
  return { weights, pairs: fitPairs(from.flatMap(({ clauses, gold }) => pairExamples(clauses, { weights, gold }))) };
}

async function readAll(folder: string): Promise<readonly Read[]> {
  const reader = createReader();
  const all: Read[] = [];
  for (const id of readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()) {
    const reading = await readArticle(path.join(folder, id));
    if (reading.kind !== 'article') throw new TypeError(`Cannot read article "${id}"`);
    const { article } = reading;
    const file = path.join(EVAL_FOLDER, `reading/${id}.json`);
    const { events } = JSON.parse(readFileSync(file, 'utf8')) as { readonly events: readonly GoldEvent[] };
    const gold = placeEvents(article.source, events);
    const clauses = readClauses(article, await tagsOf(article, reader));
    const examples = clauses.map(({ features, token }) => ({ features, label: labelOf(token.span, gold) }));
    all.push({ article, gold, clauses, examples });
  }
  await reader.close();
  return all;
}

function readClauses(article: Article, tags: ArticleTags) {
  return finish(clausesOf(article, tags));
}

async function tagsOf(article: Article, reader: Reader): Promise<ArticleTags> {
  const texts = taggedTexts(article);
  const tagging = await reader.tag(texts.map(({ text }) => text));
  if (!tagging.ready) throw new TypeError(`Cannot tag: ${tagging.reason}`);
  return { sentences: new Map(texts.map(({ span }, at) => [span[0], tagging.sentences[at]!])) };
}

function labelOf(span: Span, gold: readonly PlacedEvent[]): FindingExample['label'] {
  const event = gold.find(({ trigger }) => overlaps(trigger, span));
  if (event) return event.main ? 'main' : 'other';
  return gold.some(({ told }) => told.some((words) => contains(words, span))) ? 'near' : 'none';
}

function measure() {
  const counts = { main: 0, mainFound: 0, all: 0, found: 0, listed: 0, twice: 0 };
  for (const [at, { article, gold, clauses }] of read.entries()) {
    const groups = finish(eventsAmong(clauses, { ...folds[at % FOLDS]!, threshold: THRESHOLD }));
    const listed = groups.map((group) => clauseEvent(article.source, group));
    const pairs = gold.flatMap((event, index) =>
      listed.flatMap(({ trigger, also }, position) => {
        const score = overlaps(trigger, event.trigger)
          ? 3
          : event.told.some((words) => contains(words, trigger))
            ? 2
            : also.some((span) => event.told[0] && overlaps(span, event.told[0]))
              ? 1
              : 0;
        return score === 0 ? [] : [{ score, index, position }];
      }),
    );
    const found = new Set<number>();
    const used = new Set<number>();
    for (const { index, position } of pairs.sort((a, b) => b.score - a.score)) {
      if (found.has(index) || used.has(position)) continue;
      found.add(index);
      used.add(position);
    }
    counts.main += gold.filter(({ main }) => main).length;
    counts.mainFound += gold.filter(({ main }, index) => main && found.has(index)).length;
    counts.all += gold.length;
    counts.found += found.size;
    counts.listed += listed.length;
    counts.twice += new Set(pairs.map(({ position }) => position)).size - used.size;
  }
  const share = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10;
  return {
    mainFound: share(counts.mainFound, counts.main),
    found: share(counts.found, counts.all),
    listedInGold: share(counts.found, counts.listed),
    toldTwice: share(counts.twice, counts.listed),
  };
}
