import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { lineOfJsonError, lineOfJsonPath, type Problem } from '../article/problem.ts';
import { ACCESS_FILE, accessFileSchema, type Access } from './access.ts';
import { entryAt } from '../runtime/entryAt.ts';

/** Who may see which article, or all the problems of the file. */
export type AccessReading =
  | { readonly kind: 'access'; readonly access: Access }
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] };

/** Reads and checks a corpus's `access.json`. Access is open if there is none. Never throws for invalid content. */
export async function readAccess(corpus: string): Promise<AccessReading> {
  const file = join(corpus, ACCESS_FILE);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { kind: 'access', access: { kind: 'open' } };
    const isEncoding = code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
    return broken({
      file,
      message: isEncoding ? 'the file is not UTF-8 text' : `the file cannot be read (${String(code ?? error)})`,
    });
  }
  return parseAccess(text, file);
}

/** Checks the text of an `access.json`; `file` is the path used in problems. */
export function parseAccess(text: string, file: string): AccessReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return broken(problemAt(file, lineOfJsonError(text), 'this is not JSON'));
  }
  const parsed = accessFileSchema.safeParse(value);
  if (!parsed.success) {
    return broken(
      ...parsed.error.issues.map((issue) => {
        const message = issue.code === 'invalid_key' ? entryAt(issue.issues, 0).message : issue.message;
        const at = issue.path.length === 0 ? '' : `${JSON.stringify(issue.path[0])}: `;
        return problemAt(file, lineOfJsonPath(text, issue.path), `${at}${message}`);
      }),
    );
  }
  // JSON keeps the last of two entries with the same name, and the grants of the first would be lost silently.
  const twice = parseDocument(text, { schema: 'json' }).errors.find(({ code }) => code === 'DUPLICATE_KEY');
  if (twice) return broken(problemAt(file, twice.linePos?.[0].line, 'an entry with this name is there already'));
  return { kind: 'access', access: { kind: 'granted', grants: parsed.data } };
}

function problemAt(file: string, line: number | undefined, message: string): Problem {
  return { file, ...(line === undefined ? {} : { line }), message };
}

function broken(...problems: readonly Problem[]): AccessReading & { kind: 'broken' } {
  return { kind: 'broken', problems };
}
