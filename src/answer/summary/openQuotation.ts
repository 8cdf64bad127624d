/** What quotation marks do to a sentence. */
export interface QuotationState {
  /** It begins within a quotation that a sentence before it opened. */
  readonly beginsInside: boolean;
  readonly endsInside: boolean;
  /** The words outside quotations, with a `”` for each quotation. */
  readonly outside: string;
}

const MARK = /["“”„‟«»]/gu;
const BEFORE_OPENING = /^$|[\s([{—–-]/u;
const AFTER_CLOSING = /^$|[\s)\]}.,;:!?…—–-]/u;

/**
 * Reads the quotation marks of a sentence. A mark opens if it stands before a word and closes if it stands after one, in
 * every language; the glyph decides only if both sides are alike. An inch mark ("6\"") closes nothing.
 */
export function quotationState(text: string, inside: boolean): QuotationState {
  let isOpen = inside;
  let beginsInside = inside;
  let isFirst = true;
  let outside = inside ? '”' : '';
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const opens = opening(mark, text[index - 1] ?? '', text[index + 1] ?? '');
    if (opens === undefined || (!isOpen && !opens && mark === '"' && /\d/u.test(text[index - 1] ?? ''))) continue;
    // Each paragraph of a long quotation opens it again; a mark that closes what nobody opened closes what came before.
    if (isFirst && beginsInside === opens) {
      beginsInside = !opens;
      outside = opens ? '' : '”';
      if (opens) isOpen = false;
    }
    if (!isOpen && opens) outside += `${text.slice(from, index)}”`;
    isFirst = false;
    isOpen = opens;
    from = index + 1;
  }
  if (!isOpen) outside += text.slice(from);
  return { beginsInside, endsInside: isOpen, outside };
}

function opening(mark: string, before: string, after: string): boolean | undefined {
  const mayOpen = BEFORE_OPENING.test(before);
  const mayClose = AFTER_CLOSING.test(after);
  if (mayOpen !== mayClose) return mayOpen;
  return mark === '"' ? undefined : /[“„‟«]/u.test(mark);
}
