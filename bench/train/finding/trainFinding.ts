/**
 * `node bench/train/finding/trainFinding.ts CORPUS`: fits what tells the events of an article from its other clauses, on the
 * reading set (docs/evaluation.md) imported into CORPUS and on more public articles that were marked for this (`marked.json`),
 * and writes `src/events/finding/weights.json` with the figures that cross-validation by article of the reading set gives. What the reader's model knows of each word is fitted together with the features: that
 * share is the reader's head `packages/reader/model/telling.json`, written with its checksum. Run it again after the model or
 * a rule of clauses has changed. Deterministic; a minute.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createReader } from 'rapporteur-reader';
import { readArticle } from '../../../src/article/readArticle.ts';
import type { Article } from '../../../src/article/article.ts';
import type { ArticleTags } from '../../../src/article/tags.ts';
import type { Clause } from '../../../src/events/clauses/clause.ts';
import { clauseEvent } from '../../../src/events/finding/clauseEvent.ts';
import { clausesOf, eventsAmong, THRESHOLD } from '../../../src/events/finding/findEvents.ts';
import { taggedTexts } from '../../../src/events/taggedTexts.ts';
import type { Weights } from '../../../src/events/finding/scoreFeatures.ts';
import { contains, overlaps, type Span } from '../../../src/language/span.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import { EVAL_FOLDER } from '../questions.ts';
import { MODEL_FOLDER } from '../../../packages/reader/src/checkModel.ts';
import { tellingOf, type TellingHead } from '../../../packages/reader/src/telling.ts';
import { fitFinding, type Finding, type FindingExample } from './fitFinding.ts';
import { fitPairs, pairExamples } from './fitPairs.ts';
import { placeEvents, type GoldEvent, type PlacedEvent } from './goldEvents.ts';
import { checkEdition, importMarked, type MarkedArticle } from './markedArticles.ts';
import { createStateReader, type WordStates } from './wordStates.ts';

const OUT = path.join(import.meta.dirname, '../../../src/events/finding/weights.json');
const FOLDS = 9;

interface Read {
  readonly article: Article;
  readonly gold: readonly PlacedEvent[];
  readonly clauses: readonly Clause[];
  readonly examples: readonly FindingExample[];
}

const [corpus] = process.argv.slice(2);
if (corpus === undefined) throw new TypeError('Give the corpus of the reading set');
const reader = createReader();
const stateReader = await createStateReader();
const read = await readGold(corpus);
const more = await readMarked();
await Promise.all([reader.close(), stateReader.close()]);
const folds = Array.from({ length: FOLDS }, (_, fold) =>
  fit([...read.filter((__, at) => at % FOLDS !== fold), ...more]),
);
const figures = measure();
console.table(figures);
const { weights, telling, pairs } = fit([...read, ...more]);
const withoutZeros = (all: Weights): Weights =>
  Object.fromEntries(Object.entries(all).filter(([, weight]) => weight !== 0));
const trained = {
  data: 'the reading set: 27 general articles in which editors marked the events, and 51 more public articles marked for this; weights of general features only, no words of the data',
  figures: { note: 'per cent, cross-validated by article; how the harness matches events', ...figures },
  weights: withoutZeros(weights),
  pairs: withoutZeros(pairs),
};
writeFileSync(OUT, `${JSON.stringify(trained, null, 1)}\n`);
writeTelling(telling);

interface Fitted extends Finding {
  readonly pairs: Weights;
}

function fit(from: readonly Read[]): Fitted {
  const finding = fitFinding(from.flatMap(({ examples }) => examples));
  const pairs = fitPairs(
    from.flatMap((one) => pairExamples(withTelling(one, finding), { weights: finding.weights, gold: one.gold })),
  );
  return { ...finding, pairs };
}

/** The clauses as a reader with another head would have them. */
function withTelling({ clauses, examples }: Read, { telling: head }: Finding): readonly Clause[] {
  return clauses.map((clause, at) => ({
    ...clause,
    features: new Map(clause.features).set('telling', tellingOf(examples[at]!.state, { tensor: '', ...head })),
  }));
}

function writeTelling(head: Finding['telling']): void {
  const file = path.join(MODEL_FOLDER, 'telling.json');
  const { tensor } = JSON.parse(readFileSync(file, 'utf8')) as TellingHead;
  const written = `${JSON.stringify({ tensor, ...head })}\n`;
  writeFileSync(file, written);
  const sums = path.join(MODEL_FOLDER, 'checksums.json');
  const checksums = JSON.parse(readFileSync(sums, 'utf8')) as Record<string, string>;
  checksums['telling.json'] = createHash('sha256').update(written).digest('hex');
  writeFileSync(sums, `${JSON.stringify(checksums, null, 2)}\n`);
}

/** Reads the articles of the reading set. */
async function readGold(folder: string): Promise<readonly Read[]> {
  const all: Read[] = [];
  const ids = readdirSync(folder).filter((name) => !name.startsWith('.'));
  for (const id of ids.sort()) {
    const article = await articleAt(path.join(folder, id));
    const file = path.join(EVAL_FOLDER, `reading/${id}.json`);
    const { events } = JSON.parse(readFileSync(file, 'utf8')) as { readonly events: readonly GoldEvent[] };
    const gold = placeEvents(article.source, events);
    all.push(await readOne(article, { goldOf: () => gold, labelOf: ({ span }) => labelOf(span, gold) }));
  }
  return all;
}

/** Reads the articles that were marked beside the reading set. */
async function readMarked(): Promise<readonly Read[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'marked-'));
  const all: Read[] = [];
  try {
    for (const { at, marked } of importMarked(folder)) {
      const article = await articleAt(at);
      checkEdition(article, marked);
      const same = new Map(marked.same.map(([start, first]) => [start!, first!] as const));
      all.push(
        await readOne(article, {
          goldOf: (clauses) => markedEvents(marked, clauses),
          labelOf: ({ span: [start] }) => markOf(start, marked, same),
        }),
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return all;
}

function markOf(
  start: number,
  { main, other }: MarkedArticle,
  same: ReadonlyMap<number, number>,
): FindingExample['label'] {
  if (main.includes(start)) return 'main';
  if (other.includes(start)) return 'other';
  return same.has(start) ? 'near' : 'none';
}

/** The marked events, with the words that tell each. */
function markedEvents({ main, other, same }: MarkedArticle, clauses: readonly Clause[]): readonly PlacedEvent[] {
  const spans = new Map(clauses.map(({ token: { span } }) => [span[0], span] as const));
  return [...main, ...other].flatMap((start) => {
    const trigger = spans.get(start);
    const told = [start, ...same.filter(([, first]) => first === start).map(([at]) => at!)].map((at) => spans.get(at));
    return trigger ? [{ main: main.includes(start), trigger, told: told.filter((span) => span !== undefined) }] : [];
  });
}

async function articleAt(folder: string): Promise<Article> {
  const reading = await readArticle(folder);
  if (reading.kind !== 'article') throw new TypeError(`Cannot read the article in ${folder}`);
  return reading.article;
}

async function readOne(
  article: Article,
  {
    goldOf,
    labelOf: label,
  }: {
    goldOf: (clauses: readonly Clause[]) => readonly PlacedEvent[];
    labelOf: (token: Clause['token']) => FindingExample['label'];
  },
): Promise<Read> {
  const clauses = finish(clausesOf(article, await tagsOf(article)));
  const states = await statesIn(article);
  const examples = clauses.map(({ features, token }): FindingExample => {
    const state = states.get(token.span[0]);
    if (!state) throw new RangeError(`No state of the word at ${token.span[0]} of "${article.id}"`);
    return { features, state, label: label(token) };
  });
  return { article, gold: goldOf(clauses), clauses, examples };
}

/** What the model knows of each word of an article, by where the word starts in the source. */
async function statesIn(article: Article): Promise<WordStates> {
  const all = new Map<number, Float32Array>();
  for (const { span, text } of taggedTexts(article))
    for (const [start, state] of await stateReader.statesOf(text)) all.set(span[0] + start, state);
  return all;
}

async function tagsOf(article: Article): Promise<ArticleTags> {
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
  for (const [at, one] of read.entries()) {
    const { article, gold } = one;
    const fold = folds[at % FOLDS]!;
    const groups = finish(eventsAmong(withTelling(one, fold), { ...fold, threshold: THRESHOLD }));
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
