import { ButtonStyle, ComponentType, type APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { editionChanges } from '../../answer/editionChanges.ts';
import type { Article } from '../../article/article.ts';
import type { PendingUpload } from '../../intake/upload.ts';
import { fold } from '../../language/folding/fold.ts';
import { nearest } from '../../language/nearest.ts';
import { encodeRequest } from '../controls/request.ts';
import { escape } from '../escape.ts';
import { SELECT_TEXT_MAX_CHARS } from '../limits.ts';
import { truncate } from '../truncate.ts';
import {
  editionEntry,
  editionHeading,
  HIDDEN_BY_SETTINGS,
  titleTaken,
  UPLOAD_LABELS,
  uploadAccepted,
  uploadExpiry,
  uploadHeading,
  uploadReplaced,
  WHICH_FILE,
} from '../words/uploads/uploadWords.ts';
import {
  buttonRow,
  escapedLine,
  factLines,
  fittingLines,
  LINE_MAX_CHARS,
  listUnder,
  outlineLines,
  textDisplay,
} from './cardParts.ts';
import { changeLines } from './changeLines.ts';
import { uploadActionId, type UploadAction } from './uploadAction.ts';

const NOTES_MAX = 4;
const NOTE_MAX_CHARS = 200;
const SELECT_MAX = 25;
const SAME_TITLE_MAX = 5;
/** The value of the entry that makes a document an article of its own. */
export const OWN_ARTICLE = '-';

interface CardContext {
  readonly waitMs: number;
  readonly problem?: string | undefined;
  /** The articles that the member sees. */
  readonly seen: readonly Article[];
  /** The articles that the server has added; it may be a newer edition of one. */
  readonly own: readonly Article[];
}

/**
 * Renders what was read from a document, with buttons to accept, correct or discard it; for a newer edition also what it
 * changes.
 */
export function uploadCard(
  upload: PendingUpload,
  { waitMs, problem, own, seen }: CardContext,
): APIMessageTopLevelComponent[] {
  const { article, draft, name, token, replaces } = upload;
  const file = escape(truncate(name, LINE_MAX_CHARS));
  const heading = replaces ? editionHeading(file, escapedLine(replaces.title)) : uploadHeading(file);
  const notes = (draft.notes ?? []).map((note) => `${truncate(note, NOTE_MAX_CHARS)}.`);
  return [
    ...(problem === undefined ? [] : [textDisplay(problem)]),
    textDisplay([heading, ...factLines(article), ...(replaces ? [] : titleLines(article, { seen, own }))].join('\n')),
    textDisplay(
      fittingLines([
        ...(replaces ? changeLines(editionChanges(replaces, article), { before: replaces, after: article }) : []),
        ...outlineLines(article),
        ...listUnder('notes', notes, { most: NOTES_MAX }),
      ]),
    ),
    textDisplay(`-# ${uploadExpiry(waitMs)}`),
    buttonRow([
      { name: 'accept', token, label: replaces ? 'replaceIt' : 'accept', style: 'success' },
      { name: 'edit', token, label: 'edit' },
      { name: 'discard', token, label: 'discard', style: 'danger' },
    ]),
    ...(own.length === 0 ? [] : [editionSelect(upload, own)]),
  ];
}

/** Names the articles that are called the same, of which an unnamed edition of the document may be one. */
function titleLines({ title }: Article, { seen, own }: Pick<CardContext, 'seen' | 'own'>): readonly string[] {
  const same = seen.filter((other) => fold(other.title) === fold(title));
  const shown = same.slice(0, SAME_TITLE_MAX).map(({ id }) => id);
  return same.length === 0 ? [] : [titleTaken(shown, { canReplace: same.some((other) => own.includes(other)) })];
}

/** Renders that an article is in; `replaced` is what it was before. */
export function acceptedCard(
  { title, id, edition }: Article,
  { isHidden, replaced }: { readonly isHidden: boolean; readonly replaced?: Article | undefined },
): APIMessageTopLevelComponent[] {
  const named = escapedLine(title);
  const accepted = replaced
    ? uploadReplaced(named, { isNew: replaced.edition !== edition })
    : uploadAccepted(named, id);
  const show = encodeRequest({ command: 'sources', options: { article: id } }) ?? '';
  return [
    textDisplay(isHidden ? `${accepted}\n${HIDDEN_BY_SETTINGS}` : accepted),
    ...(isHidden
      ? []
      : [
          {
            type: ComponentType.ActionRow as const,
            components: [
              {
                type: ComponentType.Button as const,
                style: ButtonStyle.Secondary as const,
                label: UPLOAD_LABELS.show,
                custom_id: show,
              },
            ],
          },
        ]),
  ];
}

/** Asks which of a message's files is to be added; `token` is the name of the list. */
export function fileChoice(token: string, files: readonly { readonly name: string }[]): APIMessageTopLevelComponent[] {
  const options = files
    .slice(0, SELECT_MAX)
    .map(({ name }, place) => ({ label: entryName(name), value: String(place) }));
  return [textDisplay(WHICH_FILE), selectRow({ name: 'pick', token }, { placeholder: UPLOAD_LABELS.pick, options })];
}

/** Offers the articles that a document could be a newer edition of, the likeliest first. */
function editionSelect(
  { token, name, article, replaces }: PendingUpload,
  own: readonly Article[],
): APIMessageTopLevelComponent {
  const alike = nearest(
    article.title,
    own.map(({ title }) => title),
    own.length,
  );
  const stem = name.replace(/\.[^.]*$/u, '').toLowerCase();
  const rank = ({ id, title }: Article): number => (id.startsWith(stem) ? -1 : alike.indexOf(title));
  const listed = own.toSorted((a, b) => rank(a) - rank(b)).slice(0, SELECT_MAX - 1);
  const options = [
    { label: UPLOAD_LABELS.ownArticle, value: OWN_ARTICLE, default: replaces === undefined },
    ...listed.map(({ id, title }) => ({
      label: entryName(editionEntry(title)),
      description: id,
      value: id,
      default: id === replaces?.id,
    })),
  ];
  return selectRow({ name: 'edition', token }, { placeholder: UPLOAD_LABELS.edition, options });
}

interface Entry {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
}

function selectRow(
  action: UploadAction,
  { placeholder, options }: { readonly placeholder: string; readonly options: readonly Entry[] },
): APIMessageTopLevelComponent {
  return {
    type: ComponentType.ActionRow,
    components: [
      { type: ComponentType.StringSelect, custom_id: uploadActionId(action), placeholder, options: [...options] },
    ],
  };
}

function entryName(text: string): string {
  return truncate(text, SELECT_TEXT_MAX_CHARS);
}
