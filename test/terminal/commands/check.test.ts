import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CORPUS, line, temporaryFolder } from '../line.ts';

async function corpusWith(change: (json: string) => string, id = 'islamic-state-threat') {
  const corpus = await temporaryFolder();
  await cp(CORPUS, corpus, { recursive: true });
  const file = join(corpus, id, 'article.json');
  await writeFile(file, change(await readFile(file, 'utf8')));
  return { corpus, file };
}

test('check counts what it found sound', async () => {
  expect(await line(['check'])).toEqual({
    code: 0,
    out: 'islamic-state-threat: 13 paragraphs, 3 headings, 4 captions, edition 2bbf0e29\n1 article, nothing wrong.\n',
    error: '',
  });
});

test('check reports each problem by file and line', async () => {
  const { corpus, file } = await corpusWith((json) => json.replace('"kind":"title"', '"kind":"titel"'));
  const { code, out, error } = await line(['check', '--corpus', corpus]);
  expect([code, out]).toEqual([2, '']);
  const at = (await readFile(file, 'utf8')).split('\n').findIndex((row) => row.includes('titel')) + 1;
  expect(error).toContain(`${file}:${at}: `);
});

test('check --json prints one object, with the problems', async () => {
  const { corpus, file } = await corpusWith((json) => `${json}}`);
  const { code, out } = await line(['check', '--corpus', corpus, '--json']);
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ articles: [], problems: [{ file, message: 'this is not JSON' }] });
});

test('check --accept accepts manual corrections, and keeps both editions', async () => {
  const { corpus, file } = await corpusWith((json) => json.replace(/"level":\s*2/u, '"level":3'));
  expect(await line(['check', '--corpus', corpus])).toMatchObject({ code: 2 });
  const { code, out, error } = await line(['check', '--accept', '--corpus', corpus]);
  expect([code, error]).toEqual([0, '']);
  const edition = (JSON.parse(await readFile(file, 'utf8')) as { edition: string }).edition.slice(0, 8);
  expect(out).toContain(`islamic-state-threat: edition 2bbf0e29 is now ${edition}\n`);
  expect(await readdir(join(corpus, 'islamic-state-threat', 'editions'))).toEqual(['2bbf0e29', edition].toSorted());
});

test('check --accept leaves alone what is wrong otherwise', async () => {
  const { corpus, file } = await corpusWith((json) => json.replace('"number":2', '"number":7'));
  const before = await readFile(file, 'utf8');
  expect(await line(['check', '--accept', '--corpus', corpus])).toMatchObject({ code: 2, out: '' });
  expect(await readFile(file, 'utf8')).toBe(before);
});

test('check says when there is no corpus', async () => {
  expect(await line(['check', '--corpus', '/nowhere/at/all'])).toEqual({
    code: 2,
    out: '',
    error: '/nowhere/at/all: the corpus directory cannot be read.\n',
  });
});

test('check lists what interrupted imports have left, with what to do', async () => {
  const { corpus } = await corpusWith((json) => json);
  await cp(join(corpus, 'islamic-state-threat'), join(corpus, '.replaced-islamic-state-threat'), { recursive: true });
  await mkdir(join(corpus, '.import-a1'));
  const { code, out, error } = await line(['check', '--corpus', corpus]);
  expect([code, error]).toEqual([0, '']);
  expect(out).toMatch(/\.import-a1: left by an import .*\n.*\.replaced-islamic-state-threat: the former version /u);
  const json = await line(['check', '--corpus', corpus, '--json']);
  expect(JSON.parse(json.out)).toMatchObject({ leftovers: [{ kind: 'draft' }, { kind: 'replaced' }] });
  await rm(join(corpus, 'islamic-state-threat'), { recursive: true });
  expect((await line(['check', '--corpus', corpus])).out).toMatch(
    /\.replaced-islamic-state-threat: the article as it was before an import[^]*islamic-state-threat: 13 paragraphs/u,
  );
});

test('one broken article is named, and the others answer', async () => {
  const { corpus } = await corpusWith((json) => json);
  await mkdir(join(corpus, 'broken'));
  const { code, out, error } = await line(['sources', '--corpus', corpus]);
  expect(code).toBe(0);
  expect(out).toMatch(
    /1 article with broken files:\n- broken, it is not loaded: .*article\.json: the file is missing\n.*islamic-state-threat/u,
  );
  expect(error).toMatch(/^The article "broken" is broken and left out: .*article\.json: the file is missing\.\n$/u);
});

test('check tells how many events an editor’s file has not decided on, and what adds them', async () => {
  const { corpus } = await corpusWith((json) => json);
  const file = join(corpus, 'islamic-state-threat', 'events.json');
  const curated = JSON.parse(await readFile(file, 'utf8')) as { events: object[] };
  const without = async (count: number): Promise<string> => {
    await writeFile(file, JSON.stringify({ ...curated, events: curated.events.slice(count) }));
    const { code, out } = await line(['check', '--corpus', corpus], { environment: { READER: 'off' } });
    expect(code).toBe(0);
    return out;
  };
  expect(await without(0)).not.toContain('for review');
  expect(await without(1)).toContain(
    'islamic-state-threat: 1 event found that events.json does not have; `rapporteur events islamic-state-threat --review` adds it for review.\n',
  );
  expect(await without(2)).toContain(': 2 events found that events.json does not have; ');
});

test('check says of events that wait in the editor’s file that they wait, not that it lacks them', async () => {
  const { corpus } = await corpusWith((json) => json);
  const file = join(corpus, 'islamic-state-threat', 'events.json');
  const curated = JSON.parse(await readFile(file, 'utf8')) as { events: object[] };
  await writeFile(file, JSON.stringify({ ...curated, events: curated.events.slice(2) }));
  const environment = { READER: 'off' };
  expect((await line(['events', '--review', '--corpus', corpus], { environment })).code).toBe(0);
  const { code, out } = await line(['check', '--corpus', corpus], { environment });
  expect(code).toBe(0);
  expect(out).toContain('islamic-state-threat: 2 events in events.json have the status "extracted"; ');
  expect(out).not.toContain('does not have');
  const json = JSON.parse((await line(['check', '--json', '--corpus', corpus], { environment })).out) as object;
  expect(json).toMatchObject({ undecided: [{ article: 'islamic-state-threat', events: 2, missing: 0 }] });
});
