import {
  ButtonStyle,
  ComponentType,
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import type { Article } from '../../article/article.ts';
import { sectionsOf } from '../../article/sections.ts';
import type { PendingUpload } from '../../intake/upload.ts';
import { encodeRequest } from '../controls/request.ts';
import { escape } from '../escape.ts';
import { truncate } from '../truncate.ts';
import { andMore, paragraphRange } from '../words/sourceWords.ts';
import { publishedInWords } from '../words/publishedInWords.ts';
import {
  HIDDEN_BY_SETTINGS,
  NO_SECTIONS,
  NOT_STATED,
  textFacts,
  UPLOAD_LABELS,
  uploadAccepted,
  uploadExpiry,
  uploadHeading,
} from '../words/uploads/uploadWords.ts';
import { uploadActionId } from './uploadAction.ts';

const TITLE_MAX_CHARS = 200;
const LINE_MAX_CHARS = 90;
/** Of all lists together; what stands above them has up to 1,900. */
const LISTS_MAX_CHARS = 1900;
const SECTIONS_MAX = 12;
const FURNITURE_MAX = 5;
const NOTES_MAX = 4;
const NOTE_MAX_CHARS = 200;

/** Renders what was read from a document, with buttons to accept, correct or discard it. */
export function uploadCard(
  upload: PendingUpload,
  { waitMs, problem }: { readonly waitMs: number; readonly problem?: string | undefined },
): APIMessageTopLevelComponent[] {
  const { article, draft, name } = upload;
  const count = (kind: string): number => article.blocks.filter((block) => block.kind === kind).length;
  const facts = [
    fact('title', escape(truncate(article.title, TITLE_MAX_CHARS))),
    fact('author', escape(truncate((article.author ?? [NOT_STATED]).join(', '), TITLE_MAX_CHARS))),
    fact('published', publishedInWords(article, NOT_STATED)),
    ...(article.url === undefined ? [] : [fact('url', escape(truncate(article.url, TITLE_MAX_CHARS)))]),
    fact(
      'text',
      textFacts({ paragraphs: count('paragraph') - furnitureOf(article).length, captions: count('caption') }),
    ),
  ];
  return [
    ...(problem === undefined ? [] : [textDisplayOf(problem)]),
    textDisplayOf(`${uploadHeading(escape(truncate(name, LINE_MAX_CHARS)))}\n${facts.join('\n')}`),
    textDisplayOf(
      fitting([
        ...listUnder('sections', sectionLines(article), { most: SECTIONS_MAX, none: NO_SECTIONS }),
        ...listUnder('furniture', furnitureOf(article), { most: FURNITURE_MAX }),
        ...listUnder(
          'notes',
          (draft.notes ?? []).map((note) => `${truncate(note, NOTE_MAX_CHARS)}.`),
          { most: NOTES_MAX },
        ),
      ]),
    ),
    textDisplayOf(`-# ${uploadExpiry(waitMs)}`),
    rowOf([
      action('accept', ButtonStyle.Success, upload),
      action('edit', ButtonStyle.Secondary, upload),
      action('discard', ButtonStyle.Danger, upload),
    ]),
  ];
}

/** Renders that an article is in. */
export function acceptedCard(
  { title, id }: Pick<Article, 'title' | 'id'>,
  { isHidden }: { readonly isHidden: boolean },
): APIMessageTopLevelComponent[] {
  const accepted = uploadAccepted(escape(truncate(title, TITLE_MAX_CHARS)), id);
  const show = encodeRequest({ command: 'sources', options: { article: id } }) ?? '';
  return [
    textDisplayOf(isHidden ? `${accepted}\n${HIDDEN_BY_SETTINGS}` : accepted),
    ...(isHidden
      ? []
      : [
          rowOf([
            { type: ComponentType.Button, style: ButtonStyle.Secondary, label: UPLOAD_LABELS.show, custom_id: show },
          ]),
        ]),
  ];
}

function fact(label: keyof typeof UPLOAD_LABELS, value: string): string {
  return `**${UPLOAD_LABELS[label]}:** ${value}`;
}

/** Lists lines under a label, the first ones if there are many; with nothing to list, `none` or nothing at all. */
function listUnder(
  label: keyof typeof UPLOAD_LABELS,
  lines: readonly string[],
  { most, none }: { readonly most: number; readonly none?: string },
): readonly string[] {
  if (lines.length === 0) return none === undefined ? [] : [fact(label, none)];
  const shown = lines.slice(0, most).map((line) => `- ${escape(line)}`);
  const rest = lines.length > most ? [`- ${andMore(lines.length - most)}`] : [];
  return [`**${UPLOAD_LABELS[label]}:**`, ...shown, ...rest];
}

/** Joins as many lines as a message has room for beside the rest of the card. */
function fitting(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines) {
    if (joined.length + line.length > LISTS_MAX_CHARS) return `${joined}…`;
    joined += `${line}\n`;
  }
  return joined.trimEnd();
}

function sectionLines(article: Article): readonly string[] {
  return sectionsOf(article).flatMap(({ heading, paragraphs }) =>
    heading === null ? [] : [`${truncate(heading, LINE_MAX_CHARS)} (${paragraphRange(paragraphs)})`],
  );
}

function furnitureOf({ blocks, source }: Article): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.role === 'furniture'
      ? [
          truncate(
            source.slice(block.span[0], Math.min(block.span[1], block.span[0] + 4 * LINE_MAX_CHARS)),
            LINE_MAX_CHARS,
          ),
        ]
      : [],
  );
}

function action(
  name: 'accept' | 'edit' | 'discard',
  style: ButtonStyle.Success | ButtonStyle.Secondary | ButtonStyle.Danger,
  { token }: Pick<PendingUpload, 'token'>,
): APIButtonComponent {
  return { type: ComponentType.Button, style, label: UPLOAD_LABELS[name], custom_id: uploadActionId({ name, token }) };
}

function rowOf(components: APIButtonComponent[]): APIMessageTopLevelComponent {
  return { type: ComponentType.ActionRow, components };
}

function textDisplayOf(content: string): APIMessageTopLevelComponent {
  return { type: ComponentType.TextDisplay, content };
}
