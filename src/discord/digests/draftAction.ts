const ACTIONS = ['save', 'change', 'cancel', 'form'] as const;

/** What a control of a digest's preview does, or its form; `token` names the draft. */
export interface DraftAction {
  readonly name: (typeof ACTIONS)[number];
  readonly token: string;
}

const PREFIX = 'draft';

/** Encodes an action into a `custom_id`. */
export function draftActionId({ name, token }: DraftAction): string {
  return `${PREFIX}|${name}|${token}`;
}

/** Decodes a `custom_id`; undefined if it is none of a draft. */
export function readDraftAction(customId: string): DraftAction | undefined {
  const [prefix, given, token, ...rest] = customId.split('|');
  if (prefix !== PREFIX || token === undefined || rest.length > 0) return undefined;
  const name = ACTIONS.find((action) => action === given);
  return name && { name, token };
}
