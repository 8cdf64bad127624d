import { quotationSteps, type Quotation } from '../../language/quotations/quotations.ts';
import { contains } from '../../language/span.ts';
import { inSlices } from '../../runtime/steps/inSlices.ts';
import type { AnswerOf } from '../answer.ts';
import { judgeQuotation, stands } from './checkQuotes.ts';
import { QUOTE_MAX_CHARS } from './verify.ts';
import type { EditionLibrary } from './verifyEditions.ts';

type Verdict = AnswerOf<'verdict'>;
type Verdicts = AnswerOf<'verdicts'>;

/** A quotation that was judged, with its line, or one that is too long to be. */
export type DraftVerdict =
  | (Verdicts['verdicts'][number] & { readonly number: number; readonly line: number })
  | NonNullable<Verdicts['unchecked']>[number];

/** One more quotation of a draft that was looked at. */
interface DraftStep {
  /** Which it is, counted from 1, and of how many. */
  readonly number: number;
  readonly of: number;
  /** Missing for one that is within another, and for one without a word to judge. */
  readonly found?: DraftVerdict;
  /** It is within another that is in the source. */
  readonly isWithin?: true;
}

/** Equal quotations with equal citations that are judged once. */
const KEPT_MAX = 1000;

/**
 * Checks every quotation of a text with line feeds, one after another, each against the citation next to it, if there is
 * one. A quotation within another is told only if the outer one is not in the source. Lines are counted from 1.
 */
export async function* checkDraft(text: string, library: EditionLibrary): AsyncGenerator<DraftStep, void> {
  const all = await inSlices(quotationSteps(text, { isFile: true }));
  const judged = new Map<string, Verdict | undefined>();
  const judge = async (quotation: Quotation): Promise<Verdict | undefined> => {
    const key = JSON.stringify([quotation.quote, quotation.citation]);
    if (judged.has(key)) return judged.get(key);
    const verdict = await judgeQuotation(quotation, library);
    if (judged.size < KEPT_MAX) judged.set(key, verdict);
    return verdict;
  };
  let standing: Quotation[] = [];
  let [line, counted] = [1, 0];
  for (const [index, quotation] of all.entries()) {
    const { quote, span } = quotation;
    for (let at = text.indexOf('\n', counted); at !== -1 && at < span[0]; at = text.indexOf('\n', counted)) {
      line += 1;
      counted = at + 1;
    }
    const step = { number: index + 1, of: all.length };
    standing = standing.filter((outer) => outer.span[1] > span[0]);
    if (standing.some((outer) => contains(outer.span, span))) {
      yield { ...step, isWithin: true };
    } else if (quote.length > QUOTE_MAX_CHARS) {
      yield { ...step, found: { number: step.number, line, span, why: 'too-long' } };
    } else {
      const verdict = await judge(quotation);
      if (verdict && stands(verdict)) standing.push(quotation);
      yield verdict ? { ...step, found: { number: step.number, line, quote, span, verdict } } : step;
    }
  }
}
