import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openApp } from '../../src/app/app.ts';
import { writeArticle } from '../../src/article/writeArticle.ts';
import { runCommand } from '../../src/command/runCommand.ts';
import { IN_MEMORY } from '../../src/store/store.ts';
import { lighthouse } from '../fixtures/article.ts';
import { temporaryFolder } from '../terminal/line.ts';

test('contextFor names broken articles only to managers of the server', async () => {
  const corpus = await temporaryFolder();
  await writeArticle(corpus, lighthouse, { extension: '.txt', bytes: Buffer.from(lighthouse.source) });
  await mkdir(join(corpus, 'secret-report'));
  const opened = await openApp({ corpus, database: IN_MEMORY, limits: { perServer: 1, minMinutes: 15 } });
  if (opened.kind === 'refused') throw new Error(opened.reason);
  onTestFinished(opened.app.close);
  const told = async (manages: boolean): Promise<string> =>
    JSON.stringify(await runCommand('sources', {}, await opened.app.contextFor({ manages })));
  expect(await told(true)).toContain('secret-report');
  expect(await told(false)).not.toContain('secret-report');
});
