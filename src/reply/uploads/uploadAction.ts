/** What a button or form of a document's card does; `token` names the document, or the article to be removed. */
export interface UploadAction {
  readonly name: 'accept' | 'edit' | 'discard';
  readonly token: string;
}

const PREFIX = 'upload';

/** Encodes an action into a `custom_id`. */
export function uploadActionId({ name, token }: UploadAction): string {
  return `${PREFIX}|${name}|${token}`;
}

/** Decodes a `custom_id`; undefined if it is none of an upload. */
export function readUploadAction(customId: string): UploadAction | undefined {
  const [prefix, name, token, ...rest] = customId.split('|');
  if (prefix !== PREFIX || token === undefined || rest.length > 0) return undefined;
  return name === 'accept' || name === 'edit' || name === 'discard' ? { name, token } : undefined;
}
