import { getDocumentProxy } from 'unpdf';
import { entryAt } from '../../runtime/entryAt.ts';
import { splitNames } from '../../excerpt/splitNames.ts';
import type { Draft } from '../../segment/draft.ts';
import { draftFromFragments } from '../../segment/draftFromFragments.ts';
import type { Fragment } from '../../segment/fragment.ts';
import { oneLine } from '../../segment/oneLine.ts';
import { invalidDocument, type ParseRequest } from '../document.ts';
import { isMeaninglessTitle } from '../isMeaninglessTitle.ts';
import { withBylines } from '../withBylines.ts';
import { withProperties, type FileProperties } from '../withProperties.ts';
import { inReadingOrder } from './columns.ts';
import type { Glyphs, PdfFont } from './glyphs.ts';
import { withoutLineCounts } from './outside/lineCounts.ts';
import { pageGlyphs, pageLines, type PageOf, type PdfRun } from './pageLines.ts';
import { pdfFragments, type OutlineEntry } from './pdfFragments.ts';
import { withoutRunningLines } from './outside/runningLines.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

/** A page of a scan has no letters, or a stamp. */
const SCAN_MAX_CHARS = 25;
/** Share of letters that no font can name, above which a text cannot be read. */
const UNREADABLE_SHARE = 0.15;
const QUIET = 0;
const OUTLINE_MAX = 5000;

/**
 * Reads a PDF: its text with the page of each block, its title, headings and notes by how they are set, and its
 * properties. A scan, which has pictures for pages, has no text to read.
 */
export async function readPdf({ bytes, language }: ParseRequest): Promise<Draft> {
  let pdf: Pdf;
  try {
    pdf = await getDocumentProxy(bytes, { verbosity: QUIET });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return invalidDocument(
      isLocked ? 'it is protected with a password' : 'it is damaged and cannot be opened as a PDF',
    );
  }
  try {
    const sheets: Sheet[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      sheets.push(await sheetOf(page, number));
      page.cleanup();
    }
    const pages = withoutLineCounts(sheets.map(({ glyphs }) => glyphs)).map((glyphs, index) =>
      pageLines(glyphs, entryAt(sheets, index)),
    );
    const text = pages
      .flat()
      .map((line) => line.text)
      .join('');
    if (text.length < SCAN_MAX_CHARS * Math.min(pages.length, 4))
      return invalidDocument(
        'its pages are pictures without text, as of a scan; have the text recognised (OCR), and import that',
      );
    if ((text.match(/[\uFFFD\uE000-\uF8FF]/gu)?.length ?? 0) > text.length * UNREADABLE_SHARE)
      return invalidDocument('its fonts do not say which letters they show, so that its text cannot be read');
    const properties = await propertiesOf(pdf);
    const { fragments, published } = withBylines(
      pdfFragments(withoutRunningLines(pages.map(inReadingOrder)), await outlineOf(pdf)),
      properties,
    );
    const title = fragments.some(({ kind, level }) => kind === 'heading' && level === 1)
      ? undefined
      : wholeTitle(fragments, properties.title);
    const draft = draftFromFragments(fragments, {
      metadata: { ...(title === undefined ? {} : { title }), ...(published === undefined ? {} : { published }) },
      options: language === undefined ? {} : { language },
    });
    return withProperties(draft, properties);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** The title that a file names, as its first heading has it, which may say more. */
function wholeTitle(fragments: readonly Fragment[], named: string | undefined): string | undefined {
  const [first] = fragments;
  const isWhole =
    named !== undefined &&
    first?.kind === 'heading' &&
    first.text.length <= TITLE_MAX_CHARS &&
    first.text.toLowerCase().startsWith(named.toLowerCase());
  return isWhole ? first.text : named;
}

const TITLE_MAX_CHARS = 220;

/** A page with its letters in their places. */
interface Sheet extends PageOf {
  readonly glyphs: readonly Glyphs[];
}

async function sheetOf(page: Page, number: number): Promise<Sheet> {
  const content = await page.getTextContent();
  const runs: readonly PdfRun[] = content.items.flatMap((item) => ('str' in item ? [item as PdfRun] : []));
  const view = page.getViewport({ scale: 1 });
  const names = Object.keys(content.styles);
  // What fonts are called is only known after a page that uses them was laid out.
  if (names.some((name) => !page.commonObjs.has(name))) await page.getOperatorList().catch(() => {});
  const fonts = new Map(names.map((name) => [name, fontOf(page, name, content.styles[name]?.fontFamily ?? '')]));
  const glyphs = pageGlyphs(runs, {
    view: view.transform,
    fontOf: (name) => fonts.get(name) ?? { bold: false, italic: false, mono: false },
  });
  return { number, width: view.width, height: view.height, glyphs };
}

function fontOf(page: Page, id: string, family: string): PdfFont {
  const font = page.commonObjs.has(id) ? (page.commonObjs.get(id) as { readonly name?: unknown } | null) : null;
  const name = typeof font?.name === 'string' ? font.name : '';
  return {
    bold: /bold|black|heavy|semi-?bd|demi|-bd|-Medi(?![a-z])|\bBX\d|CMBX|cmb1|SFBX|,B\b/iu.test(name),
    italic: /ital|obliq|slant|-it(?![a-z])|CMTI|CMSL|SFTI/iu.test(name),
    mono: family === 'monospace' || /courier|mono|consol|typewriter|CMTT|SFTT|Menlo|Inconsolata/iu.test(name),
  };
}

async function outlineOf(pdf: Pdf): Promise<readonly OutlineEntry[]> {
  type Entries = Awaited<ReturnType<Pdf['getOutline']>>;
  const found: OutlineEntry[] = [];
  const collect = (entries: Entries, depth: number): void => {
    for (const { title, items } of entries ?? []) {
      if (found.length >= OUTLINE_MAX || depth > 6) return;
      found.push({ title: oneLine(title), depth });
      collect(items as Entries, depth + 1);
    }
  };
  collect(await pdf.getOutline().catch(() => []), 1);
  return found;
}

async function propertiesOf(pdf: Pdf): Promise<FileProperties> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const textOf = (key: string): string => {
    const value = (info as Readonly<Record<string, unknown>>)[key];
    return typeof value === 'string' ? oneLine(value.replaceAll('\u0000', '')) : '';
  };
  const [title, author] = [textOf('Title'), textOf('Author')];
  const [, year = '', month = '', day = ''] = /^D:(\d{4})(\d{2})(\d{2})/u.exec(textOf('CreationDate')) ?? [];
  const created = `${year}-${month}-${day}`;
  // A single word is the name of an account.
  const authors = /\s/u.test(author) && author.length < 300 ? splitNames(author) : [];
  return {
    ...(title === '' || isMeaninglessTitle(title) ? {} : { title }),
    ...(authors.length === 0 ? {} : { author: authors }),
    ...(year < '1985' || Number.isNaN(Date.parse(created)) ? {} : { created }),
  };
}
