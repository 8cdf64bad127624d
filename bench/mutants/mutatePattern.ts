import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

const LINES = /^(.+):(\d+(?::\d+)?-\d+(?::\d+)?)$/u;

/** Returns the patterns of the files to mutate at a path, which may name lines (`file.ts:20-40`); undefined if there is none. */
export function mutatePattern(given: string): readonly string[] | undefined {
  const lines = LINES.exec(given);
  const file = path.normalize(lines?.[1] ?? given).replace(/\/$/u, '');
  if (!existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return [lines ? `${file}:${lines[2]}` : file];
  return [`${file}/**/*.{ts,js}`, '!**/*.test.ts', '!**/{test,node_modules}/**'];
}
