import { entryAt } from '../../runtime/entryAt.ts';
import { joinParts, type Part, type TextPass } from './part.ts';

/** What mail and news have above each letter. */
const KEY =
  /^(?:from|to|cc|bcc|date|sent|subject|message(?:-id)?|in-reply-to|references|reply-to|sender|newsgroups|organization|organisation|lines|content-[a-z-]{2,30}|mime-version|keywords|summary|approved|followup-to|path|distribution|article-i\.d\.|nntp-posting-host|user-agent|status|list-[a-z]{2,20}|return-path|received|resent-[a-z-]{2,20}|x-[a-z-]{2,30}|importance)\s?:(?:\s|$)/iu;
const SUBJECT = /^subject\s?:\s+\S/iu;
const FROM = /^(?:from|sender)\s?:/iu;
const DATED = /^(?:date|sent|subject)\s?:/iu;
/** Parts of a head that go on from the line above. */
const CONTINUED_MAX = 2;
/** A digest of a mailing list: what it begins with, and the line that ends it, which names it. */
const DIGEST = /^Send \S.{0,80} mailing list submissions to\b/u;
const DIGEST_END = /^End of (\S.{1,100}? Digest\b.{0,60})$/mu;
/** What programs put below letters, or in place of what they cannot show. */
const REMARK =
  /^(?:-{3,} ?(?:[Ff]orwarded|[Oo]riginal) [Mm]essage(?: ?-{3,})?$|Begin forwarded message:$|-{5,} ?next part ?-{5,}|(?:A|An) \S{1,20} (?:attachment|message) was scrubbed\b|URL: <?https?:|_{20,}|\S{1,60} mailing list[\r\n]+\S+@|Subject: Digest Footer|End of \S.{1,100} Digest\b)/u;

/** A head within a text, as positions of parts. */
interface Head {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the heads of letters in a text: those that it forwards, or that it is made of, as digests of mailing lists are. They
 * are furniture; the subject of a letter of an archive or a digest is the heading above it.
 */
export const findLetters: TextPass = (parts, { source }) => {
  const heads = letterHeads(parts);
  if (heads.length === 0) return parts;
  const isDigest = DIGEST.test(parts.find(({ shape }) => shape !== 'ruler')?.text ?? '');
  const found: Part[] = [];
  let at = 0;
  for (const [index, { from, to }] of heads.entries()) {
    const before = parts.slice(at, from);
    found.push(...(index === 0 && isDigest ? before.map(asFurniture) : before.map(withoutRemark)));
    found.push(...asHeading(parts.slice(from, to), { source, isOwn: isDigest || hasId(parts.slice(from, to)) }));
    at = to;
  }
  return [...found, ...parts.slice(at).map(withoutRemark)];
};

/** What a digest of a mailing list calls itself at its end. */
export function digestTitle(source: string): string | undefined {
  return DIGEST.test(source.trimStart().slice(0, 200)) ? DIGEST_END.exec(source.slice(-2000))?.[1]?.trim() : undefined;
}

function letterHeads(parts: readonly Part[]): readonly Head[] {
  const heads: Head[] = [];
  for (let from = 0; from < parts.length; from += 1) {
    if (!isKeyed(parts[from])) continue;
    let to = from + 1;
    let continued = 0;
    while (parts[to]?.gap === 0 && (isKeyed(parts[to]) || (continued < CONTINUED_MAX && isUndecided(parts[to])))) {
      continued = isKeyed(parts[to]) ? 0 : continued + 1;
      to += 1;
    }
    // What comes after the last key, such as a greeting, is text, unless it is set further in.
    const head = parts.slice(from, to);
    const keys = head.flatMap(({ text }) => text.split(/[\r\n]+/u).filter((line) => KEY.test(line)));
    if (keys.length >= 2 && keys.some((line) => FROM.test(line)) && keys.some((line) => DATED.test(line)))
      heads.push({ from, to });
    from = to - 1;
  }
  return heads;
}

function isKeyed(part: Part | undefined): boolean {
  return isUndecided(part) && KEY.test(part?.text ?? '');
}

function isUndecided(part: Part | undefined): boolean {
  return (
    part !== undefined &&
    part.as === undefined &&
    part.shape !== 'furniture' &&
    part.shape !== 'quote' &&
    part.shape !== 'ruler'
  );
}

/** A letter of an archive has a number of its own; one that is quoted below its answer has none. */
function hasId(head: readonly Part[]): boolean {
  return head.some(({ text }) => /^message-id\s?:/imu.test(text));
}

/** The parts of a head: its subject as a heading, with the lines in which it goes on, and the rest as furniture. */
function asHeading(
  head: readonly Part[],
  { source, isOwn }: { readonly source: string; readonly isOwn: boolean },
): readonly Part[] {
  const at = !isOwn
    ? -1
    : head.findIndex(({ text }) => SUBJECT.test(text) && !KEY.test(text.split(/[\r\n]+\s*/u)[1] ?? ''));
  const put = (parts: readonly Part[]): readonly Part[] => {
    const [first, ...rest] = parts;
    if (first === undefined) return [];
    const starts = rest.map(({ span }) => span[0]);
    return [joinParts(source, [first, ...rest], { shape: 'furniture', breaks: starts })];
  };
  if (at === -1) return put(head);
  let end = at + 1;
  while (end < head.length && !KEY.test(entryAt(head, end).text)) end += 1;
  const subject = joinParts(source, [entryAt(head, at), ...head.slice(at + 1, end)], {
    as: 'heading',
    level: 2,
    breaks: [],
  });
  return [...put(head.slice(0, at)), subject, ...put(head.slice(end))];
}

function asFurniture(part: Part): Part {
  return part.shape === 'ruler' ? part : { ...part, shape: 'furniture' };
}

function withoutRemark(part: Part): Part {
  return part.as === undefined && REMARK.test(part.text) ? asFurniture(part) : part;
}
