import { readFileSync } from 'node:fs';
import type { Article, Block } from '../../src/article/article.ts';
import type { Span } from '../../src/language/span.ts';
import { benchArticle } from './benchArticle.ts';

const SENTENCES_PER_PARAGRAPH = 4;
/** One question of so many has a typing error. */
const MISTYPED = 10;

/** A pseudo-random number in [0, 1), the same at each run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Lists the words that are one token to the reader's model, so that made-up texts have as many tokens as real ones. */
export function readerWords(): readonly string[] {
  const file = new URL('../../packages/reader/model/tokenizer.json', import.meta.url);
  const { model } = JSON.parse(readFileSync(file, 'utf8')) as { readonly model: { readonly vocab: object } };
  return Object.keys(model.vocab).filter((word) => /^[a-z]{3,}$/u.test(word));
}

/**
 * Makes articles with as many sentences in all as asked, of made-up words drawn by Zipf's law, as words of real texts
 * are; the same at each run. If words are given, the more frequent ones are those.
 */
export function makeArticles(
  sentences: number,
  {
    perArticle = 200,
    seed = 1,
    words = [],
  }: { readonly perArticle?: number; readonly seed?: number; readonly words?: readonly string[] } = {},
): readonly Article[] {
  const random = createRandom(seed);
  const vocabulary = makeVocabulary(random, Math.max(2000, Math.round(Math.sqrt(sentences) * 120)), words);
  return Array.from({ length: Math.ceil(sentences / perArticle) }, (_, index) =>
    makeArticle(`article-${index}`, {
      sentences: Math.min(perArticle, sentences - index * perArticle),
      vocabulary,
      random,
    }),
  );
}

/**
 * Makes questions of two to eight words that stand near each other in one paragraph, function words among them; one of
 * ten has a typing error.
 */
export function makeQuestions(articles: readonly Article[], count: number, seed = 2): readonly string[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const article = articles[Math.floor(random() * articles.length)]!;
    const block = article.blocks[Math.floor(random() * article.blocks.length)]!;
    const words = article.source
      .slice(...block.span)
      .toLowerCase()
      .replaceAll('.', '')
      .split(' ');
    const start = Math.floor(random() * Math.max(1, words.length - 9));
    const chosen = words.slice(start, start + 9).filter((_word, at) => at === 0 || random() < 0.6);
    const question = `What is the ${chosen.slice(0, -1).join(' ')} of the ${chosen.at(-1)}?`;
    return index % MISTYPED === 0 ? mistype(question) : question;
  });
}

/** Swaps two letters in the middle of the longest word. */
function mistype(text: string): string {
  const longest = text.split(/\W+/u).reduce((best, word) => (word.length > best.length ? word : best));
  const [a, b] = [longest.length >> 1, (longest.length >> 1) + 1];
  return text.replace(longest, longest.slice(0, a) + longest.slice(a + 1, b + 1) + longest[a]! + longest.slice(b + 1));
}

function makeArticle(
  id: string,
  {
    sentences,
    vocabulary,
    random,
  }: { readonly sentences: number; readonly vocabulary: readonly string[]; readonly random: () => number },
): Article {
  const blocks: Block[] = [];
  let source = '';
  for (let made = 0; made < sentences; made += SENTENCES_PER_PARAGRAPH) {
    if (source !== '') source += '\n';
    const start = source.length;
    const spans: Span[] = [];
    for (let sentence = made; sentence < Math.min(sentences, made + SENTENCES_PER_PARAGRAPH); sentence += 1) {
      if (spans.length > 0) source += ' ';
      const from = source.length;
      source += makeSentence(vocabulary, random);
      spans.push([from, source.length]);
    }
    blocks.push({ kind: 'paragraph', number: blocks.length + 1, span: [start, source.length], sentences: spans });
  }
  return benchArticle(id, { source, blocks });
}

function makeSentence(vocabulary: readonly string[], random: () => number): string {
  const words = Array.from({ length: 8 + Math.floor(random() * 24) }, () =>
    random() < 0.4 ? zipf(COMMON, 1, random) : zipf(vocabulary, COMMON.length, random),
  );
  const text = words.join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

const COMMON =
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one were all'.split(
    ' ',
  );

/** Draws a word whose chance falls as one over its rank, when `before` words are more frequent. */
function zipf(words: readonly string[], before: number, random: () => number): string {
  const rank = before * ((words.length + before) / before) ** random();
  return words[Math.min(words.length - 1, Math.floor(rank - before))]!;
}

function makeVocabulary(random: () => number, size: number, given: readonly string[]): readonly string[] {
  const words = new Set(given.slice(0, size));
  const pick = (letters: string): string => letters[Math.floor(random() * letters.length)]!;
  while (words.size < size) {
    let word = '';
    for (let syllable = 0; syllable < 2 + Math.floor(random() * 3); syllable += 1)
      word += pick('bcdfghklmnprstvw') + pick('aeiou') + (random() < 0.3 ? pick('nrstl') : '');
    words.add(word);
  }
  return [...words];
}
