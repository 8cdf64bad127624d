import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, mergeConfig } from 'vitest/config';
import ordinary from './vitest.config.ts';

/** Tests that start a browser or processes of their own, in which no mutant is active, or that take many seconds. */
const LEFT_OUT = [
  '**/page.test.ts',
  'packages/*/test/record.test.ts',
  'test/architecture.test.ts',
  'test/article/killedImports.test.ts',
  'test/deploy/**',
  'test/discord/crawl.test.ts',
  'test/excerpt/textFragmentInBrowser.test.ts',
  'test/operation.test.ts',
  'test/patterns/**',
  'test/reader/timeline/picture.test.ts',
  'test/run.test.ts',
];

/** The tests of a mutation run (`npm run mutants`), which runs in a copy of the repository. */
export default mergeConfig(
  ordinary,
  defineConfig({ resolve: { alias: packageExports() }, test: { exclude: LEFT_OUT } }),
);

/** Maps what packages/ exports to the files beside this one: `node_modules` links to the packages outside the copy. */
function packageExports(): { find: RegExp; replacement: string }[] {
  const folder = path.join(import.meta.dirname, 'packages');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const text = readFileSync(path.join(folder, name, 'package.json'), 'utf8');
    const { name: called, exports = {} } = JSON.parse(text) as { name: string; exports?: Record<string, string> };
    return Object.entries(exports).map(([entry, file]) => ({
      find: new RegExp(`^${path.posix.join(called, entry)}$`, 'u'),
      replacement: path.join(folder, name, file),
    }));
  });
}
