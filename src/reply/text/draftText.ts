import type { DraftVerdict } from '../../answer/verify/checkDraft.ts';
import { showControlCharacters } from '../showControlCharacters.ts';
import { CONTRACT } from '../words/verdicts/verdictWords.ts';
import { draftCounts, placeInDraft, tooLong } from '../words/verdicts/draftWords.ts';
import { truncate } from '../truncate.ts';
import { citationText, sentenceText } from './passageText.ts';
import { paragraphs, type TextContext } from './textContext.ts';
import { passagesOfVerdict, verdictJudgement } from './verdictText.ts';

/** What is shown of a quotation; its line says where the rest is. */
const QUOTE_MAX_CHARS = 300;

/**
 * Formats the verdict on a quotation of a draft with its line. The passage is quoted if the words differ; for the same
 * words its citation is enough.
 */
export function draftVerdictText(found: DraftVerdict, context: TextContext): string {
  const line = context.strong(placeInDraft(found));
  if (!('verdict' in found)) return `${line}: ${tooLong()}`;
  const { quote, verdict } = found;
  const [passage] = passagesOfVerdict(verdict);
  const isSame = verdict.verdict === 'exact' || verdict.verdict === 'folded';
  const shown = passage && (isSame ? citationText(passage, context) : `\n${sentenceText(passage, context)}`);
  return [
    `${line}: “${showControlCharacters(truncate(quote, QUOTE_MAX_CHARS))}”`,
    verdictJudgement(verdict, context),
    ...(shown === undefined ? [] : [shown]),
  ].join('\n');
}

/** Formats how many quotations of a draft have each verdict, and the lines of those that do not hold. */
export function draftSummaryText(counts: Parameters<typeof draftCounts>[0], { dim, strong }: TextContext): string {
  const [first = '', ...others] = draftCounts(counts);
  return paragraphs([[strong(first), ...others].join('\n'), ...(counts.found.length === 0 ? [] : [dim(CONTRACT)])]);
}
