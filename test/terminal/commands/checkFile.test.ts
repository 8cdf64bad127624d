import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerSchema, type AnswerOf } from '../../../src/answer/answer.ts';
import { WRITERS } from '../../fixtures/documents/oneDocument.ts';
import { line, temporaryFolder } from '../line.ts';

const EXACT = 'In the past two months alone, authorities have arrested suspected IS operatives in Italy';
const DRAFT = `# Draft\r\n\r\nFirst “${EXACT}” (¶1.4).\r\n\r\n> In the past three months alone, authorities have arrested suspected IS operatives\r\n\r\nThen "past two" and “the lamp was sold to nobody at all in June”.\r\n`;

async function draft(text: string | Uint8Array): Promise<string> {
  const file = join(await temporaryFolder(), 'draft “one”.md');
  await writeFile(file, text);
  return file;
}

describe('check-quotes', () => {
  test('lists each quotation of a file with its line and verdict, and the counts last', async () => {
    const { code, out, error } = await line(['check-quotes', await draft(DRAFT)]);
    expect([code, error]).toEqual([1, '']);
    expect(out.match(/^Line \d+: .*\n.*?\./gmu)).toEqual([
      `Line 3: “${EXACT}”\nExact.`,
      'Line 5: “In the past three months alone, authorities have arrested suspected IS operatives”\nAltered.',
      'Line 7: “past two”\nToo short to judge.',
      'Line 7: “the lamp was sold to nobody at all in June”\nNot found.',
    ]);
    expect(out).toContain(
      '\n\n4 quotations: 1 exact, 1 altered, 1 not found and 1 too short to judge.\nTo look at: lines 5 and 7.\n',
    );
  });

  test('answers alike from standard input, and as one JSON object', async () => {
    const file = await draft(DRAFT);
    expect(await line(['check-quotes', '-'], { input: DRAFT })).toEqual(await line(['check-quotes', file]));
    const { code, out } = await line(['check-quotes', file, '--json']);
    const { verdicts } = answerSchema.parse(JSON.parse(out)) as AnswerOf<'verdicts'>;
    expect(code).toBe(1);
    expect(verdicts.map(({ number, line: at, verdict: { verdict } }) => [number, at, verdict])).toEqual([
      [1, 3, 'exact'],
      [2, 5, 'altered'],
      [3, 7, 'too-short'],
      [4, 7, 'absent'],
    ]);
    const text = DRAFT.replaceAll('\r', '');
    for (const { quote, span } of verdicts) expect(text.slice(...span)).toContain(quote);
  });

  test.each<[what: string, text: string, code: number]>([
    ['no quotation', 'Nothing is quoted here.', 0],
    ['exact words', `“${EXACT}”`, 0],
    ['other typography', `“${EXACT.toUpperCase()}”`, 0],
    ['too few words', 'so-called “past two”', 0],
    ['another place', `“${EXACT}” (¶5)`, 1],
    ['altered words', `“${EXACT.replace('two', 'three')}”`, 1],
    ['words that are not there', '“the lamp was sold to nobody at all in June”', 1],
    ['too many words', `“${'word '.repeat(2001)}”`, 1],
  ])('ends with the code for %s', async (_, text, code) => {
    expect((await line(['check-quotes', '-'], { input: text })).code).toBe(code);
  });

  test('checks a message given as words or by --message as Discord does', async () => {
    const message = `They say “${EXACT}”.`;
    const answer = await line(['check-quotes', message]);
    expect(answer).toMatchObject({ code: 0, error: '' });
    expect(answer.out).toMatch(/^1\. “In the past/u);
    expect(await line(['check-quotes', '--message', message])).toEqual(answer);
  });

  test.each<[what: string, words: readonly string[], error: string]>([
    ['nothing', [], 'Name one file to check: rapporteur check-quotes FILE, or - for standard input.'],
    ['two files', ['a', 'b'], 'Name one file to check: rapporteur check-quotes FILE, or - for standard input.'],
    ['a missing file', ['/nowhere.md'], 'Cannot read "/nowhere.md": there is no such file.'],
    ['--from with a file', ['-', '--from', '2'], '--from is for a message; a file is checked as a whole.'],
  ])('refuses %s', async (_, words, error) => {
    expect(await line(['check-quotes', ...words])).toEqual({ code: 2, out: '', error: `${error}\n` });
  });

  test('refuses folders, other kinds of file and empty ones', async () => {
    const folder = await temporaryFolder();
    expect((await line(['check-quotes', folder])).error).toBe(`Cannot read "${folder}": it is a folder.\n`);
    const file = await draft(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
    expect((await line(['check-quotes', file])).error).toContain('but it is a ZIP archive; give it the right ending.');
    expect((await line(['check-quotes', await draft('')])).error).toContain('the file is empty.');
  });

  test.each(['.docx', '.html', '.pdf', '.epub'])(
    'checks a document (%s), and names paragraphs and pages',
    async (ending) => {
      const file = join(await temporaryFolder(), `report${ending}`);
      const document = {
        title: 'A report on threats',
        blocks: [
          { kind: 'text', text: 'This is what was written about it by others, in the order in which they wrote it.' },
          { kind: 'text', text: `It was said that "${EXACT}", which is a lot for so short a time, many think.` },
          {
            kind: 'text',
            text: 'Others wrote that "authorities have arrested thirty suspected IS operatives in Italy" this year.',
          },
        ],
      } as const;
      await writeFile(file, WRITERS[ending]!(document));
      const { code, out, error } = await line(['check-quotes', file]);
      expect([code, error]).toEqual([1, '']);
      // What stands at the head of the PDF's page is a paragraph, too.
      const [page, first] = ending === '.pdf' ? [', p. 1', 3] : ['', 2];
      const places = [`¶${first}${page}`, `¶${first + 1}${page}`];
      expect(out.match(/^¶.*\n.*?\./gmu)).toEqual([
        `${places[0]}: “${EXACT}”\nExact.`,
        `${places[1]}: “authorities have arrested thirty suspected IS operatives in Italy”\nAltered.`,
      ]);
      expect(out).toContain(`To look at: ${places[1]}.\n`);
      const { verdicts } = answerSchema.parse(
        JSON.parse((await line(['check-quotes', file, '--json'])).out),
      ) as AnswerOf<'verdicts'>;
      expect(verdicts.map(({ place }) => place)).toEqual(places);
    },
  );

  test('checks what is set off as a quotation in a document, and a document from standard input', async () => {
    const blocks = [
      { kind: 'text', text: 'This is what was written about it by others.' },
      { kind: 'quote', text: `${EXACT}.`.replace('two', 'three') },
    ] as const;
    const bytes = WRITERS['.docx']!({ title: 'A report', blocks });
    const { code, out } = await line(['check-quotes', '-'], { input: Buffer.from(bytes) });
    expect(out).toMatch(/^¶2: “In the past three months/u);
    expect(code).toBe(1);
  });

  test('shows how far it is where people read along, and takes that away', async () => {
    const { error } = await line(['check-quotes', '-'], { input: DRAFT, interactive: true });
    expect(error).toContain('Quotation 4 of 4');
    expect(error.endsWith('\r\u001B[2K')).toBe(true);
  });

  test('says that there is no article', async () => {
    const corpus = join(await temporaryFolder(), 'corpus');
    await mkdir(corpus);
    expect(await line(['check-quotes', '-', '--corpus', corpus], { input: DRAFT })).toMatchObject({ code: 1 });
  });
});
