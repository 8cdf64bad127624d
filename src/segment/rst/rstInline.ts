import { oneLine } from '../oneLine.ts';
import { lowered, raised } from '../raised.ts';

/** What the rest of a document says of its references. */
export interface RstNames {
  /** Names that something can be referred to by, in small letters. */
  readonly targets: ReadonlySet<string>;
  /** The titles of sections that a label is above. */
  readonly titles: ReadonlyMap<string, string>;
  /** What stands for `|name|`. */
  readonly substitutions: ReadonlyMap<string, string>;
}

const MARKUP = new RegExp(
  [
    String.raw`\\(?<escaped>[\s\S])`,
    '``(?<literal>[^`](?:[^`]|`(?!`)){0,2000})``',
    String.raw`(?<![\p{L}\p{N}]):(?<role>[\p{L}\p{N}][\w:+.-]{0,60}):\x60(?<content>(?:[^\x60\\]|\\[\s\S]){1,2000})\x60`,
    String.raw`_?\x60(?<interpreted>(?:[^\x60\\]|\\[\s\S]){1,2000})\x60(?::(?<roleBehind>[\w:+.-]{1,60}):)?(?<reference>__?)?`,
    String.raw`(?<![\p{L}\p{N}*])\*\*(?<strong>[^\s*](?:[^*]|\*(?!\*)){0,2000})(?<=\S)\*\*(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}*])\*(?<emphasis>[^\s*][^*]{0,2000})(?<=\S)\*(?![\p{L}\p{N}*])`,
    String.raw`\|(?<substitution>[^\s|][^|\n]{0,80})\|(?:__?)?`,
    String.raw`\s?\[(?:\d{1,4}|#[\w-]{0,60}|\*)\]_(?![\p{L}\p{N}])`,
    String.raw`(?<=\[[^[\]\s]{1,60}\])_(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}_])(?<word>[\p{L}\p{N}](?:[\p{L}\p{N}.+:-]|_(?=[\p{L}\p{N}])){0,80})__?(?![\p{L}\p{N}_])`,
  ].join('|'),
  'gu',
);
/** Roles whose text is shown as it is. */
const VERBATIM = new Set(['code', 'kbd', 'samp', 'math', 'literal', 'file', 'command', 'program', 'raw']);
const NUMBERED: Readonly<Record<string, string>> = { pep: 'PEP', rfc: 'RFC', cve: 'CVE', cwe: 'CWE' };

/** Returns the text of inline reStructuredText without its marks, on one line: roles, links and emphasis keep their words. */
export function rstInline(text: string, names: RstNames): string {
  return oneLine(withoutRstMarks(text, names));
}

function withoutRstMarks(text: string, names: RstNames): string {
  return text.replaceAll(MARKUP, (whole: string, ...rest: readonly unknown[]) => {
    const found = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const { escaped, literal, role, roleBehind, word, substitution } = found;
    if (escaped !== undefined) return /\s/u.test(escaped) ? '' : escaped;
    if (literal !== undefined) return literal;
    if (role !== undefined) return roleText(role, found['content'] ?? '', names);
    if (found['interpreted'] !== undefined) {
      if (roleBehind !== undefined) return roleText(roleBehind, found['interpreted'], names);
      return found['reference'] === undefined ? unescaped(found['interpreted']) : linkText(found['interpreted']);
    }
    const emphasised = found['strong'] ?? found['emphasis'];
    // Marks within marks are none to the processor, and were meant to be.
    if (emphasised !== undefined) return withoutRstMarks(emphasised, names);
    if (substitution !== undefined) return names.substitutions.get(substitution) ?? whole;
    if (word !== undefined) return names.targets.has(foldedName(word)) || whole.endsWith('__') ? word : whole;
    return '';
  });
}

/** What a role shows: its title, the last name of a path with "~", a number with what it counts. */
function roleText(role: string, raw: string, names: RstNames): string {
  const name = (role.split(':').at(-1) ?? role).toLowerCase();
  const content = unescaped(raw);
  if (name === 'sup' || name === 'superscript') return raised(content);
  if (name === 'sub' || name === 'subscript') return lowered(content);
  if (VERBATIM.has(name)) return content;
  if (role.startsWith('cite')) return `[${content}]`;
  const titled = linkText(content);
  if (titled !== content) return titled;
  if (NUMBERED[name] !== undefined) return `${NUMBERED[name]} ${content}`;
  if (name === 'ref' || name === 'numref') return names.titles.get(foldedName(content)) ?? content;
  return content.startsWith('~')
    ? (content.split('.').at(-1) ?? content).replace(/^~/u, '')
    : content.replace(/^!/u, '');
}

/** "words <address>" without the address. */
function linkText(content: string): string {
  const open = content.lastIndexOf('<');
  const words = open > 0 && content.trimEnd().endsWith('>') ? content.slice(0, open).trim() : '';
  if (words !== '') return unescaped(words);
  return /^<[^<>]*>$/u.test(content) ? content.slice(1, -1) : unescaped(content);
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([\s\S])/gu, (_, letter: string) => (/\s/u.test(letter) ? '' : letter));
}

/** Names of references are compared without regard to case and space. */
export function foldedName(name: string): string {
  return name.replaceAll(/\s+/gu, ' ').trim().toLowerCase();
}
