import { isMap, parseDocument } from 'yaml';

/** Values by key, and a note for each that was not sound. */
export interface ReadValues {
  readonly values: Readonly<Record<string, unknown>>;
  readonly notes: readonly string[];
}

const KEY = /^["']?[\p{L}_][\p{L}\p{N}_ .-]{0,40}["']?$/u;

/**
 * Reads keys and values line by line, each by itself, so that one that is not sound costs no other. The first of two
 * lines with one key counts. Undefined if there is no line of that form.
 */
export function readKeyedLines(text: string, separator: ':' | '='): ReadValues | undefined {
  const values: Record<string, unknown> = {};
  const notes: string[] = [];
  const entries = entriesOf(text, separator);
  for (const { key, lines } of entries) {
    if (Object.hasOwn(values, key)) {
      notes.push(`the front matter names "${key}" twice; the first counts`);
      continue;
    }
    const { value, isSound } = entryValue(lines);
    values[key] = value;
    if (!isSound)
      notes.push(`the front matter's "${key}" is not well-formed and was read as it stands: ${JSON.stringify(value)}`);
  }
  return entries.length === 0 ? undefined : { values, notes };
}

interface Entry {
  readonly key: string;
  /** The rest of the key's line, and the lines below that belong to it. */
  readonly lines: readonly string[];
}

function entriesOf(text: string, separator: string): readonly Entry[] {
  const entries: { key: string; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const at = line.indexOf(separator);
    const key = line.slice(0, Math.max(0, at)).trimEnd();
    if (at > 0 && KEY.test(key)) entries.push({ key: key.replaceAll(/["']/gu, ''), lines: [line.slice(at + 1)] });
    else if (line.trim() !== '') entries.at(-1)?.lines.push(line);
  }
  return entries;
}

function entryValue(lines: readonly string[]): { readonly value: unknown; readonly isSound: boolean } {
  const text = lines.map((line) => line.replaceAll('\t', '  ')).join('\n');
  const document = parseDocument(lines.length === 1 ? text.trim() : text, { prettyErrors: false });
  // "Boats: a view" is a title, and would be read as a key with its value.
  const isNested = isMap(document.contents) && lines.at(0)?.trim() !== '' && !/^[[{]/u.test(text.trim());
  if (document.errors.length === 0 && !isNested) {
    try {
      return { value: document.toJS({ maxAliasCount: 0 }) as unknown, isSound: true };
    } catch {
      // An alias whose anchor is on another line is read as it stands.
    }
  }
  const plain = lines.join(' ').replaceAll(/\s+/gu, ' ').trim();
  return { value: plain.replace(/^(["'])(.*)\1$/u, '$2').replace(/^["']|["'],?$/gu, ''), isSound: false };
}
