import { type CutText, sliced, trimmedCut } from '../cutText.ts';
import type { Span } from '../span.ts';
import { type Attribution, CITATION, parseAttribution } from './attribution.ts';
import { CLOSING, DOUBLE, OPENING } from './quotationMarks.ts';

/** An attribution is looked for this near the ends of a text. */
const REACH = 400;
/** Readings with attributions of different lengths that are tried. */
const ATTRIBUTIONS_MAX = 4;
const JOINER = /\s*\n\s*(?:[-–—~]+|-#)?|\s*[-–—~]+|\s*[([]|(?<![\s,])[\s,]+/gu;
const CITATION_ONLY = new RegExp(String.raw`^[\s,]+(?:[-–—]+\s*)?(?:${CITATION})[.,]?\s*$`, 'iu');

const SOURCE_LINE = /^\s*(?:sources?|quelle)\s?:/iu;

interface Attributed {
  readonly body: CutText;
  readonly citation?: string | undefined;
  readonly attributions: readonly Span[];
}

/** Takes attributions off both ends, the shorter ones first; first of all comes the text with none taken off. */
export function withoutAttribution(cut: CutText, known: ReadonlySet<string> | undefined): readonly Attributed[] {
  const tails = tailsOf(cut.text, known).slice(-ATTRIBUTIONS_MAX);
  const bodies = [{ end: cut.text.length, citation: undefined as string | undefined }, ...tails].map(
    ({ end, citation }): Attributed => {
      const body = trimmedCut(sliced(cut, [0, end]));
      const attributions = end < cut.text.length ? [spanFrom(cut, end)] : [];
      return { body, citation, attributions };
    },
  );
  return bodies.flatMap((attributed): readonly Attributed[] => {
    const head = headOf(attributed.body.text, known);
    if (!head) return [attributed];
    const body = sliced(attributed.body, [head.end, attributed.body.text.length]);
    const span: Span = [0, body.parts[0]?.[0] ?? 0];
    return [
      attributed,
      { body, citation: attributed.citation ?? head.citation, attributions: [span, ...attributed.attributions] },
    ];
  });
}

/** The rest of what was typed, from a place of the cut text on. */
function spanFrom(cut: CutText, at: number): Span {
  const kept = sliced(cut, [at, cut.text.length]).parts[0]?.[0] ?? cut.typed.length;
  return [kept, cut.typed.length];
}

interface Border {
  readonly end: number;
  readonly citation: string | undefined;
}

/** Lists where an attribution at the end of a text begins; the shortest one first. */
function tailsOf(text: string, known: ReadonlySet<string> | undefined): readonly Border[] {
  const tails: Border[] = [];
  const from = Math.max(1, text.length - REACH);
  for (const { 0: joiner, index } of text.slice(from).matchAll(JOINER)) {
    const end = from + index;
    const head = text.slice(0, end);
    const tail = text.slice(end);
    if (head.trim() === '') continue;
    const found = attributionIn(joiner, { head, tail }, known);
    if (found) tails.unshift({ end, citation: found.citation });
  }
  return tails;
}

/** Reads what follows a joiner: how much it takes to be sure depends on what it follows. */
function attributionIn(
  joiner: string,
  { head, tail }: { readonly head: string; readonly tail: string },
  known: ReadonlySet<string> | undefined,
): Attribution | undefined {
  if (/^[\s,]+$/u.test(joiner) && !joiner.includes('\n'))
    return CITATION_ONLY.test(tail) ? parseAttribution(tail, known) : undefined;
  if (
    /[([]/u.test(joiner) &&
    !/^\s*(?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^[\]]*\](?:\([^()\s]*\))?)[.,]?\s*$/u.test(tail)
  )
    return undefined;
  const closed = head.trimEnd();
  const found = parseAttribution(tail, known);
  if (!found) return undefined;
  if (OPENING.test(head) && CLOSING.test(closed)) return found;
  if (joiner.includes('\n') && SOURCE_LINE.test(tail)) return found;
  if (joiner.includes('\n') && /[-–—~]/u.test(joiner)) return /^\s*[-*•]\s/u.test(head) ? undefined : found;
  if (found.citation !== undefined && (joiner.includes('\n') || /[([]/u.test(joiner) || CITATION_ONLY.test(tail)))
    return found;
  return /[-–—~([]/u.test(joiner) && /[.!?…]["”’»]?$/u.test(closed) ? found : undefined;
}

/** Finds an attribution before a text in quotation marks: `According to Ida Brandt, “…”`. */
function headOf(text: string, known: ReadonlySet<string> | undefined): Border | undefined {
  const end = text.slice(0, REACH).search(DOUBLE);
  if (end <= 0 || !CLOSING.test(text)) return undefined;
  const head = text.slice(0, end);
  const found = parseAttribution(head, known);
  return found && (found.sourced || /[:–—-]\s*$/u.test(head)) ? { end, citation: found.citation } : undefined;
}
