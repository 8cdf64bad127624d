import { entryAt } from '../../runtime/entryAt.ts';
import { joinParts, type Part, type TextPass } from './part.ts';

/** What stands for a picture, or is said by those who made a file, in brackets over several lines. */
const OPENING =
  /^\[(?:illustration|ill\.|picture|image|photo(?:graph)?|figure|fig\.|plate|map|frontispiece|transcriber)/iu;
const MADE_BY = /^\[transcriber/iu;
const LINES_MAX = 30;

/** Puts what is in brackets together, "[Illustration: …]", whose lines looked like parts of their own. */
export const findBrackets: TextPass = (parts, { source }) => {
  const found: Part[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = entryAt(parts, at);
    const end = OPENING.test(part.text) && part.as === undefined && !part.text.includes(']') ? endOf(parts, at) : at;
    if (end === at) {
      found.push(part);
      continue;
    }
    const whole = joinParts(source, [part, ...parts.slice(at + 1, end + 1)], { breaks: [] });
    found.push({ ...whole, shape: MADE_BY.test(part.text) ? 'furniture' : 'caption' });
    at = end;
  }
  return found;
};

/** The part that closes the brackets; the first one if none does soon. */
function endOf(parts: readonly Part[], from: number): number {
  for (let at = from + 1; at < Math.min(parts.length, from + LINES_MAX); at += 1) {
    const { text, as } = entryAt(parts, at);
    if (as !== undefined || text.includes('[')) return from;
    if (text.endsWith(']')) return at;
    if (text.includes(']')) return from;
  }
  return from;
}
