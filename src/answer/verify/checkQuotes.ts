import { setImmediate } from 'node:timers/promises';
import { quotations, type Quotation } from '../../language/quotations/quotations.ts';
import { contains } from '../../language/span.ts';
import type { AnswerOf } from '../answer.ts';
import { parseClaim } from './claim.ts';
import { QUOTE_MAX_CHARS } from './verify.ts';
import { verifyEditions, type EditionLibrary } from './verifyEditions.ts';
import { entryAt } from '../../runtime/entryAt.ts';

type Verdicts = AnswerOf<'verdicts'>;
type Verdict = AnswerOf<'verdict'>;
type Checked = Verdicts['verdicts'][number];

/** Quotations of a message that are checked at a time. */
export const QUOTATIONS_MAX = 25;

/**
 * Checks the quotations of a message, each against the citation next to it, if there is one; at most `QUOTATIONS_MAX` from
 * number `from` on (counted from 1). A quotation within another is told only where the outer one does not stand in the
 * source. Spans are in the message.
 */
export async function checkQuotes(
  message: string,
  library: EditionLibrary,
  { from = 1 }: { readonly from?: number } = {},
): Promise<Verdicts> {
  const all = quotations(message);
  const known = new Map<Quotation, Promise<Verdict | undefined>>();
  const verdictOn = (quotation: Quotation): Promise<Verdict | undefined> => {
    const verdict = known.get(quotation) ?? judgeQuotation(quotation, library);
    known.set(quotation, verdict);
    return verdict;
  };
  const verdicts: Checked[] = [];
  const last = Math.min(all.length, from + QUOTATIONS_MAX - 1);
  for (let index = from - 1; index < last; index += 1) {
    const quotation = entryAt(all, index);
    // An outer quotation comes before those within it, and may be among those that were checked before.
    const outer = all.slice(0, index).filter(({ span }) => contains(span, quotation.span));
    const outerVerdicts = await Promise.all(outer.map(verdictOn));
    if (outerVerdicts.some((each) => each && stands(each))) continue;
    const verdict = await verdictOn(quotation);
    if (verdict) verdicts.push({ number: index + 1, quote: quotation.quote, span: quotation.span, verdict });
    await setImmediate();
  }
  const isAll = from === 1 && last === all.length;
  return { kind: 'verdicts', verdicts, ...(isAll ? {} : { quotations: all.length, checked: [from, last] }) };
}

/** Judges a quotation at the place that its citation names, if it has one; undefined if it has no words. */
export async function judgeQuotation(
  { quote, citation }: Quotation,
  library: EditionLibrary,
): Promise<Verdict | undefined> {
  const reference = parseClaim(citation, undefined)?.reference ? citation : undefined;
  const answer = await verifyEditions({ quote: quote.slice(0, QUOTE_MAX_CHARS), reference }, library);
  return answer.kind === 'verdict' ? answer : undefined;
}

/** Whether the words are in the source, and so are those within them. */
export function stands({ verdict }: Verdict): boolean {
  return verdict === 'exact' || verdict === 'folded' || verdict === 'elsewhere';
}
