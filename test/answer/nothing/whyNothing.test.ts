import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { sectionsOf } from '../../../src/article/sections.ts';
import type { Answer, AnswerOf } from '../../../src/answer/answer.ts';
import { reasonInWords } from '../../../src/reply/words/nothingWords.ts';
import { stemmerFor } from '../../../src/language/words/stem.ts';
import { articleOf, lighthouse, type BlockText } from '../../fixtures/article.ts';
import { contextOf } from '../../fixtures/context.ts';
import { ask, find, quote } from '../../fixtures/finished.ts';

const other = articleOf('other', [
  ['paragraph', 'The quarry of Oldport sold granite to the harbour.', 'To be, or not to be, that is the question.'],
  ['heading', 'A cellar under the quay'],
  ['paragraph', 'Nobody ever counted the barrels.', 'The barrels held 27 gallons each.'],
]);
const { library } = contextOf([lighthouse, other]);

describe('the cause of nothing', () => {
  test.each<[string, () => Answer, Partial<AnswerOf<'nothing'>>]>([
    ['no word', () => ask('zebra quagga', library), { reason: 'no-match', unmatched: ['zebra', 'quagga'] }],
    ['no word but common ones', () => ask('what is a zebra', library), { reason: 'no-match', unmatched: ['zebra'] }],
    [
      'words of another article',
      () => ask('granite', library, { article: lighthouse }),
      {
        reason: 'outside-scope',
        cause: { scope: { article: lighthouse.id }, elsewhere: [{ article: other.id, words: ['granite'] }] },
      },
    ],
    [
      'words of another section',
      () => quote('barrels', library, { article: other, section: 0 }),
      {
        reason: 'outside-scope',
        cause: {
          scope: { article: other.id, section: { number: 0, heading: null } },
          elsewhere: [
            { article: other.id, section: { number: 1, heading: 'A cellar under the quay' }, words: ['barrels'] },
          ],
        },
      },
    ],
    ['common words', () => ask('what is it or not', library), { reason: 'common-words' }],
    ['a phrase', () => ask('"sold marble to the harbour"', library), { reason: 'no-phrase', unmatched: ['marble'] }],
    ['phrases of two sentences', () => ask('"counted the barrels" "27 gallons"', library), { reason: 'phrases-apart' }],
    [
      'an excluded word',
      () => ask('barrels -the', library),
      { reason: 'excluded', cause: { excluded: { sentences: 2, words: [{ word: 'the', sentences: 2 }] } } },
    ],
    [
      'an excluded word, of a phrase',
      () => ask('"the barrels" -gallons -counted', library),
      {
        reason: 'excluded',
        cause: {
          phrases: [{ text: 'the barrels', sentences: 2 }],
          excluded: {
            sentences: 2,
            words: [
              { word: 'gallons', sentences: 1 },
              { word: 'counted', sentences: 1 },
            ],
          },
        },
      },
    ],
    ['nothing to look for', () => ask('-harbour', library), { reason: 'no-words' }],
    ['no sentence in a summary', () => ask('', contextOf([]).library), { reason: 'no-articles' }],
  ])('is told: %s', (_, answer, expected) => {
    expect(answer()).toMatchObject({ kind: 'nothing', ...expected });
  });

  test.each([
    ['ask', '"never counted the barrels"', '¶2.1'],
    ['ask', '"The barrels held 37 gallons each"', '¶2.2'],
    ['quote', 'The barrels held 37 gallons each', '¶2.2'],
  ])('of %s %s shows the passage nearest to it', (command, typed, reference) => {
    const answer = command === 'ask' ? ask(typed, library) : quote(typed, library);
    const shown = answer.kind === 'nothing' ? answer.nearest : answer.kind === 'excerpts' && answer.excerpts[0];
    expect(shown).toMatchObject({ article: 'other', reference });
  });

  test.each<[string, object]>([
    ['The barrels held 37 gallons each', { kind: 'number', typed: '37', source: '27' }],
    ['Somebody counted 500 barrels', { kind: 'number', typed: '500', source: '' }],
    ['The quarry of Newport sold granite to the harbour', { kind: 'name', typed: 'Newport', source: 'Oldport' }],
    ['The barrels never held 27 gallons each', { kind: 'negation', typed: 'never', source: '' }],
    ['To be or to be that is the question', { kind: 'negation', typed: '', source: 'not' }],
    ['Nobody ever counted the bottles', { kind: 'word', typed: 'bottles', source: 'barrels' }],
  ])('of /quote marks what "%s" has and the sentence has not', (typed, difference) => {
    const answer = quote(typed, library);
    const near = answer.kind === 'nothing' ? answer.passages![0]! : answer.near!.passages[0]!;
    expect(near.differences).toEqual([difference]);
  });

  test('is nothing if the words span sentences, or are in a heading', () => {
    expect(ask('"counted the barrels. The barrels held"', library)).toMatchObject({ excerpts: [{ reference: '¶2' }] });
    expect(quote('a cellar under the quay', library)).toMatchObject({ excerpts: [{ reference: '§1' }] });
    expect(ask('to be or not to be', library)).toMatchObject({ excerpts: [{ reference: '¶1.2' }] });
    const asking = articleOf('asking', [['paragraph', 'Rain fell.', 'Who did it?', 'They don’t.']]);
    expect(ask('who', contextOf([asking]).library)).toMatchObject({ excerpts: [{ reference: '¶1.2' }] });
    expect(ask('don’t', contextOf([asking]).library)).toMatchObject({ excerpts: [{ reference: '¶1.3' }] });
  });

  test.each(['-lamp', 'the lamp -burned', '"the lamp', 'say "the lamp that shone"', 'NOT the lamp', 'lamp: -x'])(
    'of prose is no operator: %j',
    (message) => {
      expect(find(message, library)).toMatchObject({ kind: 'excerpts' });
      const plain = message.replaceAll(/["-]/gu, '');
      expect(ask(message, library, { isPlain: true })).toEqual(ask(plain, library, { isPlain: true }));
    },
  );
});

const WORDS =
  'lamp lamps rock harbour keeper ship winter board tower sold the a of not IS-K U.S. 1,500 naïve don’t'.split(' ');
const ABSENT = ['xylophone', 'quagga', 'zebras', 'fjord'];
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 9 })
  .map((words) => `${words.join(' ').replace(/^\p{Ll}/u, (first) => first.toUpperCase())}.`);
const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .map((all): BlockText => ['paragraph', ...(all as [string])]);
const heading = sentence.map((words): BlockText => ['heading', words.slice(0, -1)]);
const articles = (id: string) =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: paragraph }, heading), { minLength: 1, maxLength: 6 })
    .map((blocks) => articleOf(id, [['paragraph', 'One first line.'], ...blocks]));
const words = fc.array(fc.constantFrom(...WORDS, ...ABSENT, 'who', 'is'), { minLength: 1, maxLength: 4 });
const query = fc
  .record({
    words,
    phrase: fc.option(words, { nil: undefined }),
    excluded: fc.option(fc.constantFrom(...WORDS.slice(0, 12)), { nil: undefined }),
  })
  .map(({ words: all, phrase, excluded }) =>
    [...(phrase ? [`"${phrase.join(' ')}"`] : all), ...(excluded === undefined ? [] : [`-${excluded}`])].join(' '),
  );
const scopes = fc.constantFrom('all', 'a', 'a0', 'a1');

/** Reads a text word by word, each as its letters and digits in small letters, reduced to its stem. */
function naiveWords(text: string): readonly string[] {
  const stem = stemmerFor('en');
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('u.s.', 'us')
    .replace(/(?<=\d),(?=\d)/gu, '');
  return (plain.replaceAll('’', "'").match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
}

function partOf(article: Article, section: number | undefined): string {
  if (section === undefined) return `${article.title}\n${article.source}`;
  const part = sectionsOf(article).find(({ number }) => number === section)!;
  return article.source.slice(...part.span);
}

function sentencesOf(article: Article, section: number | undefined): readonly string[] {
  const [from, to] =
    section === undefined
      ? [0, article.blocks.length]
      : sectionsOf(article).find(({ number }) => number === section)!.blocks;
  return article.blocks
    .slice(from, to)
    .flatMap((block) => ('sentences' in block ? block.sentences.map((span) => article.source.slice(...span)) : []));
}

const spaced = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/(?<=\d),(?=\d)/gu, '')
    .replace(/u\.s\.?/gu, 'us')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

describe('what is said of a search that found nothing', () => {
  test('is what reading the source word by word finds', () => {
    const reasons = new Map<string, number>();
    fc.assert(
      fc.property(articles('alpha'), articles('beta'), query, scopes, fc.boolean(), (a, b, typed, where, quoting) => {
        const sections = sectionsOf(a).map(({ number }) => number);
        const wanted = where === 'a0' ? sections[0] : where === 'a1' ? sections.at(-1) : undefined;
        const scope = where === 'all' ? {} : { article: a, section: wanted };
        const context = contextOf([a, b]);
        const text = quoting ? typed.replaceAll(/"|(?<!\S)-/gu, '') : typed;
        const answer = quoting ? quote(text, context.library, scope) : ask(text, context.library, scope);
        if (answer.kind !== 'nothing') return;
        reasons.set(answer.reason, (reasons.get(answer.reason) ?? 0) + 1);
        const searched = where === 'all' ? [a, b] : [a];
        const there = new Set(searched.flatMap((article) => naiveWords(partOf(article, scope.section))));
        const isThere = (word: string) => naiveWords(word).some((one) => there.has(one));
        const typedWords = text
          .replaceAll(/(?:^|\s)-\S+/gu, ' ')
          .replaceAll('"', ' ')
          .trim()
          .split(/\s+/u);
        const cause = answer.cause ?? {};
        for (const word of answer.unmatched) expect(isThere(word)).toBe(false);
        for (const { article: id, section, words: found } of cause.elsewhere ?? []) {
          const article = id === 'alpha' ? a : b;
          const own = naiveWords(partOf(article, section?.number));
          for (const word of found) {
            const isPhrase = (cause.phrases ?? []).some((phrase) => phrase.text === word);
            if (isPhrase) expect(spaced(partOf(article, section?.number))).toContain(spaced(word));
            else expect(naiveWords(word).some((one) => own.includes(one))).toBe(true);
            if (isPhrase)
              expect(
                searched.some((one) =>
                  sentencesOf(one, scope.section).some((text_) => spaced(text_).includes(spaced(word))),
                ),
              ).toBe(false);
            else expect(isThere(word)).toBe(false);
          }
        }
        const sentences = searched.flatMap((article) => sentencesOf(article, scope.section));
        const said = reasonInWords(answer, { articles: new Map([a, b].map((one) => [one.id as string, one])) });
        if (said.startsWith('None of these words')) expect(typedWords.filter(isThere)).toEqual([]);
        if (answer.reason === 'no-match' || answer.reason === 'outside-scope') {
          for (const word of cause.common ?? []) expect(isThere(word)).toBe(true);
          expect(typedWords.filter((word) => isThere(word) && !(cause.common ?? []).includes(word))).toEqual([]);
        }
        if (answer.reason === 'no-phrase')
          for (const phrase of cause.phrases ?? [{ text }])
            for (const one of sentences) expect(spaced(one)).not.toContain(spaced(phrase.text));
        if (answer.reason === 'common-words')
          for (const one of sentences) expect(spaced(one)).not.toContain(spaced(text));
        if (answer.reason === 'excluded') {
          const { sentences: count, words: taken } = cause.excluded!;
          const phrases = (cause.phrases ?? []).map((phrase) => spaced(phrase.text));
          if (phrases.length > 0) {
            const holding = sentences.filter((one) => phrases.every((phrase) => spaced(one).includes(phrase)));
            expect(holding).toHaveLength(count);
            for (const { word, sentences: held } of taken)
              expect(holding.filter((one) => spaced(one).includes(spaced(word)))).toHaveLength(held);
            expect(holding.every((one) => taken.some(({ word }) => spaced(one).includes(spaced(word))))).toBe(true);
          }
        }
        if (answer.reason === 'no-answer') expect(typedWords.some(isThere)).toBe(true);
      }),
      { numRuns: 600 },
    );
    expect([...reasons.keys()]).toEqual(
      expect.arrayContaining(['no-match', 'outside-scope', 'no-phrase', 'excluded', 'common-words', 'no-answer']),
    );
  });

  test('of a sentence with one word changed, in quotation marks, is that it does not occur, and shows the sentence', () => {
    let [all, first] = [0, 0];
    fc.assert(
      fc.property(articles('a'), fc.nat(), fc.nat(), fc.constantFrom(...ABSENT), (a, pick, place, word) => {
        const sentences = sentencesOf(a, undefined);
        const chosen = sentences[pick % sentences.length]!;
        const parts = chosen.split(' ');
        const changed = parts.with(place % parts.length, word).join(' ');
        const { library: own } = contextOf([a]);
        const asked = ask(`“${changed}”`, own);
        const quoted = quote(changed, own);
        expect(asked).toMatchObject({ kind: 'nothing', reason: 'no-phrase', cause: { phrases: [{ sentences: 0 }] } });
        expect(asked.kind === 'nothing' && reasonInWords(asked, { articles: own.articles })).toContain(
          'does not occur',
        );
        expect(quoted.kind === 'nothing' || quoted.near !== undefined).toBe(true);
        all += 1;
        if (asked.kind === 'nothing' && asked.nearest?.text === chosen) first += 1;
      }),
      { numRuns: 200 },
    );
    expect(first / all).toBeGreaterThan(0.85);
  });
});
