import { z } from 'zod';
import { CUSTOM_ID_MAX_CHARS } from '../limits.ts';

/** Bump when the format changes; buttons of older formats are then rejected. */
const VERSION = '1';
/** Marks the button with the number of the page, which asks for another number. */
export const PAGE_MARKER = 'p';
/** The `custom_id` of the select whose entries are whole requests. */
export const REQUESTS_MENU = `${VERSION}|>`;
/** Options that belong to one message rather than to the question. */
const NOT_CARRIED = new Set(['hide', 'mention']);

const requestSchema = z
  .object({
    command: z.string().min(1).max(32),
    options: z
      .record(z.string().regex(/^[a-z][a-z0-9_-]{0,31}$/u), z.union([z.string(), z.number(), z.boolean()]))
      .readonly(),
    /** From 1. Default: 1. */
    page: z.int().positive().max(100_000).optional(),
    /** Whether to post the reply in the channel, in the name of the user who pressed the button. */
    post: z.literal(true).optional(),
  })
  .readonly();
/** A command with its options, as a user entered it or as a button or select requests it. */
export type Request = z.infer<typeof requestSchema>;

/** What a component leaves out of its `custom_id`. */
export interface Encoding {
  /** The option that the chosen value of a select fills in. */
  readonly chosen?: string;
  /** Put into the `custom_id` for other code to find; ignored when the request is read. */
  readonly marker?: string | undefined;
  /** Options whose text is repeated in the message, where it can be found again (see `echo.ts`). */
  readonly echoed?: ReadonlySet<string>;
}

/** Encodes a request for one message; undefined if it does not fit, or another control of the message makes it. */
export type Encode = (request: Request, marker?: string) => string | undefined;

/** Where to find again what was left out. */
export interface Decoding {
  readonly chosen?: string | undefined;
  readonly echoed?: Readonly<Record<string, string>>;
}

/**
 * Encodes a request into a `custom_id` of at most 100 characters, which works on any replica and after a restart. If it
 * is too long, the longest options repeated in the message are left out. Undefined if even that is too long.
 */
export function encodeRequest(
  request: Request,
  { chosen, echoed = new Set(), marker }: Encoding = {},
): string | undefined {
  // The text of a message is not stored: code that needs it again reads the message by its id.
  const isLeft = (key: string): boolean => key === 'message' && request.options['target'] !== undefined;
  const entries = Object.entries(request.options).filter(
    ([key]) => !NOT_CARRIED.has(key) && key !== chosen && !isLeft(key),
  );
  const left = new Set<string>();
  const candidates = entries
    .filter(([key, value]) => echoed.has(key) && typeof value === 'string')
    .sort((a, b) => String(b[1]).length - String(a[1]).length);
  for (;;) {
    const fields = entries.map(([key, value]) => (left.has(key) ? `${key}~` : field(key, value)));
    const id = [
      VERSION,
      guarded(request.command),
      ...marks(request),
      ...(marker === undefined ? [] : [`*${marker}`]),
      ...fields,
      ...(chosen === undefined ? [] : [`${chosen}?`]),
    ].join('|');
    if (id.length <= CUSTOM_ID_MAX_CHARS) return id;
    const next = candidates.shift();
    if (!next) return undefined;
    left.add(next[0]);
  }
}

/**
 * Decodes a request. Undefined for anything that `encodeRequest` did not write, and if what was left out cannot be
 * found.
 */
export function decodeRequest(customId: string, { chosen, echoed = {} }: Decoding = {}): Request | undefined {
  if (customId === REQUESTS_MENU) return chosen === undefined ? undefined : decodeRequest(chosen, { echoed });
  const [version, command, ...fields] = customId.split('|');
  if (version !== VERSION || command === undefined || customId.length > CUSTOM_ID_MAX_CHARS) return undefined;
  const options: Record<string, string | number | boolean> = {};
  const rest: { page?: number; post?: true } = {};
  for (const text of fields) {
    if (/^\*[\w-]+$/u.test(text)) continue;
    const match = /^(?:!|@(\d+)|([a-z][a-z0-9_-]*?)([=#~?]|[+-](?=$))(.*))$/su.exec(text);
    if (!match) return undefined;
    const [, page, key, sign = '', value = ''] = match;
    if (key === undefined) {
      if (page === undefined) rest.post = true;
      else rest.page = Number(page);
      continue;
    }
    const decoded = valueOf(sign, value, { chosen, echo: Object.hasOwn(echoed, key) ? echoed[key] : undefined });
    if (decoded === undefined || Object.hasOwn(options, key)) return undefined;
    options[key] = decoded;
  }
  const request = requestSchema.safeParse({ command: unguarded(command), options, ...rest });
  return request.success ? request.data : undefined;
}

/** Whether a `custom_id` is that of a page's number. */
export function isPageNumber(customId: string): boolean {
  return customId.split('|').includes(`*${PAGE_MARKER}`);
}

function marks({ page, post }: Request): readonly string[] {
  return [...(post ? ['!'] : []), ...(page === undefined || page === 1 ? [] : [`@${page}`])];
}

function field(key: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return `${key}${value ? '+' : '-'}`;
  return typeof value === 'number' ? `${key}#${value}` : `${key}=${guarded(value)}`;
}

function valueOf(
  sign: string,
  value: string,
  { chosen, echo }: { readonly chosen: string | undefined; readonly echo: string | undefined },
): string | number | boolean | undefined {
  if (sign === '=') return unguarded(value);
  if (sign === '#') return value !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;
  if (value !== '') return undefined;
  if (sign === '~') return echo;
  return sign === '?' ? chosen : sign === '+';
}

function guarded(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('|', '%7C');
}

function unguarded(text: string): string {
  return text.replaceAll('%7C', '|').replaceAll('%25', '%');
}
