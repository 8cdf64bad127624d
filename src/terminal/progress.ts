import type { Terminal } from './terminal.ts';

/** A line that says how far a long command has come. */
interface Progress {
  /** Replaces the line; does nothing if people do not read standard error. */
  readonly show: (line: string) => void;
  /** Takes the line away, before anything else is written. */
  readonly clear: () => void;
}

const ERASE_LINE = '\r\u001B[2K';

/** Makes the progress line of one command, on standard error. */
export function createProgress({ interactive, error }: Terminal): Progress {
  let isShowing = false;
  return {
    show(line) {
      if (!interactive) return;
      error(`${ERASE_LINE}${line}`);
      isShowing = true;
    },
    clear() {
      if (isShowing) error(ERASE_LINE);
      isShowing = false;
    },
  };
}
