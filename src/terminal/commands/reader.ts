import type { App } from '../../app/app.ts';
import { tagFirst } from '../../command/tagFirst.ts';
import { writeReader } from '../../reader/writeReader.ts';
import { fail, type ExitCode, type Terminal } from '../terminal.ts';
import { messageOf } from '../../runtime/messageOf.ts';

interface ReaderCall {
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly terminal: Terminal;
}

/** Writes the reader's pages into the folder that `--out` names. */
export async function reader(
  { library, tagger }: Pick<App, 'library' | 'tagger'>,
  { options: { out }, terminal }: ReaderCall,
): Promise<ExitCode> {
  if (typeof out !== 'string') return fail(terminal, 'Name the folder to write to: rapporteur reader --out DIR.');
  const { articles, ...rest } = library();
  await tagFirst([...articles.values()], { tagger });
  try {
    await writeReader(out, { articles, ...rest });
  } catch (error) {
    return fail(terminal, `Cannot write to "${out}": ${messageOf(error)}.`);
  }
  terminal.out(`${articles.size + 1} pages are in ${out}; open ${out}/index.html.\n`);
  return 0;
}
