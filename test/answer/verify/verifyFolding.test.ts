import { describe, expect, test } from 'vitest';
import type { AnswerOf } from '../../../src/answer/answer.ts';
import { verify } from '../../../src/answer/verify/verify.ts';
import { articleOf } from '../../fixtures/article.ts';

type Verdict = AnswerOf<'verdict'>;

const own = articleOf('notes', [
  [
    'paragraph',
    'The harbour-\nmaster is respon-\nsible for the pilot-\nage of ships.',
    'He keeps the\nlog of every ship —\nand of every boat — that comes.',
  ],
  [
    'paragraph',
    'The rate is 5 % and the angle is 45 ° here.',
    'He weighs 80 kg and is 180 cm tall.',
    'It cost $40 or 5 million euros.',
  ],
  ['paragraph', '東京は日本の首都です。東京は大きい。'],
  ['paragraph', '— Are you there? she asked.'],
  ['paragraph', '— Nobody is, he said.', 'The ferry left at noon for the island.'],
  ['paragraph', 'The suspects, all Tajik nationals, came by the southern road.'],
]);
const judge = (quote: string): Verdict =>
  verify({ quote }, { articles: new Map([[own.id as string, own]]) }) as Verdict;

describe('verify folds', () => {
  test.each([
    ['hyphens at line ends, kept or not', 'The harbour-master is responsible for the pilotage of ships.', 'folded'],
    ['one of them', 'responsible for the pilotage', 'folded'],
    ['the source’s own line ends', 'respon-\nsible for the pilot-\nage of ships', 'exact'],
    [
      'a compound that the quotation divides otherwise',
      'The harbour-master is re-\nsponsible for the pilotage',
      'folded',
    ],
    ['a dash at a line’s end', 'every ship — and of every boat — that comes', 'folded'],
    ['a space before %', 'The rate is 5% and the angle is 45° here.', 'folded'],
    ['a space before a unit', 'He weighs 80kg and is 180cm tall.', 'folded'],
    ['spaces between ideographs', '東京は 日本の 首都です。', 'folded'],
    ['a line break between them', '東京は日本の\n首都です。', 'folded'],
    ['emphasis over lines', '*The rate is 5 % and\nthe angle* is 45 ° here.', 'folded'],
    ['invisible characters within words', 'The ra\uFEFFte is 5 % and the an\u2060gle', 'folded'],
  ])('%s', (_, quote, verdict) => {
    expect(judge(quote).verdict).toBe(verdict);
  });

  test.each([
    ['dialogue over paragraphs', '— Are you there? she asked.\n— Nobody is, he said.'],
    ['a sentence of a script without spaces', '東京は日本の首都です。'],
    ['a shorter one', '東京は大きい。'],
  ])('nothing in %s', (_, quote) => {
    expect([judge(quote).verdict, judge(quote).differences]).toEqual(['exact', []]);
  });

  test.each([
    ['another word', 'The harbourmaster is irresponsible for the pilotage'],
    ['a hyphen that no line end is at', 'The harbour-master is respon-sible for the pilot-age of the ships'],
    ['a number over a line end', 'The rate is 6% and the angle is 45° here.'],
  ])('not %s', (_, quote) => {
    expect(judge(quote).verdict).toBe('altered');
  });
});

test.each([
  ['The rate is 5', '%'],
  ['the angle is 45', '°'],
  ['80 kg and is 180', 'cm'],
  ['40 or 5 million euros', '$'],
  ['It cost $40 or 5', 'million'],
])('verify says what %j cuts from its number', (quote, cut) => {
  const { verdict, omitted } = judge(quote);
  expect([verdict, omitted.map(({ text, flag }) => [text, flag])]).toEqual(['exact', [[cut, 'quantity']]]);
});

test('verify tells a word that breaks off for what it is', () => {
  expect(judge('The ferry left at no').differences).toMatchObject([{ kind: 'word', quoted: 'no', source: 'noon' }]);
});

test('verify shows what is near a short quotation', () => {
  expect(judge('all Uzbek nationals')).toMatchObject({
    verdict: 'altered',
    differences: [{ quoted: 'Uzbek', source: 'Tajik' }],
  });
});

test('verify says that nothing is near only where no word occurs', () => {
  expect(judge('zebras dance wildly tonight')).toMatchObject({ verdict: 'absent', occurring: [] });
  expect(judge('zebras dance wildly by the road tonight')).toMatchObject({
    verdict: 'absent',
    occurring: ['by', 'the', 'road'],
    nearest: { text: 'The suspects, all Tajik nationals, came by the southern road.' },
  });
});
