import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import { headLines } from './headLines.ts';
import { readKeyedLines, type ReadValues } from './readKeyedLines.ts';

/** The keys and values at the head of a document, and the text below them. */
export interface Head extends ReadValues {
  readonly body: string;
}

/** How a kind of head is recognised: it returns its text and what follows, or undefined. */
interface Kind {
  readonly pattern: RegExp;
  readonly parse: (text: string) => unknown;
  readonly separator: ':' | '=';
}

const KINDS: readonly Kind[] = [
  // Drafts of RFCs end it with the name of the part that begins below it: "--- abstract".
  {
    pattern: /^---[ \t]*$([\s\S]*?)^(?:(?:---|\.\.\.)[ \t]*$|(?=--- (?:abstract|middle|note_)))/muy,
    parse: parseYaml,
    separator: ':',
  },
  { pattern: /^\+\+\+[ \t]*$([\s\S]*?)^\+\+\+[ \t]*$/muy, parse: parseToml, separator: '=' },
  { pattern: /^;;;[ \t]*$([\s\S]*?)^;;;[ \t]*$/muy, parse: (text) => JSON.parse(`{${text}}`), separator: ':' },
  { pattern: /^(\{[ \t]*$[\s\S]*?^\})[ \t]*$/muy, parse: JSON.parse, separator: ':' },
];

/**
 * Takes front matter off a text: YAML between `---`, TOML between `+++`, JSON. What is not sound as a whole is read line by line, with a note for each line that needed it. Without any,
 * the body is the text.
 */
export function readHead(text: string): Head {
  const start = text.length - text.trimStart().length;
  const flat = text.slice(start).replaceAll('\r\n', '\n');
  for (const { pattern, parse, separator } of KINDS) {
    pattern.lastIndex = 0;
    const match = pattern.exec(flat);
    if (!match) continue;
    const body = flat.slice(match[0].length);
    const inner = match[1] ?? '';
    if (inner.trim() === '') return { values: {}, body, notes: [] };
    const values = parsed(inner, parse);
    if (values !== undefined) return { values, body, notes: [] };
    const lines = readKeyedLines(inner, separator);
    if (lines !== undefined) return { ...lines, body };
  }
  const named = titleBlock(flat) ?? headLines(flat);
  if (named !== undefined && flat.slice(named.end).trim() !== '')
    return { values: named.values, body: flat.slice(named.end), notes: [] };
  return { values: {}, body: text, notes: [] };
}

/** Pandoc's title block: "% Title", "% Author; Author", "% Date". */
function titleBlock(text: string): { readonly values: ReadValues['values']; readonly end: number } | undefined {
  const match = /^% ([^\n]+)(?:\n% ?([^\n]*))?(?:\n% ?([^\n]*))?(?=\n|$)/u.exec(text);
  return match ? { values: { title: match[1], author: match[2], date: match[3] }, end: match[0].length } : undefined;
}

function parsed(text: string, parse: Kind['parse']): Head['values'] | undefined {
  try {
    const value = parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function parseYaml(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false });
  return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
}
