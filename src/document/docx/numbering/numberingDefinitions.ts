/** One level of a list: how its numbers look, where they begin and when they begin again. */
export interface Level {
  /** As Word names it: `decimal`, `lowerLetter`, `bullet`. */
  readonly format: string;
  /** With `%1` to `%9` in the place of the numbers of levels. */
  readonly pattern: string;
  readonly start: number;
  /** The level, counted from 1, below which it begins again; 0 for never, undefined for below any. */
  readonly restart: number | undefined;
  /** The style whose paragraphs are on this level. */
  readonly style: string | undefined;
  readonly suffix: 'space' | 'nothing';
  /** Whether the numbers of all levels are written in digits. */
  readonly isLegal: boolean;
  readonly isUnseen: boolean;
}

/** A list as paragraphs name it: its levels, and what is counted together with it. */
export interface NumberedList {
  /** Lists with the same key go on counting where the last one stopped. */
  readonly key: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Where a level begins when this list first has it. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Word has nine. */
const LEVELS = 9;

/** Reads the lists that `word/numbering.xml` defines, by the number that paragraphs give. */
export function numberingDefinitions(xml: string): ReadonlyMap<string, NumberedList> {
  const abstract = new Map<string, { readonly levels: ReadonlyMap<number, Level>; readonly xml: string }>();
  const linked = new Map<string, string>();
  for (const piece of elements(xml, 'abstractNum')) {
    const id = captured(piece, /^<w:abstractNum\s[^<>]{0,500}?w:abstractNumId="(-?\d{1,9})"/u);
    if (id === undefined) continue;
    abstract.set(id, { levels: levelsOf(piece), xml: piece });
    const style = captured(piece, /<w:styleLink\s+w:val="([^"]{1,200})"/u);
    if (style !== undefined) linked.set(style, id);
  }
  const lists = new Map<string, NumberedList>();
  for (const piece of elements(xml, 'num')) {
    const id = captured(piece, /^<w:num\s[^<>]{0,500}?w:numId="(-?\d{1,9})"/u);
    const named = captured(piece, /<w:abstractNumId\s+w:val="(-?\d{1,9})"/u);
    const link = captured(abstract.get(named ?? '')?.xml ?? '', /<w:numStyleLink\s+w:val="([^"]{1,200})"/u);
    const key = (link === undefined ? undefined : linked.get(link)) ?? named;
    if (id === undefined || key === undefined) continue;
    const levels = new Map(abstract.get(key)?.levels);
    const starts = new Map<number, number>();
    for (const override of elements(piece, 'lvlOverride')) {
      const level = Number(captured(override, /w:ilvl="(\d)"/u) ?? LEVELS);
      const start = captured(override, /<w:startOverride\s+w:val="(\d{1,6})"/u);
      if (start !== undefined) starts.set(level, Number(start));
      for (const [, own] of levelsOf(override)) levels.set(level, own);
    }
    lists.set(id, { key, levels, starts });
  }
  return lists;
}

/** Cuts out the elements of one name, which do not nest. */
export function elements(xml: string, name: string): readonly string[] {
  const end = `</w:${name}>`;
  return xml
    .split(new RegExp(String.raw`(?=<w:${name}[\s>])`, 'u'))
    .filter((piece) => piece.startsWith(`<w:${name}`) && piece.includes(end))
    .map((piece) => piece.slice(0, piece.indexOf(end)));
}

/** Returns what a pattern holds in brackets, where it is found. */
export function captured(xml: string, pattern: RegExp): string | undefined {
  return pattern.exec(xml)?.[1];
}

function levelsOf(xml: string): ReadonlyMap<number, Level> {
  return new Map(
    elements(xml, 'lvl').map((piece, index) => [
      Number(captured(piece, /^<w:lvl\s[^<>]{0,300}?w:ilvl="(\d)"/u) ?? index),
      listLevel(piece),
    ]),
  );
}

function listLevel(xml: string): Level {
  const restart = captured(xml, /<w:lvlRestart\s+w:val="(\d)"/u);
  return {
    format: captured(xml, /<w:numFmt\s[^<>]{0,200}?w:val="(\w{1,60})"/u) ?? 'decimal',
    pattern: captured(xml, /<w:lvlText\s[^<>]{0,200}?w:val="([^"]{0,200})"/u) ?? '',
    start: Number(captured(xml, /<w:start\s+w:val="(\d{1,6})"/u) ?? 0),
    restart: restart === undefined ? undefined : Number(restart),
    style: captured(xml, /<w:pStyle\s+w:val="([^"]{1,200})"/u),
    suffix: /<w:suff\s+w:val="nothing"/u.test(xml) ? 'nothing' : 'space',
    isLegal: isOn(xml, 'isLgl'),
    isUnseen: isOn(xml, 'vanish'),
  };
}

function isOn(xml: string, name: string): boolean {
  const written = new RegExp(String.raw`<w:${name}(?:\s+w:val="(\w{1,6})")?\s?/>`, 'u').exec(xml);
  return written !== null && !/^(?:0|false|off)$/u.test(written[1] ?? '');
}
