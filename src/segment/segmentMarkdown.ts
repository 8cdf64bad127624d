import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { detectLanguage } from '../language/detectLanguage.ts';
import { buildBlocks, type Piece } from './buildBlocks.ts';
import { creditOf } from './credit.ts';
import { checkText } from './decodeText.ts';
import type { Draft, DraftMetadata, SegmentOptions } from './draft.ts';
import { firstWords, headerMetadata } from './headerMetadata.ts';
import { isByline } from './shape.ts';
import { readFrontMatter } from './markdown/frontMatter.ts';
import { fragmentsOf } from './markdown/fragments.ts';
import type { Fragment } from './markdown/fragment.ts';

/**
 * Reads Markdown (CommonMark, GitHub's tables, footnotes and task lists, YAML front matter) as an article. The source
 * is the text without its markup, each block on its own line; only code keeps its line breaks.
 */
export function segmentMarkdown(text: string, options: SegmentOptions = {}): Draft {
  const read = checkText(text);
  if (read.kind === 'invalid') return read;
  const children = parseTree(read.text);
  if (children === undefined) return { kind: 'invalid', message: 'the file nests its quotes or lists too deeply' };
  const front = readFrontMatter(children[0]?.type === 'yaml' ? children[0].value : '');
  if (front.kind === 'invalid') return front;
  const fragments = withStandfirst(withTitle(fragmentsOf(children), front.metadata.title));
  if (!fragments.some(({ kind }) => kind === 'paragraph'))
    return { kind: 'invalid', message: 'the file has no paragraph of text' };
  const source = fragments.map((fragment) => fragment.text).join('\n');
  const language = options.language ?? front.metadata.language ?? detectLanguage(source) ?? 'en';
  const title = fragments.find(({ kind }) => kind === 'title')?.text;
  const pieces = placedPieces(fragments);
  const metadata: DraftMetadata = {
    ...headerMetadata(source, { title: undefined, pieces }),
    ...front.metadata,
    title: title ?? firstHeading(fragments) ?? firstWords(source),
    language,
  };
  return { kind: 'draft', source, blocks: buildBlocks(pieces, { source, language }), metadata };
}

/**
 * Parses Markdown; undefined if it nests so deeply that the parser, which is recursive, or a walk over its tree gives
 * up.
 */
function parseTree(text: string): readonly RootContent[] | undefined {
  if (/^ {0,3}(?:>[ \t]{0,4}|(?:[*+-]|\d{1,9}[.)])[ \t]{1,4}){1000}/mu.test(text)) return undefined;
  return fromMarkdown(text, {
    extensions: [gfm(), frontmatter()],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown()],
  }).children;
}

/** The title is at the head of the source: the first heading of level 1, or what the front matter says, put there. */
function withTitle(fragments: readonly Fragment[], named: string | undefined): readonly Fragment[] {
  const at = fragments.findIndex(({ kind }) => kind === 'heading');
  const first = fragments[at];
  const leads = first !== undefined && fragments.slice(0, at).every(({ kind }) => kind === 'caption');
  if (named !== undefined) {
    if (leads && foldedTitle(first.text) === foldedTitle(named))
      return fragments.with(at, { kind: 'title', text: first.text });
    return [{ kind: 'title', text: named.replaceAll(/\s+/gu, ' ') }, ...fragments];
  }
  if (!leads) return fragments;
  const isTop = fragments.every(
    ({ kind, level }, index) => index === at || kind !== 'heading' || (level ?? 0) > (first.level ?? 0),
  );
  return first.level === 1 || isTop ? fragments.with(at, { kind: 'title', text: first.text }) : fragments;
}

/** A paragraph right below the title that is emphasised from end to end, or a byline, is no part of the text. */
function withStandfirst(fragments: readonly Fragment[]): readonly Fragment[] {
  const at = fragments.findIndex(({ kind }) => kind === 'title') + 1;
  const next = fragments[at];
  if (at === 0 || next?.kind !== 'paragraph' || next.role !== undefined) return fragments;
  if (next.emphasised === undefined && !isByline(next.text)) return fragments;
  const isLast = fragments.filter(({ kind }) => kind === 'paragraph').length === 1;
  return isLast ? fragments : fragments.with(at, { kind: 'standfirst', text: next.text });
}

function placedPieces(fragments: readonly Fragment[]): readonly Piece[] {
  let start = 0;
  return fragments.map(({ kind, text, level, role }): Piece => {
    const span = [start, start + text.length] as const;
    const credit = kind === 'caption' ? creditOf(text) : undefined;
    start = span[1] + 1;
    return {
      kind,
      span,
      ...(level === undefined ? {} : { level }),
      ...(role === undefined ? {} : { role }),
      ...(credit === undefined || credit[0] === 0 ? {} : { credit: [span[0] + credit[0], span[0] + credit[1]] }),
    };
  });
}

function firstHeading(fragments: readonly Fragment[]): string | undefined {
  return fragments.find(({ kind, level }) => kind === 'heading' && level === 1)?.text;
}

function foldedTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
