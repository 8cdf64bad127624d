import { decodeEntities } from '../../segment/markdown/decodeEntities.ts';
import { oneLine } from '../../segment/oneLine.ts';
import { isHeadingLike } from '../../segment/shape.ts';

/** Fewer words than these name no document: "Draft", "Page". */
const WORDS_MIN = 2;
const PLACEHOLDER = /^\[|type here|even page|odd page|first page|\b(?:page|seite|draft|confidential)\b/iu;

/** The line that a Word document has at the head of its pages, if that is one, and could be a title. */
export function runningHead(parts: readonly (readonly [path: string, xml: string])[]): string | undefined {
  const heads = parts.flatMap(([path, xml]) => (/^word\/header\d{1,3}\.xml$/u.test(path) ? [headText(xml)] : []));
  const [only, ...others] = new Set(heads.filter((text) => text !== ''));
  if (only === undefined || others.length > 0 || PLACEHOLDER.test(only)) return undefined;
  return isHeadingLike(only) && (only.match(/\p{L}{2,}/gu)?.length ?? 0) >= WORDS_MIN ? only : undefined;
}

function headText(xml: string): string {
  const runs = Array.from(xml.matchAll(/<w:t(?:\s[^<>]{0,100})?>([^<]*)<\/w:t>|<\/w:p>/gu), ([, text]) => text ?? ' ');
  return oneLine(decodeEntities(runs.join('')));
}
