import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerSchema } from '../../src/answer/answer.ts';
import { CORPUS, line, temporaryFolder } from './line.ts';

describe('the command line', () => {
  test('puts the answering sentence first, with its citation, and says how many more there are', async () => {
    const { code, out, error } = await line(['ask', 'Who is IS-K’s most significant enemy?']);
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/^IS-K has specifically .* most significant enemy\.\n {2}— ¶6\.4 · /u);
    const several = await line(['ask', 'attack']);
    expect(several.out.match(/^ {2}— /gmu)?.length).toBeGreaterThan(2);
    expect(several.out).toMatch(/\n\n\d+ more passages? not shown; --json gives /u);
  });

  test('accepts a question in several words, and options before the command', async () => {
    const one = await line(['ask', 'most significant enemy']);
    expect(await line(['--corpus', CORPUS, 'ask', 'most', 'significant', 'enemy'])).toEqual(one);
  });

  test('uses bold and dim only if allowed', async () => {
    expect((await line(['section'])).out).not.toContain('\u001B');
    expect((await line(['section'], { color: true })).out).toContain('\u001B[1m');
  });

  test.each<[words: string[], code: number, kind: string]>([
    [['ask', 'most significant enemy'], 0, 'excerpts'],
    [['ask', 'best sourdough recipe'], 1, 'nothing'],
    [['cite', '99'], 2, 'invalid'],
    [['ask'], 2, 'invalid'],
    [['ask', 'x', '--colour', 'red'], 2, 'invalid'],
    [['ask', 'x', '--article'], 2, 'invalid'],
    [['ask', '--question', 'x', 'more'], 2, 'invalid'],
    [['settings', 'show', '--guild', 'ours'], 2, 'invalid'],
    [['digest'], 2, 'invalid'],
    [['digest', 'lst'], 2, 'invalid'],
    [['nonsense'], 2, 'invalid'],
    [['verify', 'In the past two months alone'], 0, 'verdict'],
    [['dates'], 0, 'dates'],
    [['sources'], 0, 'sources'],
    [['find-in-sources', 'arrests in Italy'], 0, 'excerpts'],
  ])('%j --json prints one object and ends with %d', async (words, code, kind) => {
    const { out, error, code: ended } = await line([...words, '--json']);
    expect(ended).toBe(code);
    expect(answerSchema.parse(JSON.parse(out)).kind).toBe(kind);
    expect(out.trim()).not.toContain('\n');
    expect(error === '').toBe(kind !== 'invalid');
  });

  test.each<[words: string[], error: string]>([
    [['ask'], '/ask needs the option "question": what you want to know; "exact words" must occur, -word must not.'],
    [['ask', 'x', '--colour', 'red'], '/ask has no option "colour"; it takes question, article, section, plain, hide.'],
    [['ask', 'x', '--article'], '--article needs a value.'],
    [
      ['ask', '--question', 'x', 'y'],
      '/ask cannot place "y"; name the option that it is for: --question, --article, --section, --plain, --hide.',
    ],
    [['cite', '99'], `"The Islamic State's Growing Threat to the West" has no ¶99; the last one is ¶13.`],
    [
      ['section', '9'],
      `"The Islamic State's Growing Threat to the West" has no section 9; its sections have the numbers 0 to 3.`,
    ],
    [['event', '--from', '2026', '--to', '2025'], '"to" is before "from": no day lies between them.'],
    [['quote', 'fig9'], '"The Islamic State\'s Growing Threat to the West" has no Fig. 9; the last one is Fig. 4.'],
    [['ask', 'a\u001Bb'], '"question" contains a control character (U+001B); type it as plain text.'],
    [['ask', 'a'.repeat(6000)], '"question" may be up to 1,000 characters long; this is 6,000.'],
    [
      ['settings', 'forget', '--sure', 'yes'],
      'The settings belong to a server. Use this command there; in a terminal, name the server with --guild.',
    ],
    [['settings', 'show', '--guild', 'ours'], '--guild must be an id of digits, not "ours".'],
    [['chek'], 'There is no command "chek"; did you mean "check"? `--help` lists them all.'],
    [['zzzz'], 'There is no command "zzzz"; `--help` lists them all.'],
    [
      ['ask', 'x', '--artcle', 'y'],
      '/ask has no option "artcle"; did you mean "article"? It takes question, article, section, plain, hide.',
    ],
    [
      ['digest', 'lst'],
      '/digest has no "lst"; did you mean "list"? It takes one of create, list, show, edit, pause, resume, run, preview, delete, history.',
    ],
    [['check', '--acept'], 'There is no option --acept; did you mean --accept? `rapporteur check --help` lists them.'],
    [['--verion'], 'There is no option --verion; did you mean --version? `--help` lists the commands.'],
    [['check', '--colour'], 'There is no option --colour; `rapporteur check --help` lists them.'],
    [['check', 'this'], '"check" takes options only, not "this".'],
    [['--colour'], 'There is no option --colour; `--help` lists the commands.'],
    [['ask', 'x', '--corpus', '/nowhere'], 'Cannot load the articles: /nowhere: the corpus directory cannot be read.'],
    [['reader'], 'Name the folder to write to: rapporteur reader --out DIR.'],
    [['register'], 'Set DISCORD_TOKEN to the token of your application; .env.example says where to find it.'],
  ])('%j is told in one sentence on standard error', async (words, error) => {
    expect(await line(words)).toEqual({ code: 2, out: '', error: `${error}\n` });
  });

  test('ends the lines of RIS as a terminal does, and links to the reader where one is served', async () => {
    const ris = await line(['cite', '1.2', '--format', 'ris']);
    expect(ris.out).toMatch(/^TY  - \w+\n(?:[A-Z\d]{2}  - .*\n)+$/u);
    const environment = { PUBLIC_URL: 'https://briefing.example.org' };
    const link = await line(['cite', '1.2', '--format', 'link'], { environment });
    expect(link.out).toBe('https://briefing.example.org/read/islamic-state-threat?edition=2bbf0e29#p1.2\n');
  });

  test.each<[what: string, words: readonly string[], code: number]>([
    ['exact', ['In the past two months alone'], 0],
    ['typography', ['in the past  two months alone'], 0],
    ['spliced', ['In the past two months … arrested suspected IS operatives'], 0],
    ['altered', ['In the past three months alone, authorities have arrested'], 1],
    ['absent', ['the lamp was sold to nobody at all in June'], 1],
    ['elsewhere', ['In the past two months alone', '--reference', '5'], 1],
    ['too short', ['past two'], 1],
    ['no words', ['…'], 2],
  ])('verify ends as its help says for %s', async (_, [quote = '', ...options], code) => {
    expect((await line(['verify', quote, ...options])).code).toBe(code);
    expect((await line(['verify', '-', ...options], { input: `${quote}\n` })).code).toBe(code);
  });

  test('reads "-" from standard input, for any text', async () => {
    const input = 'most significant enemy\r\n';
    expect(await line(['ask', '-'], { input })).toEqual(await line(['ask', 'most significant enemy']));
    expect(await line(['find-in-sources', '-'], { input })).toMatchObject({ code: 0 });
    expect(await line(['verify', '-'], { input: new Uint8Array([0x50, 0x4b, 3, 4]) })).toEqual({
      code: 2,
      out: '',
      error: 'Cannot read standard input: it is not plain text; save it as .txt or .md.\n',
    });
    expect(await line(['ask', 'x', '-'], { input })).toEqual(await line(['ask', 'x -']));
  });

  test('prints its version', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await line(['--version'])).toEqual({ code: 0, out: `rapporteur ${version}\n`, error: '' });
    expect(JSON.parse((await line(['--version', '--json'])).out)).toEqual({ version });
  });

  test('breaks lines between words on a terminal, but not in a pipe, in JSON or in a citation', async () => {
    for (const words of [['ask', 'most significant enemy'], ['--help'], ['import', '--help'], ['verify', '--help']]) {
      const [piped, wrapped] = [await line(words), await line(words, { width: 60 })];
      expect(Math.max(...piped.out.split('\n').map((row) => row.length))).toBeGreaterThan(60);
      for (const row of wrapped.out.split('\n')) expect(row.length <= 60 || !row.trim().includes(' ')).toBe(true);
      expect(wrapped.out.replaceAll(/\s+/gu, ' ')).toBe(piped.out.replaceAll(/\s+/gu, ' '));
    }
    for (const words of [
      ['ask', 'most significant enemy', '--json'],
      ['cite', '1.2', '--format', 'bibtex'],
    ])
      expect(await line(words, { width: 60 })).toEqual(await line(words));
  });

  test('tells all that is wrong with the environment together', async () => {
    const { code, error } = await line(['sources'], { environment: { ROOM_PORT: 'x', LOG_LEVEL: 'loud' } });
    expect(code).toBe(2);
    expect(error.trim().split('\n')).toHaveLength(2);
  });

  test('finds words however hard they are, or says that they are not there', async () => {
    for (const words of ['😀😀', 'مرحبا بالعالم', '\u202Eabc', '"', '-x', 'x'.repeat(1000), 'a\nb']) {
      const { code, out } = await line(['ask', words, '--json']);
      expect(['nothing', 'excerpts']).toContain(answerSchema.parse(JSON.parse(out)).kind);
      expect([0, 1]).toContain(code);
    }
  });
});

describe('help', () => {
  test('lists every command, of Discord and of the terminal, and needs no corpus', async () => {
    const environment = { CORPUS_DIR: '/nowhere' };
    const { code, out, error } = await line(['--help'], { environment });
    expect([code, error]).toEqual([0, '']);
    for (const name of ['ask', 'find-in-sources', 'dates', 'import', 'check', 'batch', 'register'])
      expect(out).toMatch(new RegExp(`^  ${name} `, 'mu'));
    expect(out).not.toContain('add-as-source');
    expect((await line(['help'], { environment })).out).toBe(out);
    expect((await line(['help', '--corpus', '/elsewhere'], { environment })).out).toBe(out);
    expect((await line([], { environment })).out).toBe(out);
  });

  test.each([
    'ask',
    'digest',
    'settings',
    'find-in-sources',
    'import',
    'check',
    'batch',
    'reader',
    'events',
    'register',
  ])('explains %s in three ways', async (name) => {
    const environment = { CORPUS_DIR: '/nowhere' };
    const { code, out } = await line([name, '--help'], { environment });
    expect(code).toBe(0);
    expect(out).toContain(`rapporteur ${name}`);
    expect(out).not.toContain('`"');
    expect((await line([name, '-h'], { environment })).out).toBe(out);
    expect((await line(['help', name], { environment })).out).toBe(out);
    expect((await line(['help', name, '--corpus', '/elsewhere'], { environment })).out).toBe(out);
  });

  test('is an answer with --json', async () => {
    const { out } = await line(['help', 'ask', '--json']);
    expect(JSON.parse(out)).toMatchObject({ kind: 'notice' });
  });
});

describe('the database', () => {
  test('is made by what stores something, and by nothing else', async () => {
    const data = join(await temporaryFolder(), 'data');
    const environment = { DATA_DIR: data };
    for (const words of [['ask', 'enemy'], ['sources'], ['check'], ['--help'], ['digest', 'list'], ['batch']])
      await line(words, { environment });
    expect(existsSync(data)).toBe(false);
    expect(await line(['digest', 'list', '--guild', '123'], { environment })).toMatchObject({ code: 0 });
    expect(existsSync(data)).toBe(true);
  });

  test('flags and yes are one to a command', async () => {
    const environment = { DATA_DIR: await temporaryFolder() };
    const guild = ['--guild', '123'];
    const forget = await line(['settings', 'forget', '--sure', ...guild], { environment });
    expect(forget).toMatchObject({ code: 0, error: '' });
    for (const words of [
      ['--sure', 'yes', ...guild],
      [...guild, '--sure=true'],
      ['--sure', '--guild=123'],
    ])
      expect(await line(['settings', 'forget', ...words], { environment })).toEqual(forget);
    expect((await line(['settings', 'forget', '--sure', 'no', ...guild], { environment })).out).not.toBe(forget.out);
  });
});

describe('several articles', () => {
  test('a reference needs the article, and the sentence names some', async () => {
    const corpus = await temporaryFolder();
    await cp(CORPUS, corpus, { recursive: true });
    await writeFile(join(corpus, 'b.md'), '# Tides\n\nThe sea rose at noon. It fell by night.\n');
    await line(['import', join(corpus, 'b.md'), '--id', 'tides', '--corpus', corpus]);
    expect(await line(['cite', '1', '--corpus', corpus])).toEqual({
      code: 2,
      out: '',
      error: 'Choose one of the 2 articles with the option "article". Try: "islamic-state-threat", "tides".\n',
    });
    expect((await line(['cite', '1.2', '--article', 'tides', '--corpus', corpus])).out).toContain('It fell by night.');
    expect((await line(['ask', 'What rose at noon?', '--corpus', corpus])).out).toMatch(/^The sea rose at noon\./u);
  });

  test('an empty corpus answers that there is nothing, or that an article is needed', async () => {
    const corpus = join(await temporaryFolder(), 'corpus');
    await mkdir(corpus);
    expect(await line(['ask', 'x', '--corpus', corpus])).toMatchObject({ code: 1 });
    expect(await line(['cite', '1', '--corpus', corpus])).toMatchObject({
      code: 2,
      error: 'No article is available here.\n',
    });
    expect(await line(['sources', '--corpus', corpus])).toMatchObject({
      code: 0,
      out: 'No article is available here.\n',
    });
  });
});
