import { expect, test } from 'vitest';
import { answerSchema } from '../../../src/answer/answer.ts';
import { checkQuotes, QUOTATIONS_MAX } from '../../../src/answer/verify/checkQuotes.ts';
import type { Article } from '../../../src/article/article.ts';
import { articleOf, lighthouse } from '../../fixtures/article.ts';
import { bahnhof } from '../fixtures/bahnhof.ts';
import { report } from '../fixtures/report.ts';

const library = {
  articles: new Map([report, bahnhof, lighthouse].map((article) => [article.id as string, article])),
  editions: async () => [],
};

test.each<readonly [what: string, message: string, verdicts: readonly string[]]>([
  ['nothing', 'No quotation here.', []],
  [
    'three quotations',
    'They say “The operator did not report it.” (¶1.3), that "Three pumps were repaired; 1,200 metres of pipe were not" and «nobody in the valley ever trusted the dam».',
    ['exact holds', 'altered', 'absent'],
  ],
  ['a wrong place', '“The operator did not report it.” (¶5)', ['elsewhere fails']],
  ['a wrong article', '“The operator did not report it.” [lighthouse/¶1@00000000]', ['absent fails']],
  ['an article that is not there', '“The operator did not report it.” [other/¶1@00000000]', ['elsewhere fails']],
  [
    'a posted quote',
    '> The operator did not report it\\.\n-# [¶1.3](https://x.org/read/reservoir-report#p1.3) · “Findings”',
    ['exact holds'],
  ],
  [
    'a block quote with its attribution in it',
    '> The operator did not report it.\n> — Water Office, ¶1.3',
    ['exact holds'],
  ],
  ['German marks', 'Dort steht „Seit 1987 hält dort kein Zug mehr.“ (¶1)', ['exact holds']],
  ['an omission that hides a negation', '“This is … permitted under clause 7”', ['spliced']],
  [
    'inner quotations only where the outer one fails',
    'She: “he wrote ‘The operator did not report it.’ twice a day on the wall”',
    ['altered', 'exact'],
  ],
  ['no inner quotation of an outer one that stands', '“The deed calls it ‘a stone of no use.’”', ['folded']],
  ['a short one', 'the “northern wall”', ['too-short']],
])('checkQuotes judges %s', async (_, message, expected) => {
  const answer = await checkQuotes(message, library);
  expect(answerSchema.safeParse(answer).error).toBeUndefined();
  const told = answer.verdicts.map(({ verdict: { verdict, claimed } }) =>
    claimed ? `${verdict} ${claimed.holds ? 'holds' : 'fails'}` : verdict,
  );
  expect(told).toEqual(expected);
});

const many = (count: number): string =>
  Array.from({ length: count }, (_, index) => `“no such words anywhere ${index + 1}”`).join(' ');

test.each([
  [QUOTATIONS_MAX, 1, [1, 25], undefined],
  [QUOTATIONS_MAX + 1, 1, [1, 25], [1, 25]],
  [QUOTATIONS_MAX + 1, 26, [26, 26], [26, 26]],
  [70, 26, [26, 50], [26, 50]],
  [70, 51, [51, 70], [51, 70]],
])('checkQuotes of %i quotations from number %i on', async (count, from, [first, last], checked) => {
  const answer = await checkQuotes(many(count), library, { from });
  expect(answerSchema.parse(answer)).toEqual(answer);
  expect([answer.verdicts[0]!.number, answer.verdicts.at(-1)!.number]).toEqual([first, last]);
  expect([answer.quotations, answer.checked]).toEqual(checked ? [count, checked] : [undefined, undefined]);
  expect(answer.verdicts[0]!.quote).toBe(`no such words anywhere ${first}`);
});

test('checkQuotes has nothing beyond the last quotation', async () => {
  expect(await checkQuotes(many(3), library, { from: 26 })).toMatchObject({ verdicts: [], quotations: 3 });
});

test('checkQuotes knows on a later page that the outer quotation is in the source', async () => {
  const message = `${many(24)} “The deed calls it ‘a stone of no use.’”`;
  expect((await checkQuotes(message, library)).verdicts).toHaveLength(25);
  const answer = await checkQuotes(message, library, { from: 26 });
  expect(answer).toMatchObject({ verdicts: [], quotations: 26, checked: [26, 26] });
});

test('checkQuotes looks at kept editions', async () => {
  const old = articleOf('lighthouse', [['paragraph', 'Nobody in the valley ever trusted the lamp.']]);
  const kept = { ...library, editions: async ({ id }: Article) => (id === 'lighthouse' ? [{ article: old }] : []) };
  const { verdicts } = await checkQuotes('“Nobody in the valley ever trusted the lamp.”', kept);
  expect(verdicts).toMatchObject([{ verdict: { editions: [{ edition: old.edition, verdict: 'exact' }] } }]);
});
