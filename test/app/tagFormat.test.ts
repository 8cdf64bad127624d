import fc from 'fast-check';
import type { EventClass, NameKind, PartOfSpeech, TaggedSentence } from 'rapporteur-reader';
import { describe, expect, test } from 'vitest';
import { decodeTags, encodeTags } from '../../src/app/tagFormat.ts';
import type { Article } from '../../src/article/article.ts';
import type { ArticleTags } from '../../src/article/tags.ts';
import { finish } from '../../src/runtime/steps/steps.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { tagsOf } from '../fixtures/fakeTagReader.ts';

/** An article of so many letters, which may be any sentences. */
const LONG = articleOf('long', [['paragraph', 'a'.repeat(4000)]]);

const label = fc.oneof(fc.constantFrom('NOUN', 'nsubj:pass', 'é', 'constructor'), fc.string({ minLength: 1 }));
const word = fc.record({
  gap: fc.nat(3),
  length: fc.nat(20),
  upos: label,
  /** Where the head is, of all words: 1 is no word, the root. */
  head: fc.double({ min: 0, max: 1, noNaN: true }),
  relation: label,
  name: fc.option(fc.record({ kind: fc.constantFrom<NameKind>('person', 'time'), begins: fc.boolean() }), {
    nil: undefined,
  }),
  event: fc.option(fc.constantFrom<EventClass>('OCCURRENCE', 'I_STATE'), { nil: undefined }),
  telling: fc.integer({ min: -200, max: 200 }).map((tenths) => tenths / 10),
});
const sentence = fc
  .tuple(fc.array(word, { maxLength: 12 }), fc.boolean(), fc.boolean())
  .map(([words, isTree, isComplete]): TaggedSentence => {
    let end = 0;
    return {
      isTree,
      isComplete,
      words: words.map(({ gap, length, upos, head, ...rest }) => {
        const start = end + gap;
        end = start + length;
        const at = Math.round(head * words.length);
        return { ...rest, span: [start, end], upos: upos as PartOfSpeech, head: at === words.length ? -1 : at };
      }),
    };
  });
const tags = fc
  .array(fc.tuple(fc.nat(3000), sentence), { maxLength: 8 })
  .map((entries): ArticleTags => ({ sentences: new Map(entries) }));

function read(bytes: Uint8Array, article: Article = LONG): ArticleTags | undefined {
  return finish(decodeTags(bytes, article));
}

describe('decodeTags', () => {
  test('gives back what was encoded', () => {
    fc.assert(
      fc.property(tags, (given) => {
        const decoded = read(finish(encodeTags(LONG, given)));
        expect([...decoded!.sentences]).toEqual([...given.sentences]);
      }),
    );
  });

  test('refuses bytes that are cut off, or go on', () => {
    fc.assert(
      fc.property(tags, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (given, share) => {
        const bytes = finish(encodeTags(LONG, given));
        expect(read(bytes.subarray(0, Math.floor(share * bytes.length)))).toBeUndefined();
        expect(read(Buffer.concat([bytes, Buffer.of(0)]))).toBeUndefined();
      }),
    );
  });

  test('holds no span outside the article and no head outside its sentence, whatever the bytes', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(tags, damage, (given, changes) => {
        const bytes = Buffer.from(finish(encodeTags(LONG, given)));
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        for (const [start, { words }] of read(bytes)?.sentences ?? [])
          for (const { span, head } of words) {
            expect(start + span[0]).toBeGreaterThanOrEqual(0);
            expect(start + span[1]).toBeLessThanOrEqual(LONG.source.length);
            expect(head).toBeGreaterThanOrEqual(-1);
            expect(head).toBeLessThan(words.length);
          }
      }),
    );
  });

  test('refuses the tags of another edition', () => {
    const bytes = finish(encodeTags(LONG, { sentences: new Map([[0, tagsOf('a')]]) }));
    expect(read(bytes, lighthouse)).toBeUndefined();
  });

  test.each([0, 1, 2, 100])('refuses %i bytes of something else', (count) => {
    expect(read(new Uint8Array(count).fill(7))).toBeUndefined();
  });

  test('takes less than ten bytes a word of a text', () => {
    const words = Array.from({ length: 300 }, (_, at) => `word${at}`).join(' ');
    const bytes = finish(encodeTags(LONG, { sentences: new Map([[0, tagsOf(words)]]) }));
    expect(bytes.length).toBeLessThan(300 * 10);
  });
});
