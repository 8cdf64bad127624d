import { isTextBlock, type Article } from '../../article/article.ts';
import { quantityAfter, quantityBefore, signBefore } from '../../language/words/quantities.ts';
import { trimmed, type Span } from '../../language/span.ts';
import { doubtOf, type Doubt } from '../../language/words/doubts.ts';
import { isNumero, wordKind } from '../../language/words/wordKind.ts';
import { wordsOf } from '../../language/words/words.ts';

/**
 * Words of the source that a quotation leaves out; flagged if they turn its meaning round (`negation`), change an amount
 * (`number`), are what a number counts in (`quantity`), deny or doubt what follows (`denial`), or leave it open (`condition`). `quoted` is what the quotation has in their place, at `at`; without it
 * they are next to the quotation, or a difference tells them too.
 */
export interface Omission {
  readonly text: string;
  readonly span: Span;
  readonly flag?: 'negation' | 'number' | 'quantity' | Doubt | undefined;
  readonly quoted?: string | undefined;
  readonly at?: Span | undefined;
}

/** Describes what an omission mark leaves out; nothing where that is punctuation at most. */
export function omittedAt(
  article: Article,
  span: Span,
  put?: { readonly quoted: string; readonly at: Span },
): readonly Omission[] {
  const text = article.source.slice(...span);
  const quantity = isQuantity(article.source, span);
  if (wordsOf(text).length === 0 && !quantity) return [];
  const { language } = article;
  const doubts = wordsOf(text).map((word) => doubtOf(word.text, language));
  const doubt = doubts.find((found) => found === 'denial') ?? doubts.find((found) => found !== undefined);
  const flag = flagOf(text, language) ?? (quantity ? ('quantity' as const) : doubt);
  return [{ text, span, ...(flag ? { flag } : {}), ...put }];
}

/** Returns what leaving these words out, or putting them in, does to a sentence. */
export function flagOf(text: string, language: string): 'negation' | 'number' | undefined {
  const kinds = wordsOf(text).map((word) => (isNumero(text, word.span[0]) ? 'word' : wordKind(word.text, language)));
  return kinds.includes('negation') ? 'negation' : kinds.includes('number') ? 'number' : undefined;
}

/** Whether a stretch begins with what the number before it counts in, or ends with the sign of the number after it. */
export function isQuantity(source: string, span: Span): boolean {
  const [start, end] = trimmed(source, span);
  if (start === end) return false;
  const number = start - (/[\s°]+$/u.exec(source.slice(Math.max(0, start - 4), start))?.[0] ?? '').length;
  const after = quantityAfter(source, number);
  const before = quantityBefore(source, span[1]) ?? signBefore(source, [start, end]);
  return (after !== undefined && after[1] <= end) || (before !== undefined && before[0] >= start);
}

/** Words before a quotation among which a negation still reaches into it. */
const NEGATION_REACH = 3;

/**
 * Finds what a quotation hides that begins or ends in the middle of a sentence: the negation, denial, condition or number just
 * before its first word, the sign or unit of a number at its edge.
 */
export function omittedAround(article: Article, [start, end]: Span): readonly Omission[] {
  const before = quantityBefore(article.source, start);
  const after = quantityAfter(article.source, end);
  return [
    ...(before ? [quantity(article, before)] : omittedBefore(article, start)),
    ...(after && (blockOf(article, end - 1)?.span[1] ?? 0) >= after[1] ? [quantity(article, after)] : []),
  ];
}

function quantity({ source }: Article, span: Span): Omission {
  return { text: source.slice(...span), span, flag: 'quantity' };
}

function omittedBefore(article: Article, start: number): readonly Omission[] {
  const { source, language } = article;
  const block = blockOf(article, start);
  if (!block) return [];
  const sentence = isTextBlock(block) ? block.sentences.find(([from, to]) => from <= start && start < to) : block.span;
  const from = Math.max(sentence?.[0] ?? start, start - CLAUSE_MAX_CHARS);
  const clause = /[^!?;:\n—–]+$/u.exec(source.slice(from, start))?.[0] ?? '';
  const words = wordsOf(clause).slice(-NEGATION_REACH);
  const offset = start - clause.length;
  const flags = words.map(({ text, span }, index) => {
    const after = clause.slice(span[1]);
    const kind = isNumero(clause, span[0]) ? 'word' : wordKind(text, language);
    if (kind === 'negation') return kind;
    if (kind === 'number') return index === words.length - 1 && /^\s*$/u.test(after) ? kind : undefined;
    // A comma parts what is denied from what is told next: "denied it, and the crew left".
    return after.includes(',') ? undefined : doubtOf(text, language);
  });
  const at = flags.findLastIndex((flag) => flag !== undefined);
  const found = words[at];
  if (!found) return [];
  const span: Span = [offset + found.span[0], offset + found.span[1]];
  return [{ text: source.slice(...span), span, flag: flags[at] }];
}

/** The words before a quotation that are looked at. */
const CLAUSE_MAX_CHARS = 300;

function blockOf({ blocks }: Article, at: number): Article['blocks'][number] | undefined {
  return blocks.find(({ span }) => span[0] <= at && at < span[1]);
}
