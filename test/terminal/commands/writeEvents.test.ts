import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeArticle } from '../../../src/article/writeArticle.ts';
import { arrests, quakes } from '../../fixtures/eventArticles.ts';
import { line, type Outcome } from '../line.ts';

let corpus: string;

beforeAll(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'events-'));
  for (const article of [arrests, quakes])
    await writeArticle(corpus, article, { extension: '.txt', bytes: Buffer.from(article.source) });
});
afterAll(() => rm(corpus, { recursive: true }));

const event = (...words: readonly string[]): Promise<Outcome> => line(['event', ...words, '--corpus', corpus]);

describe('event --export and --svg', () => {
  test('prints the file and nothing else, with what is not in it on standard error', async () => {
    const csv = await event('--export', 'csv');
    expect([csv.code, csv.error]).toEqual([0, '']);
    const { events } = JSON.parse((await event('--json')).out) as { readonly events: readonly unknown[] };
    expect(events.length).toBeGreaterThan(20);
    expect(csv.out.split('\r\n')).toHaveLength(1 + events.length + 1);
    const ics = await event('--export', 'ics');
    expect(ics.code).toBe(0);
    expect(ics.error).toMatch(/^\d+ without a full date are not in the file\.\n$/u);
    expect(ics.out).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/u);
  });

  test('writes the file that --out names, and says so', async () => {
    const file = join(corpus, 'treaty.md');
    const { code, out } = await event('treaty', '--export', 'markdown', '--out', file);
    expect([code, out]).toEqual([0, `${file}: 1 event in Markdown.\n`]);
    const printed = await event('treaty', '--export', 'markdown', '--out', '-');
    expect(await readFile(file, 'utf8')).toBe(printed.out);
    const answered = await event('treaty', '--export', 'markdown', '--out', file, '--json');
    expect(JSON.parse(answered.out)).toMatchObject({ kind: 'events' });
  });

  test('draws the timeline into a file, or on standard output, with links where there is a reader', async () => {
    const file = join(corpus, 'timeline.svg');
    const { code, out, error } = await event('--article', 'arrests', '--svg', file);
    expect([code, out, error]).toEqual([0, `${file}: 25 events on a timeline.\n`, '1 without a date is not drawn.\n']);
    const printed = await event('--article', 'arrests', '--svg', '-');
    expect(printed.out).toBe(await readFile(file, 'utf8'));
    expect(printed.out).toContain('href="https://example.org/arrests#:~:text=');
    const words = ['event', 'treaty', '--svg', '-', '--corpus', corpus];
    const linked = await line(words, { environment: { PUBLIC_URL: 'https://briefs.example' } });
    expect(linked.out).toContain(
      `<a href="https://briefs.example/read/quakes?edition=${quakes.edition.slice(0, 8)}#p2.2">`,
    );
    expect((await line(words)).out).not.toContain('<a ');
    expect(await event('museum', '--svg', '-')).toEqual({
      code: 1,
      out: '',
      error: 'No event has a date that can be drawn.\n',
    });
  });

  test('writes both files at once', async () => {
    const file = join(corpus, 'both.svg');
    const { code, out } = await event('treaty', '--svg', file, '--export', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: 'events' });
    expect(await readFile(file, 'utf8')).toContain('signed a treaty');
  });

  test('exits with 1 if there is nothing to put into the file', async () => {
    expect(await event('treaty', '--export', 'ics')).toEqual({
      code: 1,
      out: '',
      error: 'The event has no full date, which a calendar needs; the other formats can hold it.\n',
    });
    expect(await event('wedding', '--export', 'csv')).toMatchObject({ code: 1, error: '' });
  });

  test.each([
    [['--out', 'x.csv'], '--out names the file that --export makes; give that, too.'],
    [
      ['--export', 'csv', '--json'],
      'Only one of --json, --export and --svg can go to standard output; name a file for the others.',
    ],
    [['--export', 'csv', '--out', '/nowhere/x.csv'], /^Cannot write to "\/nowhere\/x\.csv": ENOENT/u],
    [['--export', 'xlsx'], /export/u],
    [['--export', 'csv', '--svg', '-'], /^Only one of --json, --export and --svg can go/u],
    [['--svg', '/nowhere/x.svg'], /^Cannot write to "\/nowhere\/x\.svg": ENOENT/u],
    [['--out'], '--out needs a value.'],
    [['--svg'], '--svg needs a value.'],
  ] as const)('%j is wrong', async (words, problem) => {
    const { code, out, error } = await event(...words);
    expect([code, out]).toEqual([2, '']);
    if (typeof problem === 'string') expect(error).toBe(`${problem}\n`);
    else expect(error).toMatch(problem);
  });

  test('is explained by --help', async () => {
    const { out } = await event('--help');
    expect(out).toMatch(/\[--export …\] \[--out FILE\] \[--svg FILE\]/u);
    expect(out).toMatch(/--export +Get the results as a file \(csv, ics, json, markdown\)/u);
  });
});
