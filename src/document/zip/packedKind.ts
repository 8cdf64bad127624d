import type { DocumentKind } from '../document.ts';
import type { ZipEntry } from './unzip.ts';

/** What an archive is by the files in it: a kind that can be read, or what else. */
export type PackedKind = { readonly as: Extract<DocumentKind, 'docx' | 'epub' | 'zip'> } | { readonly other: string };

const OFFICE: readonly (readonly [path: string, kind: PackedKind])[] = [
  ['word/document.xml', { as: 'docx' }],
  ['xl/workbook.xml', { other: 'an Excel workbook; save the text as .docx or .txt' }],
  ['ppt/presentation.xml', { other: 'a PowerPoint presentation; save the text as .docx or .pdf' }],
];
const MEDIA_TYPES: Readonly<Record<string, PackedKind>> = {
  'application/epub+zip': { as: 'epub' },
  'application/vnd.oasis.opendocument.text': { other: 'an OpenDocument text; save it as .docx' },
};
const MEDIA_TYPE_MAX_BYTES = 100;

/** Tells what an archive is: Office files have their parts in known places, books and OpenDocument name their type. */
export async function packedKind(entries: readonly ZipEntry[]): Promise<PackedKind> {
  const office = OFFICE.find(([path]) => entries.some((entry) => entry.path === path));
  if (office) return office[1];
  // Word files from elsewhere can have their text under another name, which the list of types has.
  if (entries.some(({ path }) => path === '[Content_Types].xml') && entries.some(({ path }) => /^word\//iu.test(path)))
    return { as: 'docx' };
  const named = entries.find(({ path, size }) => path === 'mimetype' && size <= MEDIA_TYPE_MAX_BYTES);
  const type = named ? new TextDecoder().decode(await named.read()).trim() : '';
  if (Object.hasOwn(MEDIA_TYPES, type)) return MEDIA_TYPES[type] ?? { as: 'zip' };
  return entries.some(({ path }) => path === 'META-INF/container.xml') ? { as: 'epub' } : { as: 'zip' };
}
