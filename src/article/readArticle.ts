import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleFileSchema, type Article } from './article.ts';
import { checkArticle } from './checkArticle.ts';
import { lineOfJsonError, lineOfJsonPath, type Problem } from './problem.ts';

/** An article, or everything found wrong with its files. */
export type ArticleReading =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] };

/** Reads and checks one article from its folder, `article.json` and `source.txt`. Never throws for invalid content. */
export async function readArticle(folder: string): Promise<ArticleReading> {
  const file = join(folder, 'article.json');
  const json = await readText(file);
  if (json.kind === 'broken') return json;
  const source = await readText(join(folder, 'source.txt'));
  if (source.kind === 'broken') return source;
  const parsed = parseJsonAtLine(json.text);
  if ('message' in parsed) return broken({ file, ...parsed });
  const checked = articleFileSchema.safeParse(parsed.value);
  if (!checked.success) {
    return broken(
      ...checked.error.issues.map(({ path, message }) => {
        const at = path.length === 0 ? '' : `${path.join('.')}: `;
        return { file, line: lineOfJsonPath(json.text, path), message: `${at}${message}` };
      }),
    );
  }
  const problems = checkArticle(checked.data, source.text);
  if (problems.length > 0) {
    return broken(...problems.map(({ path, message }) => ({ file, line: lineOfJsonPath(json.text, path), message })));
  }
  return { kind: 'article', article: { ...checked.data, source: source.text } };
}

function broken(...problems: readonly Problem[]): ArticleReading & { kind: 'broken' } {
  return { kind: 'broken', problems };
}

async function readText(file: string): Promise<{ kind: 'text'; text: string } | (ArticleReading & { kind: 'broken' })> {
  try {
    const bytes = await readFile(file);
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return broken({ file, message: 'the file is missing' });
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return broken({ file, message: 'the file is not UTF-8 text' });
    return broken({ file, message: `the file cannot be read (${String(code ?? error)})` });
  }
}

function parseJsonAtLine(
  text: string,
): { readonly value: unknown } | { readonly line?: number; readonly message: string } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    const line = lineOfJsonError(text);
    return { ...(line === undefined ? {} : { line }), message: 'this is not JSON' };
  }
}
