import { Tokenizer as Oracle } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MODEL_FOLDER } from '../src/checkModel.ts';
import { normalizedLetters } from '../src/normalizedLetters.ts';
import { createTokenizer, type TokenizerFile } from '../src/tokenizer.ts';
import { READINGS, TAGGINGS } from './reference.ts';

const file = JSON.parse(readFileSync(`${MODEL_FOLDER}/tokenizer.json`, 'utf8')) as TokenizerFile;
const tokenizer = createTokenizer(file);
const oracle = new Oracle(file, {});
const pieces = new Map(Object.entries(file.model.vocab).map(([piece, id]) => [id, piece]));
const UNKNOWN = file.model.vocab['[UNK]']!;
const SEPARATOR = 102;

const words = [
  'unaffable',
  'Zürich’s',
  '3.2bn',
  'didn’t',
  '日本',
  'Ελλάδα',
  '[SEP]',
  '##ing',
  '👩‍👩‍👧',
  'e\u0301',
  '\u0301',
  '\uD800',
];
const spaces = [' ', '\n', '\t', '\u00A0', '\u2003', '\u200B', '\0', '\uFFFD', ''];
/** Words and odd characters, with all kinds of white space between. */
const odd = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...spaces), fc.string({ unit: 'binary' }), fc.string()))
  .map((parts) => parts.join(''));
const lettersOf = (text: string): string =>
  Array.from(text, (each) => normalizedLetters(each).letters)
    .join('')
    .trim();

describe('encode', () => {
  test.each(READINGS)('finds the ids of the reference in "$question"', ({ question, passage, ids }) => {
    const found = [...tokenizer.encode(question, 512).ids, SEPARATOR, ...tokenizer.encode(passage, 512).ids];
    expect(found).toEqual(ids);
  });

  test.each(TAGGINGS)('finds the ids and offsets of the reference in "$sentence"', ({ sentence, ids, offsets }) => {
    const { starts, ends, ...tokens } = tokenizer.encode(sentence, 512);
    expect(tokens.ids).toEqual(ids);
    expect(starts.map((start, at) => [start, ends[at]])).toEqual(offsets);
  });

  test('finds the ids that another implementation finds', () => {
    // The other one knows marks such as [SEP] in a text, lowers a final sigma by context, keeps lone surrogates, and sees no ideographs
    // beyond the first plane.
    const plain = fc
      .array(fc.oneof(fc.constantFrom(...words, ...spaces), fc.string({ unit: 'grapheme' })))
      .map((parts) =>
        parts
          .join(' ')
          .toWellFormed()
          .replaceAll(/[[\]Σς\u{20000}-\u{3FFFF}]/gu, ''),
      );
    fc.assert(
      fc.property(plain, (text) => {
        expect(tokenizer.encode(text, Infinity).ids).toEqual(oracle.encode(text, { add_special_tokens: false }).ids);
      }),
    );
  });

  test('gives tokens in order whose slices fold to their letters', () => {
    fc.assert(
      fc.property(odd, (text) => {
        const { ids, starts, ends, continues } = tokenizer.encode(text, Infinity);
        let before = 0;
        for (const [at, id] of ids.entries()) {
          const [start, end] = [starts[at]!, ends[at]!];
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(before);
          // One character can be written with several letters, and these be in several tokens.
          before = at + 1 < ids.length && starts[at + 1] === start ? start : end;
          const piece = pieces.get(id)!;
          const letters = continues[at] ? piece.replace('##', '') : piece;
          if (id !== UNKNOWN) expect(lettersOf(text.slice(start, end))).toContain(letters);
        }
      }),
    );
  });

  test('leaves no letter out, unless it stops', () => {
    fc.assert(
      fc.property(odd, (text) => {
        const { starts, ends } = tokenizer.encode(text, Infinity);
        let outside = '';
        let from = 0;
        for (const [at, start] of starts.entries()) {
          outside += text.slice(from, Math.max(from, start));
          from = Math.max(from, ends[at]!);
        }
        expect(lettersOf(outside + text.slice(from))).toBe('');
      }),
    );
  });

  test('stops at the most tokens that are wanted, and says so', () => {
    expect(tokenizer.encode('a b c', 3)).toMatchObject({ ids: { length: 3 }, isCut: false });
    expect(tokenizer.encode('a b c d', 3)).toMatchObject({ ids: { length: 3 }, isCut: true });
  });

  test('takes a word of 100 letters apart, and calls one of 101 unknown, whole', () => {
    const [longest, longer] = [100, 101].map((length) => tokenizer.encode('ab'.repeat(60).slice(0, length), 512));
    expect(longest!.ids).not.toContain(UNKNOWN);
    expect(longer).toMatchObject({ ids: [UNKNOWN], starts: [0], ends: [101] });
  });

  test.each([
    ['letters', 'x'.repeat(100_000)],
    ['accents', `e${'\u0301'.repeat(100_000)}`],
    ['ideographs', '日'.repeat(100_000)],
    ['nothing but marks', '\0\u200B\uFFFD'.repeat(30_000)],
    ['hangul', '한'.repeat(100_000)],
  ])('takes a word of 100,000 %s', (_, text) => {
    const { ids, ends } = tokenizer.encode(text, 512);
    expect(ids.length).toBeLessThanOrEqual(512);
    expect(ends.every((end) => end <= text.length)).toBe(true);
  });
});
