import type { Article } from '../article/article.ts';
import { quotations, type Quotation } from '../language/quotations.ts';
import { contains } from '../language/span.ts';
import type { AnswerOf } from './answer.ts';
import { parseClaim } from './claim.ts';
import { QUOTE_MAX_CHARS, verify } from './verify.ts';

type Verdicts = AnswerOf<'verdicts'>;
type Checked = Verdicts['verdicts'][number];

/** Quotations of one message that are checked. */
export const QUOTATIONS_MAX = 25;

/**
 * Checks every quotation in a message, each against the citation next to it, if there is one. A quotation within
 * another is told only where the outer one does not stand in the source. Spans are in the message.
 */
export function checkQuotes(message: string, library: { readonly articles: ReadonlyMap<string, Article> }): Verdicts {
  const verdicts: Checked[] = [];
  for (const quotation of quotations(message)) {
    if (verdicts.length === QUOTATIONS_MAX) break;
    if (verdicts.some(({ span, verdict }) => contains(span, quotation.span) && stands(verdict))) continue;
    const verdict = check(quotation, library);
    if (verdict) verdicts.push({ quote: quotation.quote, span: quotation.span, verdict });
  }
  return { kind: 'verdicts', verdicts };
}

function check(
  { quote, citation }: Quotation,
  library: { readonly articles: ReadonlyMap<string, Article> },
): AnswerOf<'verdict'> | undefined {
  const reference = parseClaim(citation, undefined)?.reference ? citation : undefined;
  const answer = verify({ quote: quote.slice(0, QUOTE_MAX_CHARS), reference }, library);
  return answer.kind === 'verdict' ? answer : undefined;
}

/** The outer words are in the source, and so are those within. */
function stands({ verdict }: Checked['verdict']): boolean {
  return verdict === 'exact' || verdict === 'folded' || verdict === 'elsewhere';
}
