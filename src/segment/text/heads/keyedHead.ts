import { entryAt } from '../../../runtime/entryAt.ts';
import { headLines } from '../../head/headLines.ts';
import { firstWritten, setApart, type HeadReader } from './head.ts';

/** Parts at the start that are looked at for lines such as "Title: …". */
const HEAD_MAX_PARTS = 200;

/** Reads lines with keys at the start of a text: "Title: …", "From: …". */
export const keyedHead: HeadReader = (parts, source) => {
  const at = firstWritten(parts);
  if (at === -1) return undefined;
  const from = entryAt(parts, at).span[0];
  const lines = headLines(source.slice(from));
  if (lines === undefined) return undefined;
  const end = from + lines.end;
  const until = parts.findIndex(({ span }) => span[1] > end);
  const isWhole = until !== -1 && until > at && entryAt(parts, until).span[0] >= end && until - at <= HEAD_MAX_PARTS;
  if (!isWhole || !parts.slice(until).some(({ shape }) => shape === 'prose')) return undefined;
  return { parts: setApart(parts, { from: at, until, source }), values: lines.values };
};
