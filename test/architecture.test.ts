import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const stages = stagesOf(readFileSync(join(root, 'DESIGN.md'), 'utf8'));
const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).flatMap((file) =>
    file.endsWith('.ts') ? [join(folder, file)] : [],
  ),
);

/** Without the room, which becomes a package. */
const ownFiles = files.filter((file) => !file.startsWith('src/room/'));

/** What one can take in at a glance. */
const FOLDER_MAX_FILES = 24;

/** Packages and modules that only some stages may import. */
const RESERVED: readonly (readonly [name: string, allowed: RegExp])[] = [
  ['discord.js', /^src\/discord\//u],
  ['minisearch', /^src\/search\//u],
  ['ws', /^src\/room\//u],
  ['kysely', /^src\/(?:store|settings|schedule)\//u],
  ['node:sqlite', /^src\/store\//u],
  [
    'node:fs',
    /^src\/(?:article\/(?:read|write|list)|access\/(?:read|write)|events\/read|search\/index\/snapshot|command\/load|reader\/(?:write|read)|store\/|room\/|terminal\/|app\/|start\/)/u,
  ],
  ['node:http', /^src\/(?:runtime|reader|room)\//u],
];

describe('the stages in DESIGN.md', () => {
  test('name every folder of src', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
    expect(folders.filter((folder) => !stages.includes(folder))).toEqual([]);
  });

  test('hold no folder of more files than one can take in', () => {
    const sizes = countedBy(ownFiles, dirname);
    expect([...sizes].filter(([, count]) => count > FOLDER_MAX_FILES)).toEqual([]);
  });

  test('use no file name three times', () => {
    const counts = countedBy(ownFiles, (file) => basename(file));
    expect([...counts].filter(([, count]) => count > 2)).toEqual([]);
  });

  test.each(files)('%s imports its own stage or an earlier one', (file) => {
    const own = stageOf(file);
    const later = importsOf(file).flatMap((target) => {
      if (!target.startsWith('.')) return [];
      const imported = relative(root, resolve(root, dirname(file), target));
      const stage = stageOf(imported);
      if (own === undefined) return [];
      return stage === undefined || stages.indexOf(stage) > stages.indexOf(own) ? [imported] : [];
    });
    expect(later).toEqual([]);
  });

  test('the room imports no stage above', () => {
    const above = files
      .filter((file) => stageOf(file) === 'room')
      .flatMap((file) => importsOf(file).filter((target) => target.startsWith('../') && !inRoom(file, target)));
    expect(above).toEqual([]);
  });
});

describe('reserved modules', () => {
  test.each(RESERVED)('%s is imported where it belongs only', (name, allowed) => {
    const users = files.filter((file) =>
      importsOf(file).some((target) => target === name || target.startsWith(`${name}/`)),
    );
    expect(users.filter((file) => !allowed.test(file))).toEqual([]);
  });

  test('process.env is read in main.ts and cli.ts only', () => {
    const readers = files.filter((file) =>
      /process\.env|from 'node:process'/u.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(readers.filter((file) => file !== 'src/main.ts' && file !== 'src/cli.ts')).toEqual([]);
  });
});

function stagesOf(design: string): readonly string[] {
  const tree = /^ {4}src\/\n([\s\S]*?)^ {4}test\//mu.exec(design)?.[1] ?? '';
  return tree
    .split('\n')
    .flatMap(
      (line) =>
        /^ {6}([a-z]+(?:\.ts|(?=\/))) *\/? /u.exec(line)?.[1] ?? (/^ {6}\(commands\//u.test(line) ? 'commands' : []),
    );
}

function countedBy(names: readonly string[], key: (name: string) => string): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(names, key)].map(([name, of]) => [name, of.length]));
}

function stageOf(file: string): string | undefined {
  if (file.startsWith('commands/')) return 'commands';
  return /^src\/([a-z]+)\//u.exec(file)?.[1];
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:^|\s)(?:import|export)\s(?:[^'"]*?\sfrom\s)?'([^']+)'|import\('([^']+)'\)/gmu)].map(
    (match) => (match[1] ?? match[2])!,
  );
}

function inRoom(file: string, target: string): boolean {
  return relative(root, resolve(root, dirname(file), target)).startsWith('src/room/');
}
