import { entryAt } from '../../runtime/entryAt.ts';
import { joinParts, type Part, type TextPass } from './part.ts';

const DATE = String.raw`(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-](?:\d{1,2}|\p{L}{3,9})[./-]\d{2,4}|\p{L}{3,9}\s\d{1,2},\s\d{4})`;
const TIME = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?`;
const STAMP = String.raw`(?:${DATE}[,T]?\s{1,3}(?:at\s)?)?${TIME}`;
const NAME = String.raw`[~@]?[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.'’#()-]{0,30}(?:\s[\p{L}\p{N}_.'’#()-]{1,30}){0,3}`;
/** Who said something and when, with what was said: "[10:02] <jroe> ok", "14/05/2024, 09:02 - Jane Roe: Morning". */
const SAID = new RegExp(
  String.raw`^(?:\[${STAMP}\]\s|${DATE},?\s${TIME}\s(?:[-–]\s)?|${TIME}\s)\s?(?:[-–]\s)?(?:<[^<>\s]{1,40}>\s|\*\s|${NAME}:\s)`,
  'u',
);
/** What the program says in between. */
const NOTICE = new RegExp(String.raw`^(?:\[${STAMP}\]|${DATE},?\s${TIME}\s[-–])\s\S`, 'u');
/** A line of its own above what was said: "Jane Roe  9:02 AM", "[14-May-24 09:02 AM] janeroe#1234". */
const HEAD = new RegExp(String.raw`^(?:${NAME}\s{1,3}(?:[-–—|,]\s)?[[(]?${STAMP}[\])]?|\[${STAMP}\]\s${NAME})$`, 'u');
/** Fewer messages are no conversation. */
const MESSAGES_MIN = 3;
/** Share of the parts of a text that begin a message, in a conversation. */
const MESSAGES_SHARE = 0.3;

/** Finds the messages of a conversation that a program of chat wrote: each is a paragraph, with who said it. */
export const findChat: TextPass = (parts, { source }) => {
  const begins = parts.map(({ text }) => SAID.test(text) || HEAD.test(text));
  const count = begins.filter(Boolean).length;
  if (count < MESSAGES_MIN || count < parts.length * MESSAGES_SHARE) return parts;
  const found: Part[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = entryAt(parts, at);
    if (begins[at] !== true) {
      found.push(part.as === undefined && NOTICE.test(part.text) ? { ...part, shape: 'furniture' } : part);
      continue;
    }
    let end = at + 1;
    const isHead = HEAD.test(part.text);
    while (end < parts.length && begins[end] !== true && isOfMessage(parts[end], isHead && end === at + 1)) end += 1;
    found.push(joinParts(source, [part, ...parts.slice(at + 1, end)], { as: 'paragraph', shape: 'prose' }));
    at = end - 1;
  }
  return found;
};

/** Whether a part belongs to the message above it: a line right below, or the first one below a head. */
function isOfMessage(part: Part | undefined, isFirst: boolean): boolean {
  return (
    part?.as === undefined &&
    part?.shape !== 'ruler' &&
    part?.shape !== 'furniture' &&
    (isFirst || part?.gap === 0) &&
    !NOTICE.test(part?.text ?? '')
  );
}
