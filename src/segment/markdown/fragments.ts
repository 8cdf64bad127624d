import type { Code, Image, ImageReference, List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { creditOf } from '../credit.ts';
import { isByline, isHeadingLike, isNameLike, isTurn } from '../shape.ts';
import type { Fragment } from '../fragment.ts';
import { htmlFragments } from './htmlFragments.ts';
import { inlineText } from './inlineText.ts';
import { isVerse } from '../lines/isVerse.ts';
import { oneLine } from '../oneLine.ts';
import { isNarrow, setLines } from '../lines/setLines.ts';
import { withRole } from '../withRole.ts';
import { entryAt } from '../../runtime/entryAt.ts';

type Picture = Image | ImageReference;

/** Pictures that show nothing of what the text is about. */
const BADGE = /badge|shields\.io|\blogo\b/iu;
const CAPTION_MAX_CHARS = 500;
/** Fewer words may be output of a program. */
const PROSE_WORDS = 10;

/**
 * Lists the blocks of a Markdown tree in reading order, without marks. Footnotes come last; an italic line behind a
 * picture is its caption, else the picture's title or alternative text is.
 */
export function fragmentsOf(nodes: readonly RootContent[]): readonly Fragment[] {
  const notes = nodes.flatMap((node) =>
    node.type === 'footnoteDefinition' ? withRole(fragmentsOf(node.children), 'footnote') : [],
  );
  const body: Fragment[] = [];
  let level = 1;
  for (const [index, node] of nodes.entries()) {
    const before = nodes[index - 1];
    const found = fragmentsOfNode(node, { before, next: nodes[index + 1], level });
    for (const fragment of found)
      if (fragment.kind === 'heading' && !fragment.emphasised) level = fragment.level ?? level;
    body.push(...found);
  }
  return [...body, ...notes];
}

interface Around {
  readonly before: RootContent | undefined;
  readonly next: RootContent | undefined;
  /** Of the heading above. */
  readonly level: number;
}

/** How each kind of block is read; those that are not named here have no text of their own. */
const READERS: {
  readonly [Type in RootContent['type']]?: (
    node: Extract<RootContent, { type: Type }>,
    around: Around,
  ) => readonly Fragment[];
} = {
  heading: ({ depth, children }) => withText({ kind: 'heading', level: depth }, inlineText(children)),
  paragraph,
  blockquote: ({ children }) => withRole(fragmentsOf(children), 'quote'),
  list: (list) =>
    (anchorsOf(list) ?? 0) < CONTENTS_MIN
      ? list.children.flatMap((item, at) => {
          const fragments = ticked(withRole(fragmentsOf(item.children), 'item'), item.checked ?? undefined);
          return list.ordered === true ? numbered(fragments, `${(list.start ?? 1) + at}.`) : fragments;
        })
      : list.children
          .flatMap((item) => fragmentsOf(item.children))
          .map(({ text }): Fragment => ({ kind: 'paragraph', role: 'furniture', text })),
  table: ({ children }) =>
    children.flatMap((row) =>
      withText(
        { kind: 'paragraph', role: 'row' },
        row.children
          .map((cell) => inlineText(cell.children))
          .join('\t')
          .trim(),
      ),
    ),
  code: (node) =>
    isIndentedProse(node)
      ? node.value.split(/\n\s*\n/u).flatMap((text) => withText({ kind: 'paragraph' }, oneLine(text)))
      : withText({ kind: 'paragraph', role: 'code' }, node.value.replace(/^(?:[^\S\n]*\n)+/u, '').trimEnd()),
  html: ({ value }) => htmlFragments(value),
};

/** Fewer links are no table of contents. */
const CONTENTS_MIN = 3;

/** How many entries a list has that are nothing but links to places in its own file, those below others too; undefined if an item is anything else. */
function anchorsOf({ children }: List): number | undefined {
  let count = 0;
  for (const { children: blocks } of children)
    for (const block of blocks) {
      const below =
        block.type === 'list' ? anchorsOf(block) : block.type === 'paragraph' && isAnchor(block) ? 1 : undefined;
      if (below === undefined) return undefined;
      count += below;
    }
  return count;
}

function isAnchor({ children }: Paragraph): boolean {
  const written = children.filter((child) => !isBlank(child));
  return written.length === 1 && written[0]?.type === 'link' && written[0].url.startsWith('#');
}

/** Whether a block that only its indent makes code is whole sentences, as below the numbered paragraphs of laws. */
function isIndentedProse({ value, position }: Code): boolean {
  const lines = value.split('\n');
  const isIndented = position !== undefined && position.end.line - position.start.line + 1 === lines.length;
  return (
    isIndented &&
    /^["“„(]?\p{Lu}\p{L}*,?\s\p{L}/u.test(value) &&
    /[.:;]["”“)]?\s*$/u.test(value) &&
    (value.match(/\p{L}{2,}/gu)?.length ?? 0) >= PROSE_WORDS &&
    !/[{}<>=$\\|]|\(\)|;\n/u.test(value)
  );
}

/** Writes whether a task is done, which its box says and its words do not. */
function ticked(fragments: readonly Fragment[], isDone: boolean | undefined): readonly Fragment[] {
  const [first, ...rest] = fragments;
  if (isDone === undefined || first === undefined) return fragments;
  return [{ ...first, text: `${isDone ? '[x]' : '[ ]'} ${first.text}` }, ...rest];
}

/** Writes the number by which people see and cite an item of an ordered list. */
function numbered(fragments: readonly Fragment[], number: string): readonly Fragment[] {
  const [first, ...rest] = fragments;
  return first?.kind !== 'paragraph' || first.role === 'code'
    ? fragments
    : [{ ...first, text: `${number} ${first.text}` }, ...rest];
}

function fragmentsOfNode(node: RootContent, around: Around): readonly Fragment[] {
  return READERS[node.type]?.(node as never, around) ?? [];
}

function paragraph({ children }: Paragraph, { before, next, level }: Around): readonly Fragment[] {
  const pictures = picturesAlone(children);
  if (pictures) {
    const own = captionBehind(children) ?? (next?.type === 'paragraph' ? captionLine(next.children) : undefined);
    const captioned = pictures.filter((picture) => !isBadge(picture));
    if (own !== undefined && own === captionBehind(children)) return withText({ kind: 'caption' }, own);
    if (own !== undefined) return captioned.slice(0, -1).flatMap(alternative);
    return captioned.flatMap(alternative);
  }
  if (before?.type === 'paragraph' && picturesAlone(before.children) && captionBehind(before.children) === undefined) {
    const caption = captionLine(children);
    if (caption !== undefined) return withText({ kind: 'caption' }, caption);
  }
  const label = labelAbove(children);
  if (label !== undefined) {
    const { heading, below } = label;
    const named = withText({ kind: 'heading', level: Math.min(6, level + 1), emphasised: 'strong' }, heading);
    return [...named, ...paragraph({ type: 'paragraph', children: [...below] }, { before: undefined, next, level })];
  }
  const broken = hardLines(children);
  const verse = broken.map(inlineText);
  if (isVerse(verse) || (verse.length > 2 && isNarrow(verse) && setLines(verse).length === 0))
    return withText({ kind: 'paragraph' }, verse.join('\n'));
  if (setLines(verse).length > 0)
    return broken.flatMap((line) =>
      paragraph({ type: 'paragraph', children: [...line] }, { before: undefined, next: undefined, level }),
    );
  const turns = turnsOf(children);
  if (turns.length > 1) return turns.flatMap((turn) => withText({ kind: 'paragraph' }, inlineText(turn)));
  const text = inlineText(children);
  // "\\* \\* \\*" parts two sections and says nothing.
  if (/^[*_~=\s·•–—-]+$/u.test(text)) return [];
  const emphasised = emphasisOf(children);
  if (emphasised === 'strong' && isHeadingLike(text) && !isByline(text))
    return withText({ kind: 'heading', level: Math.min(6, level + 1), emphasised }, text);
  const isStruck = /^~~(?:(?!~~)[\s\S])+~~\.?$/u.test(text);
  return withText(
    { kind: 'paragraph', ...(emphasised ? { emphasised } : {}), ...(isStruck ? { role: 'struck' } : {}) },
    text,
  );
}

/** "**Do you offer refunds?**" on a line of its own above what is said of it. */
function labelAbove(
  children: readonly PhrasingContent[],
): { readonly heading: string; readonly below: readonly PhrasingContent[] } | undefined {
  const [first, second, ...rest] = children;
  if (first?.type !== 'strong' || second === undefined) return undefined;
  const heading = inlineText(first.children);
  if (!isHeadingLike(heading) || isNameLike(heading) || isByline(heading)) return undefined;
  if (second.type === 'break') return rest.length === 0 ? undefined : { heading, below: rest };
  if (second.type !== 'text' || !/^[ \t]*\n/u.test(second.value)) return undefined;
  const below: PhrasingContent[] = [{ ...second, value: second.value.trimStart() }, ...rest];
  return inlineText(below) === '' ? undefined : { heading, below };
}

/** The lines of a paragraph all of whose lines end with a hard break; none if it has none, or line ends that are none. */
function hardLines(children: readonly PhrasingContent[]): readonly (readonly PhrasingContent[])[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'text' && child.value.trim().includes('\n')) return [];
    if (child.type === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  const written = lines.filter((line) => line.some((part) => !isBlank(part)));
  return written.length > 1 ? written : [];
}

/** "Owner: Jane Roe", "Last edited time: May 15, 2024" */
const FIELD = /^\p{L}[\p{L}\p{N} /&'’()-]{0,40}:\s+\S/u;

/**
 * Parts a paragraph at the lines on which somebody else speaks, "JN: …", "YK: …", or each at its line if all are fields. One part if fewer than two
 * lines do.
 */
function turnsOf(children: readonly PhrasingContent[]): readonly (readonly PhrasingContent[])[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    const [first = '', ...rest] = child.type === 'text' ? child.value.split('\n') : [];
    if (child.type === 'break') lines.push([]);
    else if (rest.length === 0) lines.at(-1)?.push(child);
    else {
      lines.at(-1)?.push({ type: 'text', value: first });
      lines.push(...rest.map((value): PhrasingContent[] => [{ type: 'text', value }]));
    }
  }
  const texts = lines.map(inlineText);
  if (texts.every((text) => FIELD.test(text))) return lines;
  const isSpoken = texts.map(isTurn);
  if (isSpoken.filter(Boolean).length < 2) return [children];
  return lines.reduce<PhrasingContent[][]>((parts, line, index) => {
    const open = parts.at(-1);
    if (open && !isSpoken[index]) open.push({ type: 'text', value: '\n' }, ...line);
    else parts.push([...line]);
    return parts;
  }, []);
}

function alternative(picture: Picture): readonly Fragment[] {
  const title = 'title' in picture ? picture.title : undefined;
  return withText({ kind: 'caption' }, oneLine(title || picture.alt || ''));
}

/** The pictures of a paragraph that has nothing else, but for a caption in italics behind them. */
function picturesAlone(children: readonly PhrasingContent[]): readonly Picture[] | undefined {
  const written = children.filter((child) => !isBlank(child));
  const pictures = written.flatMap((child) => {
    const inner =
      child.type === 'link' || child.type === 'linkReference'
        ? child.children.filter((part) => !isBlank(part))
        : [child];
    return inner.every((part) => part.type === 'image' || part.type === 'imageReference') ? inner : [];
  });
  const rest = written.filter((child) => !hasPicture(child));
  if (pictures.length === 0) return undefined;
  return rest.length === 0 || (rest.length === 1 && entryAt(rest, 0).type === 'emphasis' && rest[0] === written.at(-1))
    ? pictures
    : undefined;
}

function hasPicture(node: PhrasingContent): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true;
  return (
    (node.type === 'link' || node.type === 'linkReference') &&
    node.children.length > 0 &&
    node.children.every((child) => isBlank(child) || hasPicture(child))
  );
}

function captionBehind(children: readonly PhrasingContent[]): string | undefined {
  const last = children.findLast((child) => !isBlank(child));
  return last?.type === 'emphasis' ? inlineText(last.children) : undefined;
}

/**
 * The words of a paragraph that is under a picture as its caption: in italics, or closed by a credit and begun by
 * italics.
 */
function captionLine(children: readonly PhrasingContent[]): string | undefined {
  const text = inlineText(children);
  if (text === '' || text.length > CAPTION_MAX_CHARS) return undefined;
  const first = children.find((child) => !isBlank(child));
  const italic = emphasisOf(children) === 'emphasis' || (first?.type === 'emphasis' && creditOf(text) !== undefined);
  return italic ? text : undefined;
}

function emphasisOf(children: readonly PhrasingContent[]): 'emphasis' | 'strong' | undefined {
  const written = children.filter((child) => !isBlank(child));
  const [only] = written;
  return written.length === 1 && (only?.type === 'emphasis' || only?.type === 'strong') ? only.type : undefined;
}

function isBadge(picture: Picture): boolean {
  return BADGE.test('url' in picture ? picture.url : picture.identifier);
}

function isBlank(node: PhrasingContent): boolean {
  return (
    node.type === 'break' ||
    ((node.type === 'text' || node.type === 'html') &&
      (node.type === 'html' ? /^<(?:br\b|!--)/iu.test(node.value) : node.value.trim() === ''))
  );
}

function withText(fragment: Omit<Fragment, 'text'>, text: string): readonly Fragment[] {
  return text.trim() === '' ? [] : [{ ...fragment, text }];
}
