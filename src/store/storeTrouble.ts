/** What is wrong with an open database. */
export type TroubleKind = FileTrouble | ServerTrouble;
/** Of a SQLite file. */
type FileTrouble = 'damaged' | 'full' | 'locked' | 'unusable';
/** Of a PostgreSQL server: `refused` if the settings must change, `unreachable` if it may work later. */
type ServerTrouble = 'refused' | 'unreachable' | 'full' | 'unusable';

/** What is wrong and what to do, in one sentence. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly sentence: string;
}

/** SQLite's primary result codes: https://www.sqlite.org/rescode.html */
const KINDS: Readonly<Record<number, FileTrouble>> = {
  3: 'unusable',
  5: 'locked',
  6: 'locked',
  8: 'unusable',
  10: 'unusable',
  11: 'damaged',
  13: 'full',
  14: 'unusable',
  26: 'damaged',
};

const SENTENCES: Readonly<Record<FileTrouble, (file: string, detail: string) => string>> = {
  damaged: (file, detail) =>
    `The database "${file}" is damaged (${detail}): stop the bot and put a backup in its place, or move the file away to begin anew.`,
  full: (file, detail) =>
    `The disk that holds the database "${file}" is full (${detail}): free some space on it; until then nothing is saved.`,
  locked: (file, detail) =>
    `The database "${file}" is locked by another program (${detail}): end what holds it; until then nothing is saved.`,
  unusable: (file, detail) =>
    `The database "${file}" cannot be read or written (${detail}): check the disk, and who may write to that folder.`,
};

/** Recognizes an error about the database as a whole rather than one statement; undefined for others. */
export function troubleOf(error: unknown, file: string): Trouble | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  const kind = KINDS[Number(error.errcode) & 0xff];
  return kind && trouble(kind, { file, detail: error.message });
}

/** Puts trouble into words; `detail` is SQLite's own message. */
export function trouble(
  kind: FileTrouble,
  { file, detail }: { readonly file: string; readonly detail: string },
): Trouble {
  return { kind, sentence: SENTENCES[kind](file, detail.replaceAll(/\s+/gu, ' ')) };
}
