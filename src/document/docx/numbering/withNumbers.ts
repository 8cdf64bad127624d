import { createListCounter } from './createListCounter.ts';
import { elements, numberingDefinitions, captured, type NumberedList } from './numberingDefinitions.ts';

/** The document's own part, with what the others say of its paragraphs. */
export interface NumberedParts {
  readonly numbering: string;
  readonly styles: string;
}

/** A part of a Word document with the numbers of its paragraphs as text, and how many have numbers that cannot be read. */
export interface WithNumbers {
  readonly xml: string;
  readonly unread: number;
}

/** A list, and a level of it, as a paragraph or a style names them; list "0" takes a paragraph out of all lists. */
interface Listed {
  readonly list: string | undefined;
  readonly level: number | undefined;
}

interface Style extends Listed {
  readonly based: string | undefined;
}

const START = /<mc:Choice[\s>]|<\/mc:Choice>|<w:p(?:\s[^<>]{0,500})?>\s{0,20}<w:pPr>/gu;
const PROPERTIES_END = '</w:pPr>';
/** As many steps from a style to what it is based on as anybody makes. */
const STEPS_MAX = 20;
/** As much of a paragraph as could be its number, typed. */
const TYPED_CHARS = 60;

/**
 * Writes the numbers that Word gives to paragraphs and headings, "(a)", "1.1", "Article IV", before their words, which a
 * reader sees there and quotes. Bullets say nothing and are left out; so is a number that was typed as well.
 */
export function withNumbers(xml: string, { numbering, styles }: NumberedParts): WithNumbers {
  const lists = numberingDefinitions(numbering);
  if (lists.size === 0) return { xml, unread: 0 };
  const byId = stylesOf(styles);
  const count = createListCounter();
  const pieces: string[] = [];
  let [from, unread, alternatives] = [0, 0, 0];
  for (const { 0: start, index } of xml.matchAll(START)) {
    // What a box says in its newer form it says again in the older one, which is read.
    if (!start.startsWith('<w:p')) alternatives += start.startsWith('</') ? -1 : 1;
    if (!start.startsWith('<w:p') || alternatives > 0) continue;
    const { own, end } = propertiesAt(xml, index + start.length);
    const { list: id, level } = listedBy(own, { lists, styles: byId });
    const list = id === undefined ? undefined : lists.get(id);
    // A paragraph whose mark was deleted is one with the next.
    if (list === undefined || /<w:rPr>(?:(?!<\/w:rPr>)[\s\S]){0,2000}<w:del[\s/>]/u.test(own)) continue;
    const mark = count(list, level ?? 0);
    const words = paragraphWords(xml, end);
    if (words === undefined) continue;
    if (mark.kind === 'unread') unread += 1;
    else if (mark.text !== '' && !isTyped(mark.text, words.text)) {
      pieces.push(xml.slice(from, end), numberRun(spaced(mark.text, words.text), words.look));
      from = end;
    }
  }
  return { xml: pieces.join('') + xml.slice(from), unread };
}

/** The properties of a paragraph as they are now, and where they end. */
function propertiesAt(xml: string, start: number): { readonly own: string; readonly end: number } {
  const close = xml.indexOf(PROPERTIES_END, start);
  if (close === -1) return { own: '', end: xml.length };
  const [own = '', changed] = xml.slice(start, close).split('<w:pPrChange', 2);
  if (changed === undefined) return { own, end: close + PROPERTIES_END.length };
  const after = xml.indexOf('</w:pPrChange>', start);
  const end = after === -1 ? -1 : xml.indexOf(PROPERTIES_END, after);
  return { own, end: (end === -1 ? close : end) + PROPERTIES_END.length };
}

function listedBy(
  own: string,
  { lists, styles }: { readonly lists: ReadonlyMap<string, NumberedList>; readonly styles: ReadonlyMap<string, Style> },
): Listed {
  const direct = listedIn(own);
  const style = captured(own, /<w:pStyle\s+w:val="([^"]{1,200})"/u);
  const list = direct.list ?? inherited(style, styles, 'list');
  const linked = [...(lists.get(list ?? '')?.levels ?? [])].find(([, level]) => level.style === style && style);
  const level =
    direct.list === undefined ? (direct.level ?? linked?.[0] ?? inherited(style, styles, 'level')) : direct.level;
  return { list, level };
}

function inherited<Key extends keyof Listed>(
  style: string | undefined,
  styles: ReadonlyMap<string, Style>,
  key: Key,
): Listed[Key] | undefined {
  let at = styles.get(style ?? '');
  for (let steps = 0; at !== undefined && steps < STEPS_MAX; steps += 1) {
    if (at[key] !== undefined) return at[key];
    at = styles.get(at.based ?? '');
  }
  return undefined;
}

function listedIn(xml: string): Listed {
  const [numbers = ''] = elements(xml, 'numPr');
  const level = captured(numbers, /<w:ilvl\s+w:val="(\d)"/u);
  return {
    list: captured(numbers, /<w:numId\s+w:val="(-?\d{1,9})"/u),
    level: level === undefined ? undefined : Number(level),
  };
}

function stylesOf(xml: string): ReadonlyMap<string, Style> {
  return new Map(
    elements(xml, 'style').map((piece) => [
      captured(piece, /^<w:style\s[^<>]{0,500}?w:styleId="([^"]{1,200})"/u) ?? '',
      { ...listedIn(piece), based: captured(piece, /<w:basedOn\s+w:val="([^"]{1,200})"/u) },
    ]),
  );
}

/** What a paragraph begins with and how that looks; undefined if it has no words, and shows its number alone. */
function paragraphWords(xml: string, start: number): { readonly text: string; readonly look: string } | undefined {
  const end = xml.indexOf('</w:p>', start);
  const body = xml.slice(start, end === -1 ? undefined : end);
  const first = /<w:t(?:\s[^<>]{0,200})?>\s*[^\s<]/u.exec(body);
  if (first === null) return undefined;
  const before = body.slice(0, first.index);
  const [look = ''] = elements(before.slice(Math.max(before.lastIndexOf('<w:r>'), before.lastIndexOf('<w:r '))), 'rPr');
  let text = '';
  for (const [, words = ''] of body.matchAll(/<w:t(?:\s[^<>]{0,200})?>([^<]*)/gu)) {
    text += words;
    if (text.trim().length >= TYPED_CHARS) break;
  }
  return { text: text.trimStart(), look };
}

function isTyped(mark: string, text: string): boolean {
  const bare = mark.trim();
  return text.startsWith(bare) && !/^[\p{L}\p{N}]/u.test(text.slice(bare.length));
}

/** No number grows together with the word behind it. */
function spaced(mark: string, text: string): string {
  return /[\p{L}\p{N}]$/u.test(mark) && /^[\p{L}\p{N}]/u.test(text) ? `${mark} ` : mark;
}

/** A number looks like the words that it is before, so that a bold line stays one. */
function numberRun(text: string, look: string): string {
  const kept = look.match(/<w:(?:rStyle|b|i|sz)(?:\s[^<>]{0,200})?\/>/gu) ?? [];
  return `<w:r><w:rPr>${kept.join('')}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}
