import { valueOf } from '../../runtime/entryAt.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import { tokensOf, type Token } from '../../language/words/tokens.ts';
import { beginsSmall, isClosedSentence, unfitness, type Line, type Unfit } from './fitness.ts';
import { leaningOf, type Leaning } from './leaning.ts';
import { quotationState } from './openQuotation.ts';

/** A sentence that a summary may choose. */
export interface Candidate {
  readonly text: string;
  /** Which paragraph it belongs to; sentences of one are together, in order. */
  readonly block: number;
  /** Which section it belongs to; 0 if the text has none. */
  readonly section?: number;
  /** What its block is if it is no running text. */
  readonly role?: Line['role'];
}

/** A candidate, read. */
export interface ReadLine extends Line {
  readonly block: number;
  readonly section: number;
  readonly tokens: readonly Token[];
  readonly unfit: Unfit | undefined;
  /** How it hangs on the sentence before it. */
  readonly leaning: Leaning | undefined;
  readonly isFirstOfBlock: boolean;
}

/** The blocks at the end of a text in which it says who wrote it. */
const END_BLOCKS = 3;
const CAPTION_MAX_SENTENCES = 4;
const GREETING_MAX_CHARS = 60;

/** Reads the sentences of a text, one a step. */
export function* readLines(candidates: readonly Candidate[], language: string): Steps<readonly ReadLine[]> {
  const form = { lines: 0, chars: 0, closed: 0, small: 0 };
  for (const { text, role } of candidates) {
    if (role !== undefined) continue;
    form.lines += 1;
    form.chars += text.length;
    if (isClosedSentence(text)) form.closed += text.length;
    if (beginsSmall(text)) form.small += 1;
    yield;
  }
  // By length, since the labels of minutes and the lines of title pages are many, and say little.
  const textIsClosed = 2 * form.closed >= form.chars;
  const textIsCapitalised = 2 * form.small <= form.lines;
  const blocks = [...new Set(candidates.map(({ block }) => block))];
  const endsFrom = blocks.at(-END_BLOCKS) ?? 0;
  const firstOf = new Map(candidates.toReversed().map(({ block, text }) => [block, text]));
  const lastOf = new Map(candidates.map(({ block, text }) => [block, text]));
  const sizes = new Map<number, number>();
  for (const { block } of candidates) sizes.set(block, (sizes.get(block) ?? 0) + 1);
  const lines: ReadLine[] = [];
  let inside = false;
  for (const [index, { text, block, section = 0, role }] of candidates.entries()) {
    const isFirstOfBlock = candidates[index - 1]?.block !== block;
    const marks = quotationState(text, inside && !isFirstOfBlock);
    inside = marks.endsInside;
    const tokens = tokensOf(text, language);
    const line: Line = {
      text,
      role,
      words: tokens.filter(({ joined }) => joined !== true).length,
      marks,
      last: valueOf(sizes, block) <= CAPTION_MAX_SENTENCES ? lastOf.get(block) : undefined,
      isEarlierMessage: role === 'quote' && valueOf(firstOf, block).startsWith('>'),
      isGreeted: isFirstOfBlock && isGreeting(candidates[index - 1]?.text ?? ''),
      isAtEnd: blocks.length > END_BLOCKS && block >= endsFrom,
      textIsClosed,
      textIsCapitalised,
      language,
    };
    lines.push({
      ...line,
      block,
      section,
      tokens,
      isFirstOfBlock,
      unfit: unfitness(line),
      leaning: leaningOf(text, language),
    });
    yield;
  }
  return lines;
}

/** "Dear Ms Roe,": a short line of its own that ends with a comma. */
function isGreeting(text: string): boolean {
  return text.length <= GREETING_MAX_CHARS && /^\p{Lu}[^,]*,\s*$/u.test(text);
}
