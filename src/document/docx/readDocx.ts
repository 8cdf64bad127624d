import mammoth from 'mammoth';
import type { Draft } from '../../segment/draft.ts';
import { draftFromFragments } from '../../segment/draftFromFragments.ts';
import type { Fragment } from '../../segment/fragment.ts';
import { invalidDocument, type ParseRequest } from '../document.ts';
import { domFragments } from '../html/domFragments.ts';
import { declaresEntities, ENTITIES, parseHtml } from '../html/parseHtml.ts';
import { withBylines } from '../withBylines.ts';
import { withProperties } from '../withProperties.ts';
import type { ZipEntry } from '../zip/unzip.ts';
import { coreProperties } from './coreProperties.ts';
import type { WordElement } from './coverLine.ts';
import { withoutNameHeadings } from './nameHeadings.ts';
import { isLabel, nameTitle, type OtherNames } from './nameTitle.ts';
import { runningHead } from './runningHead.ts';
import { withoutCoverHeadings } from './coverHeadings.ts';
import { withOutlineLevels, withStyleNames } from './styleNames.ts';
import { withNumbers } from './numbering/withNumbers.ts';
import { withFormulas } from './withFormulas.ts';
import { withoutWrappers, withTextBoxes } from './withoutWrappers.ts';

const STYLES = [
  'strike => s',
  'u => u',
  "p[style-name='Title'] => h1.document-title:fresh",
  "p[style-name='Titel'] => h1.document-title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='Image Caption'] => figcaption:fresh",
  "p[style-name='Table Caption'] => figcaption:fresh",
  "p[style-name='Figure'] => figcaption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "p[style-name='Code'] => pre:separator('\\n')",
  "p[style-name='Preformatted Text'] => pre:separator('\\n')",
];

/** The parts of a document as mammoth asks for them, in place of the file. */
interface Parts {
  readonly file: {
    readonly exists: (path: string) => boolean;
    readonly read: (path: string, encoding?: string) => Promise<string | Uint8Array>;
  };
}

/**
 * Reads a Word document: its text, with headings, lists, quotations, captions and notes by its styles, and its properties.
 * Every part is unpacked here, under the limits of the archive, since the library that reads it has none.
 */
export async function readDocx(entries: readonly ZipEntry[], { language }: ParseRequest): Promise<Draft> {
  const parts = new Map<string, string | Uint8Array>();
  let formulas = 0;
  for (const entry of entries) {
    const bytes = await entry.read();
    if (!/\.(?:xml|rels)$/iu.test(entry.path)) {
      parts.set(entry.path, bytes);
      continue;
    }
    const xml = new TextDecoder().decode(bytes);
    if (declaresEntities(xml) || /<!DOCTYPE/iu.test(xml.slice(0, 100_000))) return invalidDocument(ENTITIES);
    const written = withFormulas(withTextBoxes(withoutWrappers(withBullets(xml))));
    parts.set(entry.path, written.xml);
    formulas += written.formulas;
  }
  const unread = numberAndNameStyles(parts);
  const core = parts.get('docProps/core.xml');
  const properties = coreProperties(typeof core === 'string' ? core : '');
  const running = runningHead([...parts].flatMap(([path, xml]) => (typeof xml === 'string' ? [[path, xml]] : [])));
  const { value: html } = await mammoth.convertToHtml(archiveParts(parts) as never, {
    styleMap: STYLES,
    includeEmbeddedStyleMap: false,
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    transformDocument: (document: WordElement) => nameTitle(document, { stated: properties.title, running }),
  });
  const parsed = parseHtml(html);
  if (parsed.kind === 'invalid') return parsed;
  const { document } = parsed;
  const { fragments, published } = withBylines(
    withoutNameHeadings(
      withoutCoverHeadings(domFragments(document.body ?? document, { isNumbered: true })),
      properties,
    ),
    properties,
  );
  const title =
    document.querySelector('h1.document-title') === null
      ? namedElsewhere(fragments, { stated: properties.title, running })
      : undefined;
  const draft = draftFromFragments(fragments, {
    metadata: { ...(title === undefined ? {} : { title }), ...(published === undefined ? {} : { published }) },
    options: language === undefined ? {} : { language },
    notes: [
      ...(formulas === 0
        ? []
        : [`its formulas (${formulas}) are written on one line each, such as a/b for a fraction`]),
      ...(unread === 0
        ? []
        : [`the numbers of ${unread} of its paragraphs are in a form that is not read, and were left out`]),
    ],
  });
  return withProperties(draft, properties);
}

/** The bullets of Word's fonts of signs, at the start of a run. */
const SIGN_BULLET = /(?<=<w:t(?:\s[^<>]{0,60})?>)[\uF0B7\uF0A7\uF0D8\uF076\uF0FC\uF0A8\uF06E\uF071\uF0E8](?=\s|<)/gu;

/** Writes bullets that were typed in a font of signs as such; what its letters stand for in other fonts is nothing. */
function withBullets(xml: string): string {
  return xml.replaceAll(SIGN_BULLET, '• ');
}

/** Writes the numbers of lists and the names of styles into the parts; returns how many paragraphs have numbers that cannot be read. */
function numberAndNameStyles(parts: Map<string, string | Uint8Array>): number {
  const found = (pattern: RegExp): readonly (readonly [path: string, xml: string])[] =>
    [...parts].flatMap(([path, xml]) => (typeof xml === 'string' && pattern.test(path) ? [[path, xml] as const] : []));
  const styles = found(/^word\/styles\d{0,3}\.xml$/iu);
  const joined = (of: typeof styles): string => of.map(([, xml]) => xml).join('');
  const named = { styles: joined(styles), numbering: joined(found(/^word\/numbering\d{0,3}\.xml$/iu)) };
  let unread = 0;
  for (const [path, xml] of found(/^word\/document\d{0,3}\.xml$/iu)) {
    const numbered = withNumbers(xml, named);
    parts.set(path, withOutlineLevels(numbered.xml));
    unread += numbered.unread;
  }
  for (const [path, xml] of styles) parts.set(path, withStyleNames(xml));
  return unread;
}

/** As much of a word as its other forms have too. */
const STEM_CHARS = 4;

/** The title that the properties state, where the text has a word of it (that of a template has none), else the running head. */
function namedElsewhere(fragments: readonly Fragment[], { stated, running }: OtherNames): string | undefined {
  const text = fragments.map((fragment) => fragment.text.toLowerCase()).join('\n');
  const words = stated?.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  const isOfText = words.length === 0 || words.some((word) => text.includes(word.slice(0, STEM_CHARS)));
  return stated !== undefined && !isLabel(stated) && isOfText ? stated : running;
}

function archiveParts(parts: ReadonlyMap<string, string | Uint8Array>): Parts {
  return {
    file: {
      exists: (path) => parts.has(path),
      read: (path, encoding) => {
        const part = parts.get(path) ?? '';
        if (encoding === undefined) return Promise.resolve(part);
        if (encoding === 'base64') return Promise.resolve(Buffer.from(part).toString('base64'));
        return Promise.resolve(typeof part === 'string' ? part : new TextDecoder(encoding).decode(part));
      },
    },
  };
}
