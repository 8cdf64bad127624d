/** What the buttons, selects and forms of documents do, each with what its token names. */
const ACTIONS = [
  /** Of a document that waits. */
  'accept',
  'edit',
  'discard',
  'edition',
  /** Of the files of a message, of which one is chosen. */
  'pick',
  /** Of an article; `file` is the form that takes its newer edition, or without a token a new document. */
  'remove',
  'erase',
  'keep',
  'replace',
  'file',
] as const;

/** What a control of a document's card does; `token` names the document or the article, and is empty if neither is meant. */
export interface UploadAction {
  readonly name: (typeof ACTIONS)[number];
  readonly token: string;
}

const PREFIX = 'upload';

/** Encodes an action into a `custom_id`. */
export function uploadActionId({ name, token }: UploadAction): string {
  return `${PREFIX}|${name}|${token}`;
}

/** Decodes a `custom_id`; undefined if it is none of an upload. */
export function readUploadAction(customId: string): UploadAction | undefined {
  const [prefix, given, token, ...rest] = customId.split('|');
  if (prefix !== PREFIX || token === undefined || rest.length > 0) return undefined;
  const name = ACTIONS.find((action) => action === given);
  return name && { name, token };
}
