import {
  ButtonStyle,
  ComponentType,
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import type { Article } from '../../article/article.ts';
import { sectionsOf } from '../../article/sections.ts';
import { escape } from '../escape.ts';
import { truncate } from '../truncate.ts';
import { inline } from '../words/citation.ts';
import { andMore, paragraphRange } from '../words/sourceWords.ts';
import { publishedInWords } from '../words/publishedInWords.ts';
import { NO_SECTIONS, NOT_STATED, textFacts, UPLOAD_LABELS } from '../words/uploads/uploadWords.ts';
import { uploadActionId, type UploadAction } from './uploadAction.ts';

const TITLE_MAX_CHARS = 200;
export const LINE_MAX_CHARS = 90;
/** Of all lists together; what stands above them has up to 1,900. */
const LISTS_MAX_CHARS = 1900;
const SECTIONS_MAX = 12;
const FURNITURE_MAX = 5;

/** A button of a card: what it does, and how it looks. */
export type CardButton = UploadAction & {
  readonly label: keyof typeof UPLOAD_LABELS;
  readonly style?: 'success' | 'danger';
};

const STYLES = { success: ButtonStyle.Success, danger: ButtonStyle.Danger } as const;

/** Makes a row of buttons. */
export function buttonRow(buttons: readonly CardButton[]): APIMessageTopLevelComponent {
  return {
    type: ComponentType.ActionRow,
    components: buttons.map(({ name, token, label, style }): APIButtonComponent => ({
      type: ComponentType.Button,
      style: style === undefined ? ButtonStyle.Secondary : STYLES[style],
      label: UPLOAD_LABELS[label],
      custom_id: uploadActionId({ name, token }),
    })),
  };
}

export function textDisplay(content: string): APIMessageTopLevelComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** Shortens and escapes a title, or another text that fills a line. */
export function escapedLine(text: string): string {
  return inline(truncate(text, TITLE_MAX_CHARS));
}

/** Lists what is known about an article. */
export function factLines(article: Article): readonly string[] {
  const count = (kind: string): number => article.blocks.filter((block) => block.kind === kind).length;
  return [
    fact('title', escapedLine(article.title)),
    fact('author', escapedLine((article.author ?? [NOT_STATED]).join(', '))),
    fact('published', publishedInWords(article, NOT_STATED)),
    ...(article.url === undefined ? [] : [fact('url', escapedLine(article.url))]),
    fact(
      'text',
      textFacts({ paragraphs: count('paragraph') - furnitureOf(article).length, captions: count('caption') }),
    ),
  ];
}

/** Lists an article's sections and furniture. */
export function outlineLines(article: Article): readonly string[] {
  return [
    ...listUnder('sections', sectionLines(article), { most: SECTIONS_MAX, none: NO_SECTIONS }),
    ...listUnder('furniture', furnitureOf(article), { most: FURNITURE_MAX }),
  ];
}

/** Lists lines under a label, the first ones if there are many; with nothing to list, `none` or nothing at all. */
export function listUnder(
  label: keyof typeof UPLOAD_LABELS,
  texts: readonly string[],
  { most, none }: { readonly most: number; readonly none?: string },
): readonly string[] {
  if (texts.length === 0) return none === undefined ? [] : [fact(label, none)];
  const shown = texts.slice(0, most).map((text) => `- ${escape(text)}`);
  const rest = texts.length > most ? [`- ${andMore(texts.length - most)}`] : [];
  return [`**${UPLOAD_LABELS[label]}:**`, ...shown, ...rest];
}

/** Joins as many lines as a message has room for beside the rest of a card. */
export function fittingLines(all: readonly string[]): string {
  let joined = '';
  for (const line of all) {
    if (joined.length + line.length > LISTS_MAX_CHARS) return `${joined}…`;
    joined += `${line}\n`;
  }
  return joined.trimEnd();
}

function fact(label: keyof typeof UPLOAD_LABELS, value: string): string {
  return `**${UPLOAD_LABELS[label]}:** ${value}`;
}

function sectionLines(article: Article): readonly string[] {
  return sectionsOf(article).flatMap(({ heading, paragraphs }) =>
    heading === null ? [] : [`${truncate(heading, LINE_MAX_CHARS)} (${paragraphRange(paragraphs)})`],
  );
}

function furnitureOf({ blocks, source }: Article): readonly string[] {
  return blocks.flatMap(({ kind, span: [from, to], ...block }) =>
    kind === 'paragraph' && 'role' in block && block.role === 'furniture'
      ? [truncate(source.slice(from, Math.min(to, from + 4 * LINE_MAX_CHARS)), LINE_MAX_CHARS)]
      : [],
  );
}
