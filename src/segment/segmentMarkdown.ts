import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { checkText } from './decodeText.ts';
import type { Draft, SegmentOptions } from './draft.ts';
import { draftFromFragments } from './draftFromFragments.ts';
import type { Fragment } from './fragment.ts';
import { headLines } from './head/headLines.ts';
import { headMetadata } from './head/headMetadata.ts';
import { readHead } from './head/readHead.ts';
import { outsideCode } from './markdown/outsideCode.ts';
import { withoutDialects } from './markdown/withoutDialects.ts';
import { withoutDirectives } from './markdown/withoutDirectives.ts';
import { withoutTemplates } from './markdown/withoutTemplates.ts';
import { fragmentsOf } from './markdown/fragments.ts';
import { TIMES_NOTE, withoutTimes } from './lines/withoutTimes.ts';

/**
 * Reads Markdown (CommonMark, GitHub's tables, footnotes and task lists, YAML front matter) as an article. The source
 * is the text without its markup, each block on its own line; only code keeps its line breaks.
 */
export function segmentMarkdown(text: string, options: SegmentOptions = {}): Draft {
  const read = checkText(text);
  if (read.kind === 'invalid') return read;
  const head = readHead(read.text);
  const timeless = withoutTimes(head.body);
  // A line with nothing but a space that does not break, as editors on the web leave it, is an empty one.
  const body = (timeless ?? head.body).replaceAll(/^[^\S\n]+$/gmu, '');
  const children = parseTree(outsideCode(withoutDirectives(body), (open) => withoutDialects(withoutTemplates(open))));
  if (children === undefined) return { kind: 'invalid', message: 'the file nests its quotes or lists too deeply' };
  const fragments = fragmentsOf(children);
  const { metadata, notes } = headMetadata({ ...headInBlocks(fragments), ...head.values });
  return draftFromFragments(fragments, {
    metadata,
    options,
    notes: [...head.notes, ...(timeless === undefined ? [] : [TIMES_NOTE]), ...notes],
  });
}

/** Proposals have their head in a code block, a table or a list at the top: "Title: …". */
function headInBlocks(fragments: readonly Fragment[]): Readonly<Record<string, string>> {
  const from = fragments.findIndex(({ kind }) => kind === 'paragraph');
  const first = fragments[from];
  if (first === undefined || from > 1 || !(first.role === 'code' || first.role === 'row' || first.role === 'item'))
    return {};
  const until = fragments.findIndex(({ role }, index) => index > from && role !== first.role);
  const lines = fragments.slice(from, until === -1 ? fragments.length : until).map(({ text }) => text);
  return headLines(lines.join('\n'))?.values ?? {};
}

/**
 * Parses Markdown; undefined if it nests so deeply that the parser, which is recursive, or a walk over its tree gives
 * up.
 */
function parseTree(text: string): readonly RootContent[] | undefined {
  if (/^ {0,3}(?:>[ \t]{0,4}|(?:[*+-]|\d{1,9}[.)])[ \t]{1,4}){1000}/mu.test(text)) return undefined;
  return fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  }).children;
}
