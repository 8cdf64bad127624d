import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const stages = stagesOf(readFileSync(join(root, 'DESIGN.md'), 'utf8'));
const packages = readdirSync(join(root, 'packages'));
const files = ['src', 'commands', ...packages.map((name) => `packages/${name}/src`)].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).flatMap((file) =>
    file.endsWith('.ts') ? [join(folder, file)] : [],
  ),
);
/** Of the bot alone, without the packages. */
const ownFiles = files.filter((file) => !file.startsWith('packages/'));

/** What one can take in at a glance. */
const FOLDER_MAX_FILES = 24;

/** Packages and modules that only some stages may import. */
const RESERVED: readonly (readonly [name: string, allowed: RegExp])[] = [
  ['discord.js', /^src\/discord\//u],
  ['undici', /^src\/discord\//u],
  ['minisearch', /^src\/search\//u],
  ['ws', /^packages\/room\//u],
  ['onnxruntime-node', /^packages\/reader\//u],
  ['onnxruntime-web', /^packages\/reader\//u],
  ['discord-room', /^src\/(?:start\/|run\.ts$)/u],
  ['kysely', /^src\/(?:store|settings|schedule)\//u],
  // An empty file of SQLite's is the operating system's lock.
  ['node:sqlite', /^src\/(?:store\/|access\/withAccessLock\.ts$)/u],
  [
    'node:fs',
    /^src\/(?:article\/(?:read|write|list|remove)|access\/(?:read|write)|intake\/write|events\/read|search\/index\/snapshot|command\/load|reader\/(?:write|read)|store\/|terminal\/|app\/|start\/)|^packages\//u,
  ],
  ['node:http', /^src\/(?:runtime|reader|discord\/http|terminal\/import\/web)\/|^packages\/room\//u],
  ['yauzl', /^src\/document\/zip\//u],
  ['mammoth', /^src\/document\/docx\//u],
  ['unpdf', /^src\/document\/pdf\//u],
  ['linkedom', /^src\/document\/(?:html|epub)\//u],
];

describe('the stages in DESIGN.md', () => {
  test('name every folder of src', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
    expect(folders.filter((folder) => !stages.includes(folder))).toEqual([]);
  });

  test('name no function alike in three files', () => {
    const places = Map.groupBy(ownFiles.flatMap(functionsOf), ({ name }) => name);
    const shared = [...places].filter(([, of]) => of.length > 2);
    expect(shared.map(([name, of]) => [name, of.map(({ file }) => file)])).toEqual([]);
  });

  test.each(ownFiles)('%s imports its own stage or an earlier one', (file) => {
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
});

describe('a folder', () => {
  test('has no more files than one can take in', () => {
    const sizes = countedBy(files, dirname);
    expect([...sizes].filter(([, count]) => count > FOLDER_MAX_FILES)).toEqual([]);
  });

  test.each(['src', ...packages.map((name) => `packages/${name}`)])('of %s uses no file name three times', (home) => {
    const inside = home === 'src' ? ownFiles : files.filter((file) => file.startsWith(`${home}/`));
    const counts = countedBy(inside, (file) => basename(file));
    expect([...counts].filter(([, count]) => count > 2)).toEqual([]);
  });
});

describe('a package', () => {
  test.each(packages)('%s imports its own files, what its package.json names, and Node alone', (name) => {
    const home = `packages/${name}/`;
    const { dependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(root, home, 'package.json'), 'utf8'),
    ) as Readonly<Record<string, Readonly<Record<string, string>>>>;
    const known = Object.keys({ ...dependencies, ...optionalDependencies });
    const foreign = files
      .filter((file) => file.startsWith(home))
      .flatMap((file) =>
        importsOf(file).filter((target) =>
          target.startsWith('.')
            ? !join(dirname(file), target).startsWith(home)
            : !target.startsWith('node:') && !known.some((each) => target === each || target.startsWith(`${each}/`)),
        ),
      );
    expect(foreign).toEqual([]);
  });

  test('is not among what main.ts loads before it opens the room', () => {
    const loaded = loadedBy('src/main.ts');
    expect(loaded).toContain('src/start/openRoom.ts');
    expect(loaded.filter((file) => importsOf(file, 'static').includes('discord-room'))).toEqual([]);
    expect(ownFiles.filter((file) => importsOf(file, 'dynamic').includes('discord-room'))).toEqual([
      'src/start/openRoom.ts',
    ]);
  });
});

describe('reserved modules', () => {
  test.each(RESERVED)('%s is imported only where it belongs', (name, allowed) => {
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

function functionsOf(file: string): readonly { readonly name: string; readonly file: string }[] {
  const text = readFileSync(join(root, file), 'utf8');
  const declared = text.matchAll(/^(?:export )?(?:async )?function\*? (\w+)/gmu);
  return Array.from(declared, ([, name = '']) => ({ name, file }));
}

function stageOf(file: string): string | undefined {
  if (file.startsWith('commands/')) return 'commands';
  return /^src\/([a-z]+)\//u.exec(file)?.[1];
}

/** What a file imports: all of it with the types, or what is loaded with it (`static`) or later (`dynamic`). */
function importsOf(file: string, kind: 'all' | 'static' | 'dynamic' = 'all'): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [
    ...text.matchAll(/(?:^|\s)(?:import|export)\s(?:([^'"]*?)\sfrom\s)?'([^']+)'|import\('([^']+)'\)/gmu),
  ].flatMap(([, names = '', loaded, later]) => {
    if (kind === 'static' && (loaded === undefined || names.startsWith('type '))) return [];
    if (kind === 'dynamic' && later === undefined) return [];
    return [(loaded ?? later)!];
  });
}

/** A file and all that Node loads together with it, but for packages. */
function loadedBy(start: string): readonly string[] {
  const found = new Set([start]);
  for (const file of found)
    for (const target of importsOf(file, 'static'))
      if (target.startsWith('.') && target.endsWith('.ts')) found.add(join(dirname(file), target));
  return [...found];
}
