import type { Fragment } from '../fragment.ts';
import { htmlFragments } from '../markdown/htmlFragments.ts';
import { withRole } from '../withRole.ts';
import type { RstDocument } from './rstDocument.ts';
import { rstInline } from './rstInline.ts';
import { indentOf, isEmptyLine } from './rstLines.ts';
import { commaRows, rowFragments } from './rstTables.ts';

/** A directive as it is written, its body without the indent. */
interface Directive {
  readonly name: string;
  readonly argument: string;
  readonly body: readonly string[];
}

/** The same with its options apart from what it holds. */
interface Parts extends Directive {
  readonly options: Readonly<Record<string, string>>;
  readonly content: readonly string[];
}

type Blocks = (lines: readonly string[], document: RstDocument) => readonly Fragment[];
type DirectiveReader = (parts: Parts, document: RstDocument, blocks: Blocks) => readonly Fragment[];

const BADGE = /badge|shields\.io|\blogo\b/iu;

/** Shown above what it holds: "Note: Tickets stay valid." */
const labelled =
  (label: string): DirectiveReader =>
  ({ argument, body, options, content }, document, blocks) => {
    const lines = [argument, ...(Object.keys(options).length > 0 ? content : body)];
    const read = blocks(lines, document);
    const [first, ...rest] = read;
    return first?.kind === 'paragraph' && first.role === undefined
      ? [{ ...first, text: `${label}: ${first.text}` }, ...rest]
      : [{ kind: 'paragraph', text: label }, ...read];
  };
/** Said of a version, with what is said of it: "Added in version 3.5: …" */
const versioned =
  (said: string): DirectiveReader =>
  ({ argument, body }, document, blocks) => {
    const [version = '', ...words] = argument.split(/\s+/u);
    const read = blocks([words.join(' '), ...body], document);
    const [first, ...rest] = read;
    return first?.kind === 'paragraph' && first.role === undefined
      ? [{ ...first, text: `${said} ${version}: ${first.text}` }, ...rest]
      : [{ kind: 'paragraph', text: `${said} ${version}.` }, ...read];
  };
const nothing: DirectiveReader = () => [];
/** What it is called is for the program, what it holds for readers. */
const contentOnly: DirectiveReader = ({ content }, document, blocks) => blocks(content, document);
const titled: DirectiveReader = ({ argument, content }, document, blocks) => [
  ...said(argument, document, { kind: 'paragraph', emphasised: 'strong' }),
  ...blocks(content, document),
];
const code: DirectiveReader = ({ options, content, argument, name }, document) => [
  ...said(options['caption'] ?? '', document, { kind: 'paragraph' }),
  ...codeBlock([...(name === 'math' ? [argument] : []), ...content]),
];
const quoted: DirectiveReader = ({ content }, document, blocks) => withRole(blocks(content, document), 'quote');

const READERS: Readonly<Record<string, DirectiveReader>> = {
  ...Object.fromEntries(
    ['note', 'warning', 'caution', 'important', 'tip', 'hint', 'attention', 'danger', 'error', 'todo'].map((name) => [
      name,
      labelled(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`),
    ]),
  ),
  seealso: labelled('See also'),
  versionadded: versioned('Added in version'),
  versionchanged: versioned('Changed in version'),
  versionremoved: versioned('Removed in version'),
  deprecated: versioned('Deprecated since version'),
  ...Object.fromEntries(
    'toctree contents include literalinclude index highlight currentmodule module py:module py:currentmodule role default-role meta sectnum section-numbering target-notes tags bibliography tabularcolumns highlightlang autosummary'
      .split(' ')
      .map((name) => [name, nothing]),
  ),
  ...Object.fromEntries(
    'only container class rst-class compound hlist tab-set grid ifconfig glossary table-of-contents'
      .split(' ')
      .map((name) => [name, contentOnly]),
  ),
  ...Object.fromEntries(
    'topic sidebar admonition dropdown card tab-item tab collapse grid-item-card details'
      .split(' ')
      .map((name) => [name, titled]),
  ),
  ...Object.fromEntries(
    'code code-block sourcecode parsed-literal math productionlist graphviz digraph mermaid uml plantuml console prompt testcode testoutput doctest ipython jupyter-execute'
      .split(' ')
      .map((name) => [name, code]),
  ),
  epigraph: quoted,
  highlights: quoted,
  'pull-quote': quoted,
  rubric: ({ argument }, document) =>
    said(argument, document, {
      kind: 'heading',
      level: Math.min(6, document.level.now + 1),
      emphasised: 'strong',
    }),
  raw: ({ argument, content }) => (/^html\b/u.test(argument) ? htmlFragments(content.join('\n')) : []),
  image: ({ argument, options }, document) => picture(argument, options['alt'], document),
  figure: ({ argument, options, content }, document, blocks) => {
    const [caption, ...legend] = blocks(content, document);
    if (caption === undefined) return picture(argument, options['alt'], document);
    return [{ kind: 'caption', text: caption.text }, ...legend];
  },
  table: ({ argument, content }, document, blocks) => [
    ...said(argument, document, { kind: 'caption' }),
    ...blocks(content, document),
  ],
  'csv-table': ({ argument, options, content }, { names }) => [
    ...said(argument, { names }, { kind: 'caption' }),
    ...rowFragments(commaRows([options['header'] ?? '', ...content]), (cell) => rstInline(cell, names)),
  ],
  'list-table': ({ argument, content }, document, blocks) => [
    ...said(argument, document, { kind: 'caption' }),
    ...listRows(content).flatMap((row) => {
      const text = row
        .map((cell) =>
          blocks(cell, document)
            .map((block) => block.text)
            .join(' '),
        )
        .join('\t')
        .trim();
      return text === '' ? [] : [{ kind: 'paragraph', role: 'row', text } as const];
    }),
  ],
};

/** Reads what a directive shows; one that is not known shows what it is called with and what it holds. */
export function directiveFragments(directive: Directive, document: RstDocument, blocks: Blocks): readonly Fragment[] {
  const parts = directiveParts(directive);
  const reader = Object.hasOwn(READERS, parts.name) ? READERS[parts.name] : undefined;
  if (reader !== undefined) return reader(parts, document, blocks);
  if (/^auto[a-z]+$/u.test(parts.name)) return blocks(parts.content, document);
  return [...said(parts.argument, document, { kind: 'paragraph' }), ...blocks(parts.content, document)];
}

/** Parts the lines ":name: value" at the top of a body from what is below them; what the first line goes on with belongs to it. */
function directiveParts({ name, argument, body }: Directive): Parts {
  const options: Record<string, string> = {};
  let at = 0;
  let whole = argument;
  const option = argument === '' ? -1 : optionsAt(body);
  for (; at < option; at += 1) whole += ` ${body[at]?.trim() ?? ''}`;
  let last = '';
  for (; at < body.length && !isEmptyLine(body[at]); at += 1) {
    const [, key, value] = /^:([\w-]+):[ \t]*(.*)$/u.exec(body[at] ?? '') ?? [];
    if (key === undefined && (last === '' || indentOf(body[at] ?? '') === 0)) break;
    if (key !== undefined) options[(last = key)] = value ?? '';
    else options[last] = `${options[last] ?? ''} ${body[at]?.trim() ?? ''}`;
  }
  return { name, argument: whole, body, options, content: body.slice(at) };
}

/** The first option of a body, above its first empty line; -1 if there is none. What is above belongs to the argument. */
function optionsAt(body: readonly string[]): number {
  const end = body.findIndex((line) => line.trim() === '');
  return body.slice(0, end === -1 ? body.length : end).findIndex((line) => /^:[\w-]+:(?:\s|$)/u.test(line));
}

function said(
  text: string,
  { names }: Pick<RstDocument, 'names'>,
  fragment: Omit<Fragment, 'text'>,
): readonly Fragment[] {
  const read = rstInline(text, names);
  return read === '' ? [] : [{ ...fragment, text: read }];
}

function picture(file: string, alt: string | undefined, document: RstDocument): readonly Fragment[] {
  return alt === undefined || BADGE.test(file) ? [] : said(alt, document, { kind: 'caption' });
}

function codeBlock(lines: readonly string[]): readonly Fragment[] {
  const text = lines
    .join('\n')
    .replace(/^(?:[^\S\n]*\n)+/u, '')
    .trimEnd();
  return text.trim() === '' ? [] : [{ kind: 'paragraph', role: 'code', text }];
}

/** The cells of a table that is written as a list of lists, each as its lines. */
function listRows(lines: readonly string[]): readonly (readonly (readonly string[])[])[] {
  const rows: string[][][] = [];
  for (const line of lines) {
    const isRow = /^[*-][ \t]/u.test(line);
    const inner = (isRow ? line.slice(1) : line).trimStart();
    const isCell = (isRow || indentOf(line) < CELL_INDENT_MAX) && /^[*-](?:[ \t]|$)/u.test(inner);
    const words = isCell ? inner.slice(1).trimStart() : inner;
    if (isRow) rows.push([[words]]);
    else if (isCell) rows.at(-1)?.push([words]);
    else rows.at(-1)?.at(-1)?.push(words);
  }
  return rows;
}

/** What is indented further is a list within a cell. */
const CELL_INDENT_MAX = 4;
