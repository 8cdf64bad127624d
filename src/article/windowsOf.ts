import { estimateTokens } from '../language/estimateTokens.ts';
import type { Span } from '../language/span.ts';
import { isBodyBlock, type Article, type TextBlock } from './article.ts';
import { entryAt, lastOf } from '../runtime/entryAt.ts';
import { finish, type Steps } from '../runtime/steps/steps.ts';

/** The most tokens of a window; a longer sentence is a window alone. */
export const WINDOW_MAX_TOKENS = 140;

/** A sentence in its place. */
export interface WindowSentence {
  /** Index into `article.blocks`. */
  readonly block: number;
  /** Index into the block's sentences. */
  readonly sentence: number;
  readonly span: Span;
}

/** A few whole sentences that are read together, with the headings above them if they are the first below. */
export interface Window {
  /** One slice of the source, from the first heading or sentence to the last sentence. */
  readonly span: Span;
  readonly sentences: readonly WindowSentence[];
}

interface Piece extends WindowSentence {
  readonly tokens: number;
}

/**
 * Cuts an article into windows. Every sentence of a block that can be quoted is in at least one. Short neighbours are
 * together; a heading is with what follows, a question with its answer, a lead-in with its list. The windows of a long
 * paragraph overlap by a sentence. Linear in the source.
 */
export function windowsOf(article: Article): readonly Window[] {
  return finish(windowSteps(article));
}

/** The same, a block at a step. */
export function* windowSteps(article: Article): Steps<readonly Window[]> {
  const windows: Window[] = [];
  let headings: Span | undefined;
  let open: readonly Piece[] = [];

  const start = (): number => headings?.[0] ?? entryAt(open, 0).span[0];
  const room = (): number => WINDOW_MAX_TOKENS - (headings ? estimateTokens(article.source.slice(...headings)) : 0);
  const fits = (pieces: readonly Piece[]): boolean => tokensOf(pieces) <= room();
  const close = (): void => {
    if (open.length > 0)
      windows.push({
        span: [start(), lastOf(open).span[1]],
        sentences: open.map(({ block, sentence, span }) => ({ block, sentence, span })),
      });
    if (open.length > 0) headings = undefined;
    open = [];
  };
  /** Closes the window before the last block in it, if that leads on to what comes next. */
  const closeBeforeLeadIn = (next: Piece): void => {
    const last = open.filter(({ block }) => block === lastOf(open).block);
    const leadIn = leadsOn(article, last) && tokensOf([...last, next]) <= WINDOW_MAX_TOKENS ? last : [];
    if (leadIn.length === open.length) return;
    open = open.slice(0, open.length - leadIn.length);
    close();
    open = leadIn;
  };

  for (const [index, block] of article.blocks.entries()) {
    yield;
    if (block.kind === 'heading') {
      close();
      headings = [headings?.[0] ?? block.span[0], block.span[1]];
    }
    if (!isBodyBlock(block)) continue;
    const pieces = piecesOf(article, block, index);
    if (!fits([...open, ...pieces]) && open.length > 0) closeBeforeLeadIn(entryAt(pieces, 0));
    for (const piece of pieces) {
      if (!fits([...open, piece]) && open.length > 0) {
        const last = lastOf(open);
        close();
        if (last.block === index && fits([last, piece])) open = [last];
      }
      if (open.length === 0 && !fits([piece])) headings = undefined;
      open = [...open, piece];
    }
  }
  close();
  return windows;
}

/** Whether a block says that its answer, list or the like follows. */
function leadsOn({ source }: Article, pieces: readonly Piece[]): boolean {
  return /[?:]["'”’)\]*_]{0,3}$/u.test(source.slice(...lastOf(pieces).span).slice(-8));
}

function piecesOf({ source }: Article, block: TextBlock, index: number): readonly Piece[] {
  return block.sentences.map((span, sentence) => ({
    block: index,
    sentence,
    span,
    tokens: estimateTokens(source.slice(...span)),
  }));
}

function tokensOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { tokens }) => sum + tokens, 0);
}
