import type { Intent, Surroundings } from './intent.ts';
import type { Phrase } from './phrase.ts';

/** What somebody wrote, as the readings take it. */
export interface Said {
  /** As typed, with line breaks and marks, without mentions and emoji. */
  readonly raw: string;
  /** On one line, without marks. */
  readonly words: string;
  /** The same without courtesy and typing errors in the words that commands are asked with. */
  readonly phrase: Phrase;
  readonly surroundings: Surroundings;
  /** Reads a part of what was said by itself. */
  readonly reread: (text: string) => Intent;
}
