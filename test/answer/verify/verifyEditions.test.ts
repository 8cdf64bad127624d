import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { shortEdition } from '../../../src/article/edition.ts';
import { answerSchema } from '../../../src/answer/answer.ts';
import { verify, type VerifyRequest } from '../../../src/answer/verify/verify.ts';
import { verifyEditions } from '../../../src/answer/verify/verifyEditions.ts';
import { earlierVerdictInWords, editionsInWords } from '../../../src/reply/words/verdicts/editionWords.ts';
import { arbitraryArticle } from '../../fixtures/arbitraryArticle.ts';
import { articleOf, lighthouse } from '../../fixtures/article.ts';

const old = articleOf('harbour', [
  ['title', 'The Harbour Report'],
  ['paragraph', 'The harbour opened in 1902.', 'It closed in 1977 after the strike.'],
  ['paragraph', 'The council spent 40 million on the new quay.'],
  ['paragraph', 'It mentions the lighthouse keeper Ann Moss.'],
]);
const present = articleOf('harbour', [
  ['title', 'The Harbour Report'],
  ['paragraph', 'The tide was high at noon.'],
  ['paragraph', 'The harbour opened in 1902.', 'It closed in 1978 after the strike.'],
  ['paragraph', 'The council spent 40 million on the new quay.'],
]);
const [was, is] = [old, present].map(({ edition }) => shortEdition(edition));

function ask(
  request: VerifyRequest,
  { kept = [old], now = present }: { kept?: readonly Article[]; now?: Article } = {},
) {
  const editions = async ({ id }: Article) =>
    kept.filter((article) => article.id === id).map((article) => ({ article, received: '2026-03-03' }));
  const articles = new Map([now, lighthouse].map((article) => [article.id as string, article]));
  return verifyEditions(request, { articles, editions });
}

async function wordsOn(request: VerifyRequest, kept?: readonly Article[]): Promise<string | undefined> {
  const answer = await ask(request, kept && { kept });
  expect(answerSchema.safeParse(answer).data).toEqual(answer);
  if (answer.kind === 'invalid') return answer.reason;
  const earlier = earlierVerdictInWords(answer, new Map([[present.id, present]]));
  return earlier?.sentence ?? [answer.verdict, editionsInWords(answer)].filter(Boolean).join(': ');
}

const CHANGED = 'It closed in 1977 after the strike.';
const MOVED = 'The council spent 40 million on the new quay.';
const GONE = 'It mentions the lighthouse keeper Ann Moss.';
const day = `the edition imported on 3 March 2026 (${was})`;

describe('verifyEditions', () => {
  test.each<readonly [what: string, request: VerifyRequest, words: string]>([
    [
      'changed words',
      { quote: CHANGED },
      `Exact in ${day} of “The Harbour Report”, at ¶1.2; the present one says “1978”, not “1977”.`,
    ],
    [
      'words that are gone',
      { quote: GONE, article: 'harbour' },
      `Exact in ${day} of “The Harbour Report”, at ¶3; the present one does not have it.`,
    ],
    [
      'changed words in other typography',
      { quote: 'It closed in 1977\u00A0after the strike.' },
      `The same but for typography in ${day} of “The Harbour Report”, at ¶1.2; the present one says “1978”, not “1977”.`,
    ],
    ['words of the present edition', { quote: MOVED }, 'exact'],
    ['words of neither', { quote: 'Nobody spoke of the vegetables afterwards.' }, 'absent'],
    [
      'moved words claimed from the edition that had them there',
      { quote: MOVED, reference: `harbour/¶2.1@${was}` },
      `exact: Judged in edition ${was}, which the claim names. In the present edition (${is}) it is at ¶3.`,
    ],
    [
      'a link with an edition',
      { quote: CHANGED, reference: `https://x.org/read/harbour?edition=${was}#p1.2` },
      `exact: Judged in edition ${was}, which the claim names. The closest words in the present edition (${is}) are at ¶2.2; it says “1978”, not “1977”.`,
    ],
    [
      'a handle in the quotation itself',
      { quote: `“${GONE}” (harbour/¶3.1@${was})` },
      `exact: Judged in edition ${was}, which the claim names. In the present edition (${is}) it was not found.`,
    ],
    [
      'a wrong place in the edition named',
      { quote: MOVED, reference: `harbour/¶1@${was}` },
      `elsewhere: Judged in edition ${was}, which the claim names. In the present edition (${is}) it is at ¶3.`,
    ],
    [
      'words that the edition named does not have',
      { quote: 'It closed in 1978 after the strike.', reference: `harbour/¶1.2@${was}` },
      `elsewhere: Edition ${was}, which the claim names, does not have it as quoted; this is judged in the present one.`,
    ],
    [
      'an edition that is not kept',
      { quote: MOVED, reference: 'harbour/¶2.1@00000000' },
      `elsewhere: The claim names edition 00000000, which is not kept here; this is judged in the present one, ${is}.`,
    ],
    ['a handle of the present edition', { quote: MOVED, reference: `harbour/¶3.1@${is}` }, 'exact'],
    ['an old reference without an edition', { quote: MOVED, reference: '¶2.1' }, `elsewhere: It was there in ${day}.`],
  ])('tells of %s', async (_, request, words) => {
    expect(await wordsOn(request)).toBe(words);
  });

  test('takes the newest kept edition that has the words', async () => {
    const older = articleOf('harbour', [['paragraph', GONE]]);
    const answer = await ask({ quote: GONE }, { kept: [lighthouse, older, old] });
    expect(answer).toMatchObject({ verdict: 'absent', editions: [{ edition: older.edition, verdict: 'exact' }] });
  });

  test('finds whatever is quoted from a kept edition, and judges claims of it there', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryArticle('any'), arbitraryArticle('any'), fc.nat(), async (before, now, choice) => {
        fc.pre(before.edition !== now.edition);
        const paragraphs = before.blocks.filter((block) => block.kind === 'paragraph');
        const { span, number } = paragraphs[choice % paragraphs.length]!;
        const quote = before.source.slice(...span);
        const alone = verify({ quote }, { articles: new Map([['any', before]]) });
        fc.pre(alone.kind === 'verdict' && ['exact', 'folded'].includes(alone.verdict));
        const found = await ask({ quote }, { kept: [before], now });
        const present = verify({ quote }, { articles: new Map([['any', now]]) });
        if (present.kind === 'verdict' && !['exact', 'folded'].includes(present.verdict))
          expect(found).toMatchObject({
            editions: [{ edition: before.edition, verdict: alone.kind === 'verdict' && alone.verdict }],
          });
        const claimed = await ask(
          { quote, reference: `any/¶${number}@${shortEdition(before.edition)}` },
          { kept: [before], now },
        );
        expect(claimed).toMatchObject({
          claimed: { edition: shortEdition(before.edition), kept: true, holds: true },
          editions: [{ edition: now.edition, present: true }],
        });
      }),
      { numRuns: 150 },
    );
  });
});
