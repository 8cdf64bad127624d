import { checkText } from '../decodeText.ts';
import type { Draft, SegmentOptions } from '../draft.ts';
import { draftFromFragments } from '../draftFromFragments.ts';
import type { Fragment } from '../fragment.ts';
import { headMetadata, isHeadKey } from '../head/headMetadata.ts';
import { readHead } from '../head/readHead.ts';
import { rstNames } from './rstNames.ts';
import { rstFragments } from './rstBlocks.ts';
import { indentedLines, isEmptyLine } from './rstLines.ts';

const TAB = 8;
/** Share of a text in indented blocks, above which its author indents what others do not. */
const QUOTED_SHARE = 0.5;

/**
 * Reads reStructuredText as an article: sections, lists, tables, notes, literal blocks, the directives and roles of docutils
 * and Sphinx. The source is the text without its marks, each block on its own line; only code keeps its line breaks.
 */
export function segmentRst(text: string, options: SegmentOptions = {}): Draft {
  const read = checkText(text);
  if (read.kind === 'invalid') return read;
  const head = readHead(read.text);
  const lines = head.body.split(/\r\n|[\n\r]/u).map(withoutTabs);
  const fields = docinfo(lines);
  const names = rstNames(fields.lines);
  const fragments = rstFragments(fields.lines, { names, styles: [], level: { now: 1 }, depth: { now: 0 } });
  const { metadata, notes } = headMetadata({ ...fields.values, ...head.values });
  return draftFromFragments(withoutIndent(fragments), { metadata, options, notes: [...head.notes, ...notes] });
}

/** Takes fields such as ":Author: Jane Roe" out of the top of a document that say what every document has. */
function docinfo(lines: readonly string[]): {
  readonly lines: readonly string[];
  readonly values: Readonly<Record<string, string>>;
} {
  const values: Record<string, string> = {};
  const kept = [...lines];
  const first = lines.findIndex((line) => /^:[^:\s][^:]{0,40}:(?:[ \t]|$)/u.test(line));
  const isTop =
    lines.slice(0, Math.max(0, first)).filter((line) => !isEmptyLine(line) && !line.startsWith('..')).length <= 3;
  if (first === -1 || !isTop) return { lines, values };
  for (let at = first; at < lines.length && !isEmptyLine(lines[at]); at += 1) {
    const [, key, value] = /^:([^:\s][^:]{0,40}):(?:[ \t]+|$)(.*)$/u.exec(lines[at] ?? '') ?? [];
    if (key === undefined || !isHeadKey(key)) continue;
    const { lines: below, end } = indentedLines({ lines, at: at + 1 });
    const whole = [value, ...below].join(' ').trim();
    if (whole === '' || key in values) continue;
    values[key] = whole;
    for (let gone = at; gone < end; gone += 1) kept[gone] = '';
  }
  return { lines: kept, values };
}

function withoutIndent(fragments: readonly Fragment[]): readonly Fragment[] {
  const sizeOf = (of: readonly Fragment[]): number => of.reduce((sum, { text }) => sum + text.length, 0);
  const prose = fragments.filter(({ kind, role }) => kind === 'paragraph' && (role === undefined || role === 'quote'));
  const quotes = prose.filter(({ role }) => role === 'quote');
  if (sizeOf(quotes) <= sizeOf(prose) * QUOTED_SHARE) return fragments;
  return fragments.map(({ role, ...fragment }) =>
    role === undefined || role === 'quote' ? fragment : { ...fragment, role },
  );
}

function withoutTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let text = '';
  for (const letter of line) text += letter === '\t' ? ' '.repeat(TAB - (text.length % TAB)) : letter;
  return text;
}
