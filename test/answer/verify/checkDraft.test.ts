import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDraft, type DraftVerdict } from '../../../src/answer/verify/checkDraft.ts';
import { checkQuotes } from '../../../src/answer/verify/checkQuotes.ts';
import { QUOTE_MAX_CHARS } from '../../../src/answer/verify/verify.ts';
import { lighthouse } from '../../fixtures/article.ts';
import { report } from '../fixtures/report.ts';

const library = {
  articles: new Map([report, lighthouse].map((article) => [article.id as string, article])),
  editions: async () => [],
};

async function check(text: string): Promise<readonly DraftVerdict[]> {
  const found: DraftVerdict[] = [];
  for await (const step of checkDraft(text, library)) if (step.found) found.push(step.found);
  return found;
}

function told(found: DraftVerdict): readonly [line: number, verdict: string] {
  return [found.line, 'verdict' in found ? found.verdict.verdict : found.why];
}

describe('checkDraft', () => {
  test('tells the line of each quotation, and judges each', async () => {
    const draft = [
      '# A draft',
      '',
      'They say “The operator did not report it.” (¶1.3), and',
      '"the operator did report it" too.',
      '',
      '> The operator did not',
      '> report it.',
      '',
      '— Water Office, ¶1.3',
      '',
      '>>> nobody in the valley ever trusted the dam',
      '',
      'The end, with the “northern wall”.',
    ].join('\n');
    expect((await check(draft)).map(told)).toEqual([
      [3, 'exact'],
      [4, 'altered'],
      [6, 'folded'],
      [11, 'absent'],
      [13, 'too-short'],
    ]);
  });

  test('leaves out what is within a quotation that is in the source, and tells it within one that is not', async () => {
    expect((await check('“The deed calls it ‘a stone of no use.’”')).map(told)).toEqual([[1, 'folded']]);
    const outer = 'She: “he wrote ‘The operator did not report it.’ twice a day on the wall”';
    expect((await check(outer)).map(told)).toEqual([
      [1, 'altered'],
      [1, 'exact'],
    ]);
  });

  test('judges a quotation of the greatest length whole, and says of a longer one that it did not', async () => {
    const quote = 'no such words anywhere '.repeat(1000);
    const longest = `“${quote.slice(0, QUOTE_MAX_CHARS - 1)}x”`;
    expect((await check(longest)).map(told)).toEqual([[1, 'absent']]);
    expect((await check(`\n“${quote.slice(0, QUOTE_MAX_CHARS)}x”`)).map(told)).toEqual([[2, 'too-long']]);
  });

  test('agrees with checkQuotes on texts without the block quotes that only Discord has', async () => {
    const piece = fc.constantFrom(
      '“The operator did not report it.”',
      '"Three pumps were repaired"',
      '«',
      '»',
      '“',
      '”',
      '\n',
      '\n\n',
      '> The operator did not report it.\n',
      ' (¶1.3) ',
      'words of ours ',
      '`code “not this one here”`',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const text = pieces.join('');
        const found = await check(text);
        const { verdicts } = await checkQuotes(text, library);
        expect(found.map(({ line: _, ...rest }) => rest)).toEqual(verdicts);
        for (const { line, span } of found) expect(line).toBe(text.slice(0, span[0]).split('\n').length);
      }),
      { seed: 16, numRuns: 60 },
    );
  });

  test.each([
    ['quotations', '“a b” '],
    ['block quotes', '> a\n\n'],
    ['marks that nothing closes', '“'],
    ['both', '> a\n\n"a" '],
  ])('finds many %s without holding up the event loop', async (_, piece) => {
    let turns = 0;
    const count = (): void => {
      turns += 1;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    const draft = piece.repeat(Math.floor(200_000 / piece.length));
    const steps = checkDraft(draft, library);
    const first = await steps.next();
    clearImmediate(timer);
    await steps.return();
    expect(first.done === true || first.value.of).toBeTruthy();
    expect(turns).toBeGreaterThan(1);
  });
});
