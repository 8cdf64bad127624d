import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zipFile } from '../../fixtures/documents/zipFile.ts';
import { line, temporaryFolder } from '../line.ts';

const TEXT = 'A Bridge at Last\n\nThe council opened the bridge on Monday. It had waited nine years.\n';
const PAGE =
  '<!DOCTYPE html><title>Tides</title><h1>Tides</h1><p>The sea came in, and nobody was at the quay to see it.</p>';

async function setting(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await temporaryFolder();
  const papers = join(folder, 'papers');
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(papers, path)), { recursive: true });
    await writeFile(join(papers, path), content);
  }
  const corpus = join(folder, 'corpus');
  const take = (words: readonly string[], how: Parameters<typeof line>[1] = {}) =>
    line(['import', ...words, '--corpus', corpus], { ...how, environment: { READER: 'off' } });
  const ids = async (): Promise<readonly string[]> => (await readdir(corpus).catch((): string[] => [])).toSorted();
  return { folder, papers, corpus, take, ids };
}

describe('import of a folder', () => {
  test('takes the documents in it and below, but no hidden files, links, parts of saved pages or the corpus', async () => {
    const { folder, papers, take, ids } = await setting({
      'bridge.txt': TEXT,
      '2024/tides.html': PAGE,
      '2024/tides_files/frame.html': PAGE,
      '.git/notes.md': TEXT,
      '~$bridge.docx': 'x',
      'node_modules/left/README.md': TEXT,
      'picture.png': 'x',
      'table.csv': 'x',
    });
    await symlink(join(folder, 'papers', 'bridge.txt'), join(papers, 'linked.txt'));
    await symlink(papers, join(papers, 'round'));
    const { code, out, error } = await take([papers]);
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain('All 2 files imported. 2 other files were passed over, being of another kind.\n');
    expect(await ids()).toEqual(['bridge', 'tides']);
    const again = await line(['import', folder, '--corpus', join(folder, 'corpus')], {
      environment: { READER: 'off' },
    });
    expect([again.code, again.out]).toEqual([
      2,
      '0 of 2 files imported. 2 other files were passed over, being of another kind.\n',
    ]);
    expect(again.error).toContain('the corpus has an article "bridge"');
  });

  test('tells files of one name in two folders apart', async () => {
    const { papers, take, ids } = await setting({
      'north/report.txt': TEXT,
      'south/report.txt': TEXT,
      'south/deep/report.txt': TEXT,
    });
    expect(await take([papers])).toMatchObject({ code: 0, error: '' });
    expect(await ids()).toEqual(['report', 'south-report', 'deep-report'].toSorted());
  });

  test('imports the rest where some cannot be read, and names these last', async () => {
    const { papers, take, ids } = await setting({ 'a.pdf': 'x', 'b.txt': TEXT, 'c.docx': 'x' });
    const { code, out, error } = await take([papers]);
    expect(code).toBe(1);
    expect(out).toMatch(/\n1 of 3 files imported\.\n$/u);
    expect(error.split('\n')).toEqual([
      `Cannot import "${join(papers, 'a.pdf')}": its name ends in ".pdf", but it is not a PDF, or it is damaged.`,
      `Cannot import "${join(papers, 'c.docx')}": its name ends in ".docx", but it is not a Word document (.docx), or it is damaged.`,
      '',
    ]);
    expect(await ids()).toEqual(['b']);
  });

  test('refuses one without documents', async () => {
    const { papers, take, ids } = await setting({ 'table.csv': 'x' });
    expect(await take([papers])).toEqual({
      code: 2,
      out: '',
      error: `Cannot import "${papers}": the folder holds no file that can be read (.txt, .md, .rst, .org, .adoc, .html, .docx, .pdf, .epub, .eml, .mbox, .mhtml, .srt, .vtt and .zip).\n`,
    });
    expect(await ids()).toEqual([]);
  });

  test('prints a line for each of many, and an outline for each of few', async () => {
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`note-${at}.txt`, TEXT]));
    const { papers, take } = await setting(many);
    const { out } = await take([papers]);
    expect(out.split('\n')).toHaveLength(13);
    expect(out).not.toContain('The council');
    expect((await take([papers, '--replace', '--quiet'])).out).toBe('');
  });
});

describe('import from standard input', () => {
  test('takes what it is by its bytes, and a name for its kind and id', async () => {
    const { corpus, take, ids } = await setting({});
    expect(await take(['-'], { input: TEXT })).toMatchObject({ code: 0, error: '' });
    expect(await take(['-', '--name', 'Tides 2024.html'], { input: PAGE })).toMatchObject({ code: 0, error: '' });
    expect(await take(['-', '--id', 'packed'], { input: zipFile([{ path: 'a/b.txt', content: TEXT }]) })).toMatchObject(
      { code: 0 },
    );
    expect(await ids()).toEqual(['packed', 'standard-input', 'tides-2024']);
    expect(await readFile(join(corpus, 'tides-2024', 'original.html'), 'utf8')).toBe(PAGE);
  });

  test.each<readonly [what: string, words: readonly string[], input: string, error: string]>([
    ['nothing', ['-'], '', 'Cannot import "-": the file is empty.\n'],
    [
      'a name that its bytes belie',
      ['-', '--name', 'a.pdf'],
      TEXT,
      'Cannot import "-": its name ends in ".pdf", but it is not a PDF, or it is damaged.\n',
    ],
    [
      'a name for what is no input',
      ['a.txt', '--name', 'b.txt'],
      TEXT,
      '--name is for standard input, which is named as "-".\n',
    ],
    ['an empty name', ['-', '--name', ' '], TEXT, '--name: it is empty.\n'],
  ])('refuses %s', async (_what, words, input, error) => {
    const { take, ids } = await setting({});
    expect(await take(words, { input })).toEqual({ code: 2, out: '', error });
    expect(await ids()).toEqual([]);
  });
});

describe('the progress of an import', () => {
  test('is a line on a terminal, gone when it is done', async () => {
    const { papers, take } = await setting({
      'a.txt': TEXT,
      'b.zip': zipFile([
        { path: 'c.txt', content: TEXT },
        { path: 'd.txt', content: TEXT },
      ]),
    });
    const { code, error } = await take([papers], { interactive: true });
    expect(code).toBe(0);
    const shown = error.split('\r\u001B[2K').filter((text) => text !== '');
    expect(shown).toEqual([
      `1 of 2: ${join(papers, 'a.txt').slice(-100)}`,
      `2 of 2: ${join(papers, 'b.zip').slice(-100)}`,
      `2 of 3: ${`${join(papers, 'b.zip')}/c.txt`.slice(-100)}`,
      `3 of 3: ${`${join(papers, 'b.zip')}/d.txt`.slice(-100)}`,
    ]);
    expect(error.endsWith('\r\u001B[2K')).toBe(true);
  });

  test('is not written to files, for one document, or with --quiet', async () => {
    const { papers, take } = await setting({ 'a.txt': TEXT, 'b.txt': TEXT });
    expect((await take([papers])).error).toBe('');
    expect((await take([join(papers, 'a.txt'), '--replace'], { interactive: true })).error).toBe('');
    expect(await take([papers, '--replace', '--quiet'], { interactive: true })).toEqual({
      code: 0,
      out: '',
      error: '',
    });
  });

  test('--quiet still says what failed', async () => {
    const { papers, take } = await setting({ 'a.txt': TEXT, 'b.pdf': 'x' });
    const { code, out, error } = await take([papers, '--quiet']);
    expect([code, out]).toEqual([1, '']);
    expect(error).toMatch(/^Cannot import "[^"]+b\.pdf": .+\.\n$/u);
  });
});
