/** Styles that are read as what they are called; the others are what they are based on. */
const KNOWN =
  /^(?:heading [1-6]|title|titel|subtitle|caption|image caption|table caption|figure|quote|intense quote|quotations|block text|html preformatted|source code|code|preformatted text)$/iu;
const STYLE = /<w:style\s[^<>]{0,500}>/gu;
const DEEPEST = 6;
/** As many steps from a style to what it is based on as anybody makes. */
const STEPS_MAX = 20;

interface Style {
  readonly name: string;
  readonly based: string | undefined;
  /** From 0; 9 is text. */
  readonly outline: number | undefined;
}

/**
 * Gives the paragraph styles of a Word document that are based on a heading, a title, a caption or a quotation its name, and
 * those with a level in the outline that of a heading: houses have styles of their own, and the library knows the common ones alone.
 */
export function withStyleNames(xml: string): string {
  const styles = new Map<string, Style>();
  const pieces = styleElements(xml);
  for (const piece of pieces) {
    const id = attribute(piece, /w:styleId="([^"]{1,200})"/u);
    if (id !== undefined && /w:type="paragraph"/u.test(piece.slice(0, 500)) && !styles.has(id))
      styles.set(id, styleOf(piece));
  }
  return pieces
    .map((piece) => {
      const style = styles.get(attribute(piece, /w:styleId="([^"]{1,200})"/u) ?? '');
      const known = style === undefined ? undefined : knownName(style, styles);
      return known === undefined || known === style?.name
        ? piece
        : piece.replace(/<w:name\s+w:val="[^"]{0,200}"\s?\/>/u, `<w:name w:val="${known}"/>`);
    })
    .join('');
}

/**
 * Makes headings of the paragraphs of a Word document that have a level in its outline by themselves, and not by their style.
 */
export function withOutlineLevels(xml: string): string {
  let [from, written] = [0, ''];
  for (let at = xml.indexOf('<w:pPr>'); at !== -1; at = xml.indexOf('<w:pPr>', at + 1)) {
    const end = xml.indexOf('</w:pPr>', at);
    if (end === -1) break;
    const [own = ''] = xml.slice(at, end).split('<w:pPrChange');
    const level = Number(attribute(own, /<w:outlineLvl\s+w:val="(\d)"/u) ?? DEEPEST);
    const wasSet = /<w:pPrChange\s?[^<>]{0,300}>$/u.test(xml.slice(Math.max(0, at - 320), at));
    if (at < from || wasSet || level >= DEEPEST || /<w:pStyle\s+w:val="(?:Heading|berschrift|Title)/iu.test(own))
      continue;
    const bare = own.replace(/<w:pStyle\s[^<>]{0,200}\/>/u, '').slice('<w:pPr>'.length);
    written += `${xml.slice(from, at)}<w:pPr><w:pStyle w:val="Heading${level + 1}"/>${bare}`;
    from = at + own.length;
  }
  return written + xml.slice(from);
}

/** Parts a list of styles before each of them. */
function styleElements(xml: string): readonly string[] {
  const starts = Array.from(xml.matchAll(STYLE), ({ index }) => index);
  return [0, ...starts].map((start, index) => xml.slice(start, starts[index] ?? xml.length));
}

function styleOf(piece: string): Style {
  const outline = attribute(piece, /<w:outlineLvl\s+w:val="(\d)"/u);
  return {
    name: attribute(piece, /<w:name\s+w:val="([^"]{1,200})"/u) ?? '',
    based: attribute(piece, /<w:basedOn\s+w:val="([^"]{1,200})"/u),
    outline: outline === undefined ? undefined : Number(outline),
  };
}

function knownName(style: Style, styles: ReadonlyMap<string, Style>): string | undefined {
  let at: Style | undefined = style;
  for (let steps = 0; at !== undefined && steps < STEPS_MAX; steps += 1) {
    if (KNOWN.test(at.name)) return at.name;
    if (at.outline !== undefined) return at.outline < DEEPEST ? `heading ${at.outline + 1}` : undefined;
    at = at.based === undefined ? undefined : styles.get(at.based);
  }
  return undefined;
}

function attribute(xml: string, pattern: RegExp): string | undefined {
  return pattern.exec(xml)?.[1];
}
