import type { AnswerOf } from '../../answer/answer.ts';
import type { CitationFormat } from '../../excerpt/citation.ts';
import { placeLine } from '../words/citation.ts';
import { escape } from '../escape.ts';
import { cutBefore } from '../truncate.ts';
import { lines, type Part } from './part.ts';
import { editionToName, type RenderContext } from './renderContext.ts';
import { remarkParts } from './remarkParts.ts';

/** Formats that are meant for reading; all others are shown as code, to be copied character by character. */
const PROSE: ReadonlySet<string> = new Set(['plain', 'apa', 'chicago'] satisfies CitationFormat[]);
const CHUNK_MAX_CHARS = 900;

/** Lays out a citation to copy, and where it links to. */
export function citationParts(
  { format, text, excerpt, ...remarks }: AnswerOf<'citation'>,
  { articles, links }: RenderContext,
): readonly Part[] {
  const asCode = !PROSE.has(format) && !text.includes('```') && !text.endsWith('`');
  const chunks = textChunks(text, CHUNK_MAX_CHARS);
  return [
    ...remarkParts(remarks),
    ...chunks.map((chunk) => lines(asCode ? `\`\`\`\n${chunk}\n\`\`\`` : escape(chunk))),
    lines(placeLine(excerpt, { link: links(excerpt), ...editionToName(excerpt, articles), isBrief: true }), {
      compact: asCode,
    }),
  ];
}

/** Cuts text at line breaks, or else at spaces, into chunks that each fit on a page. */
function textChunks(text: string, max: number): readonly string[] {
  const chunks: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const room = rest.slice(0, cutBefore(rest, max) || max);
    const border = Math.max(room.lastIndexOf('\n'), room.lastIndexOf(' '));
    const end = border > max / 2 ? border + 1 : room.length;
    chunks.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? chunks : [...chunks, rest];
}
