import { checkText } from '../decodeText.ts';
import type { Draft, SegmentOptions } from '../draft.ts';
import { draftFromFragments } from '../draftFromFragments.ts';
import { headMetadata } from '../head/headMetadata.ts';
import { readHead } from '../head/readHead.ts';
import { orgFragments } from './orgBlocks.ts';

/** What a line at the top tells the editor. */
const MODE = /^[^\n]{0,200}/u;
const KEY = /^[ \t]*#\+(title|subtitle|author|date|language|email|publisher|url|source):[ \t]*(\S.*)$/iu;

/**
 * Reads Org as an article: headlines, lists, tables, blocks, notes, links. The source is the text without its marks, each block on
 * its own line; only code keeps its line breaks. Properties, tags, clocks and comments are left out.
 */
export function segmentOrg(text: string, options: SegmentOptions = {}): Draft {
  const read = checkText(text);
  if (read.kind === 'invalid') return read;
  const head = readHead(read.text);
  const lines = withoutMode(head.body).split(/\r\n|[\n\r]/u);
  const { metadata, notes } = headMetadata({ ...keywords(lines), ...head.values });
  return draftFromFragments(orgFragments(lines), { metadata, options, notes: [...head.notes, ...notes] });
}

/** What "#+TITLE: …" and its like say; a title on several lines goes on. */
function keywords(lines: readonly string[]): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const line of lines) {
    const [, key, value] = KEY.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    const name = key.toLowerCase();
    const said = name === 'date' ? value.replace(/^[<[](\d{4}-\d{2}-\d{2})[^<>[\]]*[>\]]$/u, '$1') : value;
    if (!(name in values)) values[name] = said.trim();
    else if (name === 'title') values[name] = `${values[name]} ${said.trim()}`;
  }
  return values;
}

/** Takes "-*- mode: org -*-" out of the first line. */
function withoutMode(text: string): string {
  const first = MODE.exec(text)?.[0] ?? '';
  const [from, to] = [first.indexOf('-*-'), first.lastIndexOf('-*-')];
  if (from === to) return text;
  return first.slice(0, from).replace(/^#[ \t]*$/u, '') + text.slice(to + 3);
}
