import type { Library } from '../../answer/library.ts';
import { writeReader } from '../../reader/writeReader.ts';
import { fail, type ExitCode, type Terminal } from '../terminal.ts';
import { messageOf } from '../../runtime/messageOf.ts';

interface ReaderCall {
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly terminal: Terminal;
}

/** Writes the reader's pages into the folder that `--out` names. */
export async function reader(library: Library, { options: { out }, terminal }: ReaderCall): Promise<ExitCode> {
  if (typeof out !== 'string') return fail(terminal, 'Name the folder to write to: rapporteur reader --out DIR.');
  try {
    await writeReader(out, library);
  } catch (error) {
    return fail(terminal, `Cannot write to "${out}": ${messageOf(error)}.`);
  }
  terminal.out(`${library.articles.size + 1} pages are in ${out}; open ${out}/index.html.\n`);
  return 0;
}
