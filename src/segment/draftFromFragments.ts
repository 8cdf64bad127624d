import { detectLanguage } from '../language/detectLanguage.ts';
import { buildBlocks } from './buildBlocks.ts';
import type { Piece } from './piece.ts';
import { creditOf } from './credit.ts';
import type { Draft, DraftMetadata, SegmentOptions } from './draft.ts';
import type { Fragment } from './fragment.ts';
import { headerMetadata } from './headerMetadata.ts';
import { labelledTitle } from './labelledTitle.ts';
import { isByline } from './shape.ts';
import { withoutAddresses } from './signatures.ts';
import { withoutLicence } from './withoutLicence.ts';

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
  const fragments = withStandfirst(withoutKicker(withTitle(withoutAddresses(withoutLicence(read)), stated.title)));
  if (!fragments.some(({ kind }) => kind === 'paragraph'))
    return { kind: 'invalid', message: 'the file has no paragraph of text' };
  const source = fragments.map((fragment) => fragment.text).join('\n');
  const language = options.language ?? stated.language ?? detectLanguage(source) ?? 'en';
  const title =
    fragments.find(({ kind }) => kind === 'title')?.text ?? firstHeading(fragments) ?? labelledTitle(fragments);
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
    if (leads && isNamed(first.text, named))
      return fragments.with(at, { ...fragmentPages(first), kind: 'title', text: first.text });
    return [{ kind: 'title', text: named.replaceAll(/\s+/gu, ' ') }, ...fragments];
  }
  if (!leads || isSectionName(fragments, at)) return fragments;
  const isTop = fragments.every(
    ({ kind, level }, index) => index === at || kind !== 'heading' || (level ?? 0) > (first.level ?? 0),
  );
  return first.level === 1 || isTop
    ? fragments.with(at, { ...fragmentPages(first), kind: 'title', text: first.text })
    : fragments;
}

/** What the first section of any document is called, and no document is. */
const SECTION =
  /^(?:\d{1,2}\.?\s)?(?:purpose|introduction|overview|abstract|summary|executive summary|background|scope|preamble|preface|foreword|goals?|objectives?|contents|table of contents|getting started|installation|usage|einleitung|einführung|zusammenfassung|introducción|resumen|résumé)$/iu;
const SECTIONS_MIN = 2;

/** Whether a heading names a section like those that follow it on the same level: "Purpose". */
function isSectionName(fragments: readonly Fragment[], at: number): boolean {
  const first = fragments[at];
  return (
    first !== undefined &&
    SECTION.test(first.text) &&
    fragments.slice(at + 1).filter(({ kind, level }) => kind === 'heading' && level === first.level).length >=
      SECTIONS_MIN
  );
}

/** Whether a heading is what the title says, or that with a short form or number behind it. */
function isNamed(heading: string, title: string): boolean {
  const [long, short] = [foldedTitle(heading), foldedTitle(title)];
  return (
    long === short ||
    (short.length > TITLE_MIN_CHARS && long.startsWith(`${short} `) && long.length < short.length * 1.5)
  );
}

/** A heading right below the title without a text of its own, and deeper than the next one, names a part of the site. */
function withoutKicker(fragments: readonly Fragment[]): readonly Fragment[] {
  const at = fragments.findIndex(({ kind }) => kind === 'title') + 1;
  const [kicker, next] = [fragments[at], fragments[at + 1]];
  const isKicker =
    at > 0 && kicker?.kind === 'heading' && next?.kind === 'heading' && (kicker.level ?? 2) > (next.level ?? 2);
  return isKicker
    ? fragments.with(at, { ...fragmentPages(kicker), kind: 'paragraph', role: 'furniture', text: kicker.text })
    : fragments;
}

/** A paragraph right below the title that is emphasised from end to end, or a byline, is no part of the text. */
function withStandfirst(fragments: readonly Fragment[]): readonly Fragment[] {
  const title = fragments.findIndex(({ kind }) => kind === 'title');
  const at = fragments.findIndex(({ role }, index) => index > title && role !== 'furniture');
  const next = fragments[at];
  // A heading that is a whole sentence is a deck.
  if (
    title !== -1 &&
    next?.kind === 'heading' &&
    /\S\s\S+\s\S+.*[^.]\.["”’]?$/u.test(next.text) &&
    fragments[at + 1]?.kind !== 'heading'
  )
    return fragments.with(at, { ...fragmentPages(next), kind: 'standfirst', text: next.text });
  if (title === -1 || next?.kind !== 'paragraph' || next.role !== undefined) return fragments;
  if (next.emphasised === undefined && !isByline(next.text)) return fragments;
  const isLast = fragments.filter(({ kind }) => kind === 'paragraph').length === 1;
  return isLast ? fragments : fragments.with(at, { ...fragmentPages(next), kind: 'standfirst', text: next.text });
}

/** Shorter titles are also how longer ones begin. */
const TITLE_MIN_CHARS = 20;
/** What may be above the first heading of a text that names no title. */
const ABOVE_MAX = 6;
const ABOVE_MAX_CHARS = 120;

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
  const first = fragments.findIndex(({ kind, level }) => kind === 'heading' && level === 1);
  const [top, below] = [fragments[first], fragments[first + 1]];
  // Whose document it is, "Town of Rødvig", is above what it is.
  if (first !== -1 && below?.kind === 'heading' && below.level === 1 && below.text.length > (top?.text.length ?? 0) * 2)
    return below.text;
  // A text that begins before the first of its sections is not called what that is.
  const isSection =
    fragments
      .slice(0, Math.max(0, first))
      .some(({ kind, role, text }) => kind === 'paragraph' && role === undefined && text.length > ABOVE_MAX_CHARS) &&
    fragments.slice(first + 1).some(({ kind, level }) => kind === 'heading' && level === 1);
  if (isSection || (first !== -1 && isSectionName(fragments, first))) return undefined;
  if (first !== -1) return top?.text;
  const at = fragments.findIndex(({ kind }) => kind === 'heading');
  const above = fragments.slice(0, Math.max(0, at));
  const isHead = above.every(({ text }) => text.length <= ABOVE_MAX_CHARS && !/[.!?]$/u.test(text));
  const named = fragments[at]?.text ?? '';
  return above.length > 0 && above.length <= ABOVE_MAX && isHead && (named.match(/\p{L}{2,}/gu)?.length ?? 0) > 1
    ? named
    : undefined;
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
