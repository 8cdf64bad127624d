import { detectLanguage } from '../language/detectLanguage.ts';
import { buildBlocks, type Piece } from './buildBlocks.ts';
import { creditOf } from './credit.ts';
import type { Draft, DraftMetadata, SegmentOptions } from './draft.ts';
import type { Fragment } from './fragment.ts';
import { headerMetadata } from './headerMetadata.ts';
import { isByline } from './shape.ts';

/**
 * Makes a draft from the blocks of a file with markup, in reading order. The source is their texts, each on a line of
 * its own; what the file says about itself (`metadata`) overrides what its head looks like.
 */
export function draftFromFragments(
  read: readonly Fragment[],
  {
    metadata: stated,
    options,
    notes = [],
  }: {
    readonly metadata: Partial<DraftMetadata>;
    readonly options: SegmentOptions;
    readonly notes?: readonly string[];
  },
): Draft {
  const fragments = withStandfirst(withTitle(read, stated.title));
  if (!fragments.some(({ kind }) => kind === 'paragraph'))
    return { kind: 'invalid', message: 'the file has no paragraph of text' };
  const source = fragments.map((fragment) => fragment.text).join('\n');
  const language = options.language ?? stated.language ?? detectLanguage(source) ?? 'en';
  const title = fragments.find(({ kind }) => kind === 'title')?.text ?? firstHeading(fragments);
  const pieces = placedPieces(fragments);
  const metadata: DraftMetadata = {
    ...headerMetadata(source, { title: undefined, pieces }),
    ...stated,
    ...(title === undefined ? {} : { title }),
    language,
  };
  return { kind: 'draft', source, blocks: buildBlocks(pieces, { source, language }), metadata, notes };
}

/** The title is at the head of the source: the first heading of level 1, or what the front matter says, put there. */
function withTitle(fragments: readonly Fragment[], named: string | undefined): readonly Fragment[] {
  const at = fragments.findIndex(({ kind }) => kind === 'heading');
  const first = fragments[at];
  const leads = first !== undefined && fragments.slice(0, at).every(({ kind }) => kind === 'caption');
  if (named !== undefined) {
    if (leads && foldedTitle(first.text) === foldedTitle(named))
      return fragments.with(at, { ...fragmentPages(first), kind: 'title', text: first.text });
    return [{ kind: 'title', text: named.replaceAll(/\s+/gu, ' ') }, ...fragments];
  }
  if (!leads) return fragments;
  const isTop = fragments.every(
    ({ kind, level }, index) => index === at || kind !== 'heading' || (level ?? 0) > (first.level ?? 0),
  );
  return first.level === 1 || isTop
    ? fragments.with(at, { ...fragmentPages(first), kind: 'title', text: first.text })
    : fragments;
}

/** A paragraph right below the title that is emphasised from end to end, or a byline, is no part of the text. */
function withStandfirst(fragments: readonly Fragment[]): readonly Fragment[] {
  const at = fragments.findIndex(({ kind }) => kind === 'title') + 1;
  const next = fragments[at];
  if (at === 0 || next?.kind !== 'paragraph' || next.role !== undefined) return fragments;
  if (next.emphasised === undefined && !isByline(next.text)) return fragments;
  const isLast = fragments.filter(({ kind }) => kind === 'paragraph').length === 1;
  return isLast ? fragments : fragments.with(at, { ...fragmentPages(next), kind: 'standfirst', text: next.text });
}

function placedPieces(fragments: readonly Fragment[]): readonly Piece[] {
  let start = 0;
  return fragments.map(({ kind, text, level, role, ...fragment }): Piece => {
    const span = [start, start + text.length] as const;
    const credit = kind === 'caption' ? creditOf(text) : undefined;
    start = span[1] + 1;
    return {
      kind,
      span,
      ...fragmentPages(fragment, span[0]),
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

/** The pages of a fragment, with turns counted from `start`. */
function fragmentPages(
  { page, pageTurns }: Pick<Fragment, 'page' | 'pageTurns'>,
  start = 0,
): Pick<Fragment, 'page' | 'pageTurns'> {
  return {
    ...(page === undefined ? {} : { page }),
    ...(pageTurns === undefined ? {} : { pageTurns: pageTurns.map(([offset, next]) => [start + offset, next]) }),
  };
}
