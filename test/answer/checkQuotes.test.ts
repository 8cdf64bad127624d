import { expect, test } from 'vitest';
import { answerSchema } from '../../src/answer/answer.ts';
import { checkQuotes, QUOTATIONS_MAX } from '../../src/answer/checkQuotes.ts';
import { lighthouse } from '../fixtures/article.ts';
import { bahnhof } from './fixtures/bahnhof.ts';
import { report } from './fixtures/report.ts';

const library = { articles: new Map([report, bahnhof, lighthouse].map((article) => [article.id as string, article])) };

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
])('checkQuotes judges %s', (_, message, expected) => {
  const answer = checkQuotes(message, library);
  expect(answerSchema.safeParse(answer).error).toBeUndefined();
  const told = answer.verdicts.map(({ verdict: { verdict, claimed } }) =>
    claimed ? `${verdict} ${claimed.holds ? 'holds' : 'fails'}` : verdict,
  );
  expect(told).toEqual(expected);
});

test.each([QUOTATIONS_MAX, QUOTATIONS_MAX + 1])('checkQuotes stops after its limit, given %i', (count) => {
  const message = Array.from({ length: count }, (_, index) => `“no such words anywhere ${index}”`).join(' ');
  expect(checkQuotes(message, library).verdicts).toHaveLength(QUOTATIONS_MAX);
});
