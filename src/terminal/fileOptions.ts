/** An option of a command that the terminal alone has, since it can write files. */
export interface FileOption {
  readonly name: string;
  readonly description: string;
}

/** Options of the terminal, by the command that takes them. */
const FILE_OPTIONS: Readonly<Record<string, readonly FileOption[]>> = {
  event: [
    { name: 'out', description: 'Write the file that --export makes here (default: to standard output)' },
    { name: 'svg', description: 'Draw the timeline as a picture (SVG) into this file; - for standard output' },
  ],
};

/** Lists the options that a command has in the terminal beside those of Discord; each takes a value. */
export function fileOptionsOf(command: string): readonly FileOption[] {
  return (Object.hasOwn(FILE_OPTIONS, command) && FILE_OPTIONS[command]) || [];
}
