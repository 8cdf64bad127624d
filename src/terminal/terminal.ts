import { wrapText } from './wrapText.ts';

/** Where the terminal writes. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether text may be bold. */
  readonly color: boolean;
  /** The columns of a line if people read standard output; undefined for a pipe or a file. */
  readonly width?: number | undefined;
  /** Whether people read standard error as it is written. */
  readonly interactive: boolean;
}

/** 0 for an answer, 1 if there is nothing to answer with or not all could be done, 2 for wrong usage or bad input. */
export type ExitCode = 0 | 1 | 2;

/** Writes one sentence on standard error. */
export function fail(terminal: Terminal, message: string): ExitCode {
  terminal.error(`${wrapText(message, terminal.interactive ? terminal.width : undefined)}\n`);
  return 2;
}
