import mammoth from 'mammoth';
import type { Draft } from '../../segment/draft.ts';
import { draftFromFragments } from '../../segment/draftFromFragments.ts';
import type { Fragment } from '../../segment/fragment.ts';
import { invalidDocument, type ParseRequest } from '../document.ts';
import { domFragments } from '../html/domFragments.ts';
import { declaresEntities, ENTITIES, parseHtml } from '../html/parseHtml.ts';
import { withProperties } from '../withProperties.ts';
import type { ZipEntry } from '../zip/unzip.ts';
import { coreProperties } from './coreProperties.ts';
import { nameTitle } from './nameTitle.ts';

const STYLES = [
  'strike => s',
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
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "p[style-name='Code'] => pre:separator('\\n')",
  "p[style-name='Preformatted Text'] => pre:separator('\\n')",
];

/**
 * Reads a Word document: its text, with headings, lists, quotations, captions and notes by its styles, and its properties.
 * Every part is unpacked first, under the limits of the archive, since the library that reads it has none.
 */
export async function readDocx(entries: readonly ZipEntry[], { bytes, language }: ParseRequest): Promise<Draft> {
  let core = '';
  let formulas = 0;
  for (const entry of entries) {
    const part = await entry.read();
    if (!/\.(?:xml|rels)$/iu.test(entry.path)) continue;
    const text = new TextDecoder().decode(part.subarray(0, 100_000));
    if (declaresEntities(text) || /<!DOCTYPE/iu.test(text)) return invalidDocument(ENTITIES);
    if (entry.path === 'docProps/core.xml') core = text;
    if (entry.path === 'word/document.xml')
      formulas = new TextDecoder().decode(part).match(/<m:oMath[\s>]/gu)?.length ?? 0;
  }
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) },
    {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      transformDocument: nameTitle,
    },
  );
  const parsed = parseHtml(html);
  if (parsed.kind === 'invalid') return parsed;
  const { document } = parsed;
  const properties = coreProperties(core);
  const fragments: readonly Fragment[] = domFragments(document.body ?? document);
  const title = document.querySelector('h1.document-title') === null ? properties.title : undefined;
  const draft = draftFromFragments(fragments, {
    metadata: title === undefined ? {} : { title },
    options: language === undefined ? {} : { language },
    notes: formulas === 0 ? [] : [`its formulas (${formulas}) could not be read and were left out`],
  });
  return withProperties(draft, properties);
}
