import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import { lineOfJsonError, lineOfJsonPath, type Problem } from '../article/problem.ts';
import { eventFileSchema, type EventFile } from './eventFile.ts';
import { checkEventFile } from './merge/mergeCurated.ts';

/** The events as reviewed by an editor, that there are none, or everything wrong with the file. */
export type EventsReading =
  | { readonly kind: 'events'; readonly file: EventFile }
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] };

/** Reads and checks `events.json` in an article's folder. Never throws for invalid content. */
export async function readEvents(folder: string, article: Article): Promise<EventsReading> {
  const file = join(folder, 'events.json');
  let json: string;
  try {
    json = await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { kind: 'none' };
    return { kind: 'broken', problems: [{ file, message: `the file cannot be read (${String(code ?? error)})` }] };
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    const line = lineOfJsonError(json);
    return {
      kind: 'broken',
      problems: [{ file, ...(line === undefined ? {} : { line }), message: 'this is not JSON' }],
    };
  }
  const parsed = eventFileSchema.safeParse(value);
  // Decisions on another edition do not count, and must not prevent a new edition from being loaded.
  if (parsed.success && parsed.data.edition !== article.edition) return { kind: 'events', file: parsed.data };
  const issues = parsed.success ? checkEventFile(parsed.data, article) : parsed.error.issues;
  if (parsed.success && issues.length === 0) return { kind: 'events', file: parsed.data };
  const problems = issues.map(({ path, message }) => ({
    file,
    line: lineOfJsonPath(json, path),
    message: parsed.success || path.length === 0 ? message : `${path.join('.')}: ${message}`,
  }));
  return { kind: 'broken', problems };
}
