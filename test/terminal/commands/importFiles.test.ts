import { execFileSync } from 'node:child_process';
import { mkdir, readFile, readdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CORPUS, line, temporaryFolder } from '../line.ts';

const TEXT =
  'A Bridge at Last\n\nThe council opened the bridge on Monday. It had waited nine years.\n\nNobody made a speech.\n';
const MARKDOWN =
  '---\ntitle: Tides\npublished: 2024-05\nauthor: Ada Lind\nid: tides-2024\n---\n\n# Tides\n\nThe sea came in. It went out.\n';

async function setting(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const corpus = join(folder, 'corpus');
  const take = (...words: string[]) =>
    line(['import', ...words.map((word) => (word in files ? join(folder, word) : word)), '--corpus', corpus], {
      environment: { READER: 'off' },
    });
  return { folder, corpus, take };
}

describe('import', () => {
  test('has the articles tagged, so that the first answer about their events is read', async () => {
    const { folder, corpus } = await setting({ 'bridge.txt': TEXT });
    const environment = { CORPUS_DIR: corpus, DATA_DIR: join(folder, 'data') };
    const taken = await line(['import', join(folder, 'bridge.txt'), '--json'], { environment });
    expect(taken).toMatchObject({ code: 0, error: '' });
    expect(JSON.parse(taken.out)).toMatchObject({ id: 'bridge' });
    expect(await readdir(join(folder, 'data', 'tags'))).toHaveLength(1);
    const asked = async (READER: string): Promise<unknown> =>
      JSON.parse((await line(['event', '--json'], { environment: { ...environment, READER } })).out);
    expect(await asked('on')).toMatchObject({ read: true });
    expect(await asked('off')).toMatchObject({ read: false, unread: { articles: 1 } });
  });

  test('understands the article of the corpus', async () => {
    const { corpus, take } = await setting({});
    const { code, out, error } = await take(join(CORPUS, 'islamic-state-threat', 'original.txt'), '--json');
    expect([code, error]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ paragraphs: 13, headings: 3, captions: 4, standfirst: 1 });
    expect(await line(['check', '--corpus', corpus])).toMatchObject({ code: 0 });
  });

  test('takes text and Markdown together, with ids from names or front matter, and prints how each was read', async () => {
    const { corpus, take } = await setting({ 'Über Brücken (2).TXT': TEXT, 'x.md': MARKDOWN });
    const { code, out, error } = await take('Über Brücken (2).TXT', 'x.md');
    expect([code, error]).toEqual([0, '']);
    expect(await readdir(corpus)).toEqual(['tides-2024', 'uber-brucken-2']);
    expect(out).toContain('uber-brucken-2: "A Bridge at Last" (no publication date; --published gives one)');
    expect(out).toContain('tides-2024: "Tides" (published 2024-05; by Ada Lind)');
    expect(await readFile(join(corpus, 'tides-2024', 'original.md'), 'utf8')).toBe(MARKDOWN);
  });

  test('gives files whose names have no Latin letter ids of their own', async () => {
    const { corpus, take } = await setting({ '报告.txt': TEXT, '灯塔.txt': TEXT });
    expect(await take('报告.txt', '灯塔.txt')).toMatchObject({ code: 0, error: '' });
    const ids = await readdir(corpus);
    expect(ids).toHaveLength(2);
    for (const id of ids) expect(id).toMatch(/^article-[0-9a-f]{6}$/u);
    expect((await take('报告.txt')).code).toBe(2);
  });

  test('replaces an article only when told to, and keeps its earlier edition', async () => {
    const { folder, corpus, take } = await setting({ 'a.txt': TEXT });
    await take('a.txt');
    await writeFile(join(folder, 'a.txt'), TEXT.replace('Monday', 'Tuesday'));
    expect(await take('a.txt')).toEqual({
      code: 2,
      out: '',
      error: `Cannot import "${folder}/a.txt": the corpus has an article "a"; --replace puts this one in its place, --id gives it another id.\n`,
    });
    expect(await readFile(join(corpus, 'a', 'source.txt'), 'utf8')).toContain('Monday');
    expect(await take('a.txt', '--replace')).toMatchObject({ code: 0, error: '' });
    expect(await readFile(join(corpus, 'a', 'source.txt'), 'utf8')).toContain('Tuesday');
    expect(await readdir(join(corpus, 'a', 'editions'))).toHaveLength(2);
  });

  test('prefers metadata from options over that of the file', async () => {
    const { corpus, take } = await setting({ 'x.md': MARKDOWN });
    await take(
      'x.md',
      '--id',
      'other',
      '--published',
      '2023',
      '--author',
      'Ada Lind; Bo Ek',
      '--url',
      'https://example.org/x',
    );
    expect(JSON.parse(await readFile(join(corpus, 'other', 'article.json'), 'utf8'))).toMatchObject({
      id: 'other',
      published: '2023',
      author: ['Ada Lind', 'Bo Ek'],
      url: 'https://example.org/x',
    });
  });

  test.each<[name: string, words: string[], reason: string]>([
    ['a missing file', ['none.txt'], 'Cannot import "none.txt": there is no such file.'],
    ['a folder without documents', ['none/'], 'the folder holds no file that can be read'],
    [
      'another kind of file',
      ['a.xyz'],
      '".xyz" files cannot be read, only .txt, .md, .rst, .org, .adoc, .html, .docx, .pdf, .epub, .eml, .mbox, .mhtml, .srt, .vtt and .zip.',
    ],
    ['a kind with a way out', ['a.odt'], 'OpenDocument files cannot be read; save it as .docx.'],
    ['a bad id', ['a.txt', '--id', 'A b'], '"A b" is no article id, which is made of a-z, 0-9 and hyphens, 32 at most'],
    ['an id of 33 characters', ['a.txt', '--id', 'a'.repeat(33)], 'is no article id'],
    [
      'a date in words',
      ['a.txt', '--published', 'May'],
      '--published: a publication date is YYYY, YYYY-MM or YYYY-MM-DD.',
    ],
    ['an address without http', ['a.txt', '--url', 'nowhere'], '--url: '],
    ['an empty file', ['empty.txt'], 'Cannot import'],
    ['bytes that are no text', ['bytes.txt'], 'Cannot import'],
    ['no file', [], 'Name what to import: rapporteur import FILE… (a folder, or - for standard input).'],
    ['one id for two files', ['a.txt', 'b.txt', '--id', 'x'], '--id and --title are for one file at a time.'],
    [
      'an unknown option',
      ['a.txt', '--colour', 'red'],
      'There is no option --colour; `rapporteur import --help` lists them.',
    ],
    ['an option without its value', ['a.txt', '--id'], '--id needs a value.'],
  ])('refuses %s in one sentence', async (_name, words, reason) => {
    const { folder, corpus, take } = await setting({
      'a.txt': TEXT,
      'b.txt': TEXT,
      'a.xyz': 'x',
      'a.odt': 'x',
      'empty.txt': ' \n',
      'bytes.txt': Uint8Array.from({ length: 400 }, (_value, index) => (index * 37) % 256),
    });
    await mkdir(join(folder, 'none'));
    const { code, out, error } = await take(...words.map((word) => (word === 'none/' ? join(folder, 'none') : word)));
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(reason);
    expect(error.trim().split('\n')).toHaveLength(1);
    await expect(readdir(corpus)).rejects.toThrow('ENOENT');
  });

  test('refuses links, pipes and devices, which may never end, and more than 32 MB', async () => {
    const { folder, take } = await setting({ 'a.txt': TEXT });
    await symlink(join(folder, 'a.txt'), join(folder, 'link.txt'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    expect((await take(join(folder, 'link.txt'))).error).toContain('it is a symbolic link; name the file');
    expect((await take(join(folder, 'pipe.txt'))).error).toContain('it is a pipe or a device');
    expect((await take('/dev/zero')).error).toContain('it is a pipe or a device');
    await truncate(join(folder, 'a.txt'), 32_000_000);
    expect((await take('a.txt')).error).toContain('the file is not text');
    await truncate(join(folder, 'a.txt'), 32_000_001);
    expect((await take('a.txt')).error).toContain('it has more than 32 MB.');
  });

  test('an id may have 32 characters', async () => {
    const { take } = await setting({ 'a.txt': TEXT });
    expect(await take('a.txt', '--id', 'a'.repeat(32))).toMatchObject({ code: 0 });
  });

  test('goes on after a file that cannot be taken, and says so in JSON too', async () => {
    const { corpus, take } = await setting({ 'a.txt': TEXT, 'b.pdf': '' });
    const { code, out } = await take('b.pdf', 'a.txt', '--json');
    expect(code).toBe(1);
    expect(
      out
        .trim()
        .split('\n')
        .map((row) => JSON.parse(row) as object),
    ).toEqual([
      { file: expect.stringContaining('b.pdf') as string, error: 'the file is empty' },
      expect.objectContaining({ id: 'a' }) as object,
    ]);
    expect(await readdir(corpus)).toEqual(['a']);
  });

  test('says when the corpus cannot be written to', async () => {
    const { folder, take } = await setting({ 'a.txt': TEXT, corpus: 'a file' });
    await mkdir(join(folder, 'x'));
    const { code, error } = await take('a.txt');
    expect(code).toBe(2);
    expect(error).toMatch(/cannot be written to \((?:EEXIST|ENOTDIR)\)\.\n$/u);
  });
});
