/** A command's option that only the terminal has, since it can write files. */
export interface FileOption {
  readonly name: string;
  readonly description: string;
}

/** The terminal's options, by command. */
const FILE_OPTIONS: Readonly<Record<string, readonly FileOption[]>> = {
  event: [
    { name: 'out', description: 'Write the file that --export makes here (default: to standard output)' },
    { name: 'svg', description: 'Draw the timeline as a picture (SVG) into this file; - for standard output' },
  ],
};

/** Lists a command's options that only the terminal has; each takes a value. */
export function fileOptionsOf(command: string): readonly FileOption[] {
  return (Object.hasOwn(FILE_OPTIONS, command) && FILE_OPTIONS[command]) || [];
}
