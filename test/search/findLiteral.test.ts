import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCollection } from '../../src/search/index/collection.ts';
import { findLiteral, textOf } from '../../src/search/findLiteral.ts';
import { finish } from '../../src/runtime/steps/steps.ts';
import { testArticle } from './testArticle.ts';

function found(sentences: readonly string[], phrase: string, language = 'en'): readonly string[] {
  const collection = createCollection();
  collection.add(testArticle('text', [sentences.join(' | ')], language));
  return finish(findLiteral(phrase, collection)).map(textOf);
}

describe('findLiteral', () => {
  it.each([
    ['to be or not to be', 'To be, or not to be, that is the question.'],
    ['TO BE OR NOT TO BE', 'To be, or not to be, that is the question.'],
    ['The harbour-master is responsible', 'The harbour-\nmaster is respon-\nsible.'],
    ['harbour master is responsible', 'The harbour-\nmaster is respon-\nsible.'],
    ['counter terrorism', 'A counter-terrorism unit.'],
    ['counterterrorism unit', 'A counter-terrorism unit.'],
    ['counter-terrorism unit', 'A counterterrorism unit.'],
    ['US', 'The U.S. Navy signed.'],
    ['U.S.', 'The US signed.'],
    ['US NAVY', 'The U.S. Navy signed.'],
    ['THE LAST SHIP', 'The last ship left.'],
    ['THE SHIP', 'The ship left.'],
    ['database', 'The data\u200Bbase holds rows.'],
    ['Moscow', 'Moscow’s winter.'],
    ['Europe', 'L’Europe est grande.'],
    ['1500 men', 'They had 1,500 men.'],
    ['said yes', '“He said: ‘Yes!’”'],
    ['👍🏽', 'Thumbs 👍🏽 too.'],
  ])('finds "%s"', (phrase, sentence) => {
    expect(found(['Nothing is here.', sentence], phrase)).toEqual([sentence]);
  });

  it.each([
    ['US', 'They told us to use it.'],
    ['IT', 'It rained.'],
    ['the rapist', 'The therapist came.'],
    ['therapist', 'The rapist was caught.'],
    ['its', 'It’s late.'],
    ['5', 'It cost 3.5 crowns.'],
    ['not be', 'To be or not to be.'],
    ['use', 'The user came.'],
  ])('does not find "%s" in "%s"', (phrase, sentence) => {
    expect(found([sentence], phrase)).toEqual([]);
  });

  it.each([
    ['ja', '東京', '東京は日本の首都です。'],
    ['zh', '港口', '上海有一个大港口。'],
  ])('finds words of %s, which has no spaces', (language, phrase, sentence) => {
    expect(found([sentence], phrase, language)).toEqual([sentence]);
  });

  it('finds every run of whole words of a sentence, whatever is between them, and only that sentence', () => {
    const word = fc.constantFrom(
      ...'the to be not lamp harbour US U.S. IS-K counter-terrorism don’t keeper’s 1,500 3.5 naïve'.split(' '),
    );
    const between = fc.constantFrom(' ', ', ', ' — ', '; “', '\n', ' (');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, between), { minLength: 2, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (parts, a, b) => {
          const sentence = `So ${parts.map(([text, gap], at) => (at === parts.length - 1 ? text : text + gap)).join('')}`;
          const [from, to] = [a % parts.length, b % parts.length].toSorted((x, y) => x - y) as [number, number];
          const words = parts.slice(from, to + 1).map(([text]) => text);
          expect(found([sentence], words.join(' '))).toEqual([sentence]);
          const texts = parts.map(([text]) => text).join(' ');
          const longer = `${words.join(' ')} xylophone`;
          expect(texts).not.toContain(longer);
          expect(found([sentence], longer)).toEqual([]);
        },
      ),
    );
  });
});
