import { joinParts, type Part, type TextPass } from './part.ts';
import { typicalWeight } from './typicalWeight.ts';

const CAPTION_LINE_MAX_WEIGHT = 300;

/** Puts a credit that is on a line of its own to the caption above it. */
export const findCredits: TextPass = (parts, { source }) => {
  const typical = typicalWeight(parts);
  const joined: Part[] = [];
  for (const part of parts) {
    const above = joined.at(-1);
    if (part.shape === 'credit' && above && joined.length > 1 && isCaptionLine(above, part, typical)) {
      joined[joined.length - 1] = joinParts(source, [above, part], { shape: 'caption', credit: part.span, breaks: [] });
    } else joined.push(part);
  }
  return joined;
};

function isCaptionLine(above: Part, credit: Part, typical: number): boolean {
  if (above.shape === 'caption') return above.credit === undefined;
  if (above.shape !== 'prose' && above.shape !== 'short') return false;
  if (above.weight > CAPTION_LINE_MAX_WEIGHT) return false;
  return (credit.gap === 0 && above.gap > 0) || above.weight <= typical / 2;
}
