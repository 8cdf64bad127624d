import { z } from 'zod';
import { ComponentType } from 'discord-api-types/v10';
import { isReference } from '../article/handle.ts';
import { escape, unescape } from './escape.ts';
import { cutBefore } from './truncate.ts';
import { lengthInWords, OPTION_NAMES, WRONG_OPTION_NAMES } from './words/optionNames.ts';
import type { Request } from './controls/request.ts';
import { entryAt } from '../runtime/entryAt.ts';

/** Id of the text display that repeats the question; far above the ids that Discord assigns. */
export const ECHO_ID = 9001;
/** Fits any text of 1,000 characters, each of which may need a backslash. */
const ECHO_MAX_CHARS = 2100;
/** Characters shown of a longer text. */
const CUT_CHARS = 600;

/** Commands whose reference is the passage shown, which the citation names anyway. */
const REFERENCE_IS_SHOWN = new Set(['cite', 'quote']);

/** The question, repeated above its answer. */
export interface Echo {
  /** Markdown; empty if nothing is repeated. */
  readonly markdown: string;
  /** Options that `readEcho` will find again. */
  readonly options: ReadonlySet<string>;
}

interface EchoOptions {
  /** Whether the answer is that an option is invalid. */
  readonly isWrong?: boolean;
}

/** Repeats the text that was asked with, escaped. A text that is too long is cut, and cannot be found again. */
export function echo({ command, options }: Request, { isWrong = false }: EchoOptions = {}): Echo {
  const lines: string[] = [];
  const whole = new Set<string>();
  let room = ECHO_MAX_CHARS;
  for (const [key, name] of Object.entries(isWrong ? WRONG_OPTION_NAMES : OPTION_NAMES)) {
    const value = options[key];
    if (typeof value !== 'string' || value === '' || isShown(command, key, value)) continue;
    const line = `**${name}:** ${escape(value)}`;
    const isWhole = line.length <= room;
    if (isWhole) whole.add(key);
    const shown = isWhole
      ? line
      : `**${name}:** ${escape(value.slice(0, cutBefore(value, Math.min(CUT_CHARS, room / 4))))}… *${lengthInWords(value.length)}*`;
    lines.push(shown);
    room = Math.max(200, room - shown.length - 1);
  }
  return { markdown: lines.join('\n'), options: whole };
}

const textSchema = z.object({
  type: z.literal(ComponentType.TextDisplay),
  id: z.literal(ECHO_ID),
  content: z.string(),
});

/**
 * Finds the repeated text in a message's components (plain objects). Includes options that were cut; `encodeRequest`
 * never leaves those out.
 */
export function readEcho(components: readonly unknown[]): Readonly<Record<string, string>> {
  const display = components.flatMap((component) => {
    const parsed = textSchema.safeParse(component);
    return parsed.success ? [parsed.data.content] : [];
  })[0];
  if (display === undefined) return {};
  // An escaped text never has two asterisks in a row, so these are exactly the labels.
  const parts = display.split(/(?:^|\n)\*\*([^*\n]+):\*\* /u);
  const found: Record<string, string> = {};
  for (let index = 1; index + 1 < parts.length; index += 2) {
    const key = Object.keys(WRONG_OPTION_NAMES).find((option) => WRONG_OPTION_NAMES[option] === parts[index]);
    if (key !== undefined) found[key] = unescape(entryAt(parts, index + 1));
  }
  return found;
}

function isShown(command: string, key: string, value: string): boolean {
  // A single article is named by its citations, and a section number by its heading.
  if (key === 'article') return !value.includes(',');
  if (key === 'section') return /^\d+$/u.test(value);
  if (key === 'from' || key === 'to') return command !== 'event';
  if (key === 'reference') return REFERENCE_IS_SHOWN.has(command);
  return key === 'text' && isReference(value);
}
