import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerOf } from '../../../src/answer/answer.ts';
import { verify } from '../../../src/answer/verify/verify.ts';
import { articleOf, type BlockText } from '../../fixtures/article.ts';

type Verdict = AnswerOf<'verdict'>;

const CLAUSES = [
  'the role requires presence on site;',
  'the employee is on a performance plan; or',
  'the team would have fewer than two people in the office.',
];
const LEAD = 'A manager may refuse a request only if:';

function rules(marks: readonly string[]): readonly BlockText[] {
  return [
    ['paragraph', LEAD],
    ...CLAUSES.map((clause, at): BlockText => ['item', `${marks[at] ?? ''}${clause}`]),
    ['paragraph', 'Passengers must not board the ferry after dark.'],
    ['paragraph', 'Replies are due within 10 working days of the request.'],
  ];
}

function judge(quote: string, marks: readonly string[] = []): Verdict {
  const article = articleOf('rules', rules(marks));
  return verify({ quote }, { articles: new Map([[article.id as string, article]]) }) as Verdict;
}

function told({ verdict, differences }: Verdict): readonly string[] {
  return [
    verdict,
    ...differences.map(({ kind, quoted, source }) => `${kind}: ${quoted.trim()} > ${source.trim()}`.trimEnd()),
  ];
}

describe('verify reads the mark of an item that only one side has', () => {
  test.each([
    ['before the words', '(a) the role requires presence on site;', [], ['folded', 'list-mark: (a) >']],
    ['a small Roman number', 'ii. the employee is on a performance plan; or', [], ['folded', 'list-mark: ii. >']],
    ['an outline', '4.1 Passengers must not board the ferry after dark.', [], ['folded', 'list-mark: 4.1 >']],
    ['in the source', `${LEAD} ${CLAUSES[0]}`, ['(a) '], ['folded', 'list-mark:  > (a)']],
  ] as const)('%s', (_, quote, marks, expected) => {
    expect(told(judge(quote, marks))).toEqual(expected);
  });

  test.each([
    ['another mark', '(b) the role requires presence on site;', ['(a) ']],
    ['a number that counts', '5 employees must not board the ferry after dark.', []],
    ['a mark within a sentence', 'the role (a) requires presence on site;', []],
    ['another word besides', '(a) the role requires absence on site;', []],
    ['an initial', 'P. Passengers must not board the ferry after dark.', []],
    ['another number', 'Replies are due within 12. working days of the request.', []],
  ])('and nothing else: %s', (_, quote, marks) => {
    expect(judge(quote, marks).verdict).toBe('altered');
  });

  test('whatever the marks, between items too', () => {
    const mark = fc.constantFrom('(a) ', 'b) ', 'iv. ', '12. ', '(3) ', 'C. ', '• ', '2.1. ');
    const marks = fc.array(mark, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(marks, fc.constantFrom(' ', '\n'), fc.boolean(), (drawn, between, inSource) => {
        const clauses = CLAUSES.map((clause, at) => `${inSource ? '' : drawn[at]}${clause}`);
        const verdict = judge([LEAD, ...clauses].join(between), inSource ? drawn : []);
        expect(['exact', 'folded']).toContain(verdict.verdict);
        expect(verdict.differences.every(({ kind }) => kind === 'list-mark' || kind === 'line-break')).toBe(true);
      }),
      { seed: 15, numRuns: 60 },
    );
  });
});
