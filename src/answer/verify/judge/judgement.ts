import type { Article } from '../../../article/article.ts';
import type { QuoteReading } from '../../../language/quotations/quoteReadings.ts';
import type { Span } from '../../../language/span.ts';
import type { AnswerOf } from '../../answer.ts';
import type { Claim } from '../claim.ts';
import type { Difference } from '../differences.ts';
import type { ExactPart } from '../exactPart.ts';
import type { Nearest } from '../nearestPassage.ts';
import type { Omission } from '../omissions.ts';

/** The answer that `verify` gives. */
export type Verdict = AnswerOf<'verdict'>;

/** Places that an answer lists. */
export const MATCHES_MAX = 25;

/** Words found in one place. */
export interface Found {
  readonly article: Article;
  readonly span: Span;
  readonly differences: readonly Difference[];
  readonly omitted: readonly Omission[];
}

/** A part of a quotation that the source has, and the article that has it. */
export interface PartOfArticle extends ExactPart {
  readonly article: Article;
}

/** What was found out about a quotation. */
export interface Judgement {
  readonly verdict: Verdict['verdict'];
  readonly claim: Claim | undefined;
  /** Best first. */
  readonly found: readonly Found[];
  /** How what was typed was read. */
  readonly reading: QuoteReading;
  /** The words are in the source, less their typography. */
  readonly literal?: boolean;
  /** There are more places than `found`. */
  readonly more?: boolean;
  readonly near?: Nearest;
  /** What the source has of a quotation that it does not have as a whole; in the quotation as typed. */
  readonly parts?: readonly PartOfArticle[];
}

/** A judgement on one reading, before its claim is looked at. */
export type Judged = Omit<Judgement, 'claim' | 'reading'>;
