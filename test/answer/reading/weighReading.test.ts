import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVIDENCE, type ReadSentence } from '../../../src/answer/reading/evidence.ts';
import { questionAsked } from '../../../src/answer/reading/questionAsked.ts';
import {
  judgeReading,
  orderReading,
  scoresAgain,
  SECOND_EVIDENCE,
  SIGNS,
} from '../../../src/answer/reading/weighReading.ts';

const width = EVIDENCE.length;

describe('scoresAgain', () => {
  test('keeps the order of the first reading where there was no second', () => {
    const scores = Float64Array.of(3, 1, 2);
    const first = { matrix: new Float64Array(3 * width), scores };
    expect(scoresAgain(first, new Map(), new Float64Array(SECOND_EVIDENCE.length))).toEqual(scores);
  });

  test('puts what was read once more first, by its weights, and what was not behind it, in the first order', () => {
    const number = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 2, maxLength: 12 }),
        fc.array(number, { minLength: 1, maxLength: 6 }),
        (firsts, seconds) => {
          const scores = Float64Array.from(firsts);
          const ranked = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
          const again = new Map(ranked.slice(0, seconds.length).map((row, at) => [row, seconds[at]!] as const));
          const by = Float64Array.from(SECOND_EVIDENCE, (name) => Number(name === 'again'));
          const both = scoresAgain({ matrix: new Float64Array(scores.length * width), scores }, again, by);
          for (const [row, score] of again) expect(both[row]).toBe(score);
          const least = Math.min(...again.values());
          const others = ranked.slice(again.size).map((row) => both[row]!);
          expect(others.every((score) => score <= least)).toBe(true);
          expect(others).toEqual(others.toSorted((a, b) => b - a));
        },
      ),
    );
  });
});

describe('judgeReading', () => {
  const asked = questionAsked('Why did the ferry stop?', true);
  const texts = ['The ferry stopped.', 'It stopped because of ice.', 'The mayor took a ferry.', 'Fares rose in May.'];
  const readOf = (scores: readonly number[], froms: readonly string[]): readonly ReadSentence[] =>
    scores.map((score, at) => ({
      text: texts[at % texts.length]!,
      kind: 'paragraph',
      block: at,
      place: 0,
      from: froms[at],
      title: '',
      order: -at,
      score,
      spanScore: score,
      span: [0, 3],
      nearness: 0.3,
    }));
  const judged = (read: readonly ReadSentence[]) =>
    judgeReading(asked, read, {
      first: orderReading(asked, read),
      again: new Map(),
      by: new Float64Array(SECOND_EVIDENCE.length),
    });
  const reading = fc.array(
    fc.record({ score: fc.integer({ min: -12, max: 12 }), from: fc.constantFrom('a', 'b', 'c') }),
    { minLength: 1, maxLength: 8 },
  );

  test('has evidence and signs of many articles exactly where there are several', () => {
    fc.assert(
      fc.property(reading, (ones) => {
        const read = readOf(
          ones.map(({ score }) => score),
          ones.map(({ from }) => from),
        );
        const { signs, isOne } = judged(read);
        expect(isOne).toBe(new Set(ones.map(({ from }) => from)).size === 1);
        expect(signs[SIGNS.indexOf('many')]).toBe(Number(!isOne));
        const ofMany = SIGNS.flatMap((name, at) => (name.endsWith('of many') ? [signs[at]!] : []));
        if (isOne) expect(ofMany.every((value) => value === 0)).toBe(true);
        const { matrix } = orderReading(asked, read);
        for (const row of read.keys())
          for (const [at, name] of EVIDENCE.entries()) {
            const plain = EVIDENCE.indexOf(name.replace(/ of several$/u, '') as (typeof EVIDENCE)[number]);
            const value = isOne && at !== plain ? 0 : matrix[row * width + plain];
            expect(matrix[row * width + at]).toBe(value);
          }
      }),
    );
  });

  test('leaves the order to the scores, and doubts an answer whose first sentence lacks what is asked for', () => {
    fc.assert(
      fc.property(reading, (ones) => {
        const read = readOf(
          ones.map(({ score }) => score),
          ones.map(({ from }) => from),
        );
        const { ranked, scores, signs, isDoubtful, isOne } = judged(read);
        expect(ranked.map((index) => scores[index]!)).toEqual([...scores].sort((a, b) => b - a));
        // Of the four sentences, only "It stopped because of ice." says any reason.
        const lacksReason = read[ranked[0]!]!.text !== texts[1];
        expect(isDoubtful).toBe(isOne && lacksReason);
        expect(signs[SIGNS.indexOf('doubted of many')]).toBe(Number(!isOne && lacksReason));
      }),
    );
  });

  test.each([
    ['How long did the strike last?', 'Nobody spoke of a strike again.', 'It was six weeks from the vote to its end.'],
    ['How old is the mayor?', 'The mayor is older than she looks.', 'Ida Carrow, 61, has led the town since May.'],
    ['How much did the crane cost?', 'The crane cost more than planned.', 'The port paid $4 million for it.'],
  ])('of one article, puts the likeliest that has the measure of %j first', (question, likelier, measured) => {
    const own = questionAsked(question, true);
    fc.assert(
      fc.property(
        fc.integer({ min: -9, max: 2 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        (score, behind, areTwo) => {
          const [one, other] = readOf([score, score - behind], ['a', areTwo ? 'b' : 'a']);
          const read = [
            { ...one!, text: likelier },
            { ...other!, text: measured },
          ];
          const matrix = orderReading(own, read).matrix;
          const scores = Float64Array.of(score, score - behind);
          const by = new Float64Array(SECOND_EVIDENCE.length);
          const { ranked, scores: ordered } = judgeReading(own, read, {
            first: { matrix, scores },
            again: new Map(),
            by,
          });
          expect(ranked[0]).toBe(areTwo ? 0 : 1);
          expect(ordered[ranked[0]!]).toBe(Math.max(...ordered));
        },
      ),
    );
  });
});
