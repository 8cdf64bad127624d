import { entryAt } from '../../../runtime/entryAt.ts';
import { headLines, type HeadLines } from '../../head/headLines.ts';
import type { Part } from '../part.ts';
import { firstWritten, setApart, type HeadReader } from './head.ts';

const NOTICE_MAX_WEIGHT = 60;
/** Parts at the start that are looked at for lines such as "Title: …". */
const HEAD_MAX_PARTS = 200;

/** Reads lines with keys at the start of a text: "Title: …", "From: …". */
export const keyedHead: HeadReader = (parts, source) => {
  const at = firstWritten(parts);
  if (at === -1) return undefined;
  return headAt(parts, { at, source }) ?? headBelowNotice(parts, { at, source });
};

/** A mail below a line that says how it came: "(I received this via email.)" and a drawn line. */
function headBelowNotice(
  parts: readonly Part[],
  { at, source }: { readonly at: number; readonly source: string },
): ReturnType<HeadReader> {
  const notice = parts[at];
  const next = parts.findIndex(({ shape }, index) => index > at && shape !== 'ruler');
  if (notice === undefined || notice.weight > NOTICE_MAX_WEIGHT || parts[next - 1]?.shape !== 'ruler') return undefined;
  const lines = headLines(source.slice(parts[next]?.span[0]));
  return lines !== undefined && isMail(lines) ? headAt(parts, { at: next, source }) : undefined;
}

function headAt(
  parts: readonly Part[],
  { at, source }: { readonly at: number; readonly source: string },
): ReturnType<HeadReader> {
  const from = entryAt(parts, at).span[0];
  const lines = headLines(source.slice(from));
  if (lines === undefined) return undefined;
  const end = from + lines.end;
  const until = parts.findIndex(({ span }) => span[1] > end);
  const isWhole = until !== -1 && until > at && entryAt(parts, until).span[0] >= end && until - at <= HEAD_MAX_PARTS;
  if (!isWhole || !parts.slice(until).some(({ shape }) => shape === 'prose' || (shape === 'short' && isMail(lines))))
    return undefined;
  return { parts: setApart(parts, { from: at, until, source }), values: lines.values };
}

/** Whether keys are those of a mail, which may say as little as a title does. */
function isMail({ values }: HeadLines): boolean {
  const keys = new Set(Object.keys(values).map((key) => key.toLowerCase()));
  return keys.has('from') && (keys.has('to') || keys.has('message-id')) && (keys.has('date') || keys.has('subject'));
}
