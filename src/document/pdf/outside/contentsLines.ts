import { isLeader, type PdfLine } from '../pdfLine.ts';

const CONTENTS_MIN_LINES = 3;
/** Entries in a row that are a list of contents by themselves, and how many of them are headings of the text. */
const ENTRIES_MIN = 4;
const NAMED_SHARE = 0.5;
const CONTENTS = /^(?:table of )?contents$|^inhalt(?:sverzeichnis)?$|^sommaire$|^table des matières$|^índice$/iu;
const ENTRY = /^(.*\S)[\t ](\d{1,4})$/u;

/** Returns true if a line is what a list of contents is called. */
export function isContentsName(text: string): boolean {
  return CONTENTS.test(text);
}

/** The pages with a list of contents: dots lead to numbers, or it is called so and its lines end with numbers. */
export function contentsPages(pages: readonly (readonly PdfLine[])[]): ReadonlySet<number> {
  return new Set(
    pages.flatMap((page) => {
      const isNamed =
        page.some(({ text }) => CONTENTS.test(text)) &&
        page.filter(({ text }) => /\t\d{1,4}$/u.test(text)).length >= CONTENTS_MIN_LINES;
      return isNamed || page.filter(isLeader).length >= CONTENTS_MIN_LINES ? [page[0]?.page ?? 0] : [];
    }),
  );
}

/** The lines of lists of contents that nothing calls so: in a row, with numbers at their ends that never fall, and most of them in the text again. */
export function contentsLines(pages: readonly (readonly PdfLine[])[]): ReadonlySet<PdfLine> {
  const lines = pages.flat();
  const entries = lines.map(({ text }) => ENTRY.exec(text));
  const names = Map.groupBy(lines, ({ text }) => foldedEntry(text));
  const found = new Set<PdfLine>();
  for (let from = 0, to = 0; from < lines.length; from = Math.max(to, from + 1)) {
    to = from;
    while (entries[to] && (to === from || Number(entries[to]?.[2]) >= Number(entries[to - 1]?.[2]))) to += 1;
    if (to - from < ENTRIES_MIN) continue;
    const named = entries.slice(from, to).filter((entry) => names.has(foldedEntry(entry?.[1] ?? ''))).length;
    if (named >= (to - from) * NAMED_SHARE) for (const line of lines.slice(from, to)) found.add(line);
  }
  return found;
}

function foldedEntry(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
