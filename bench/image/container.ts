import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A root file system in a folder: this machine's /usr and /etc, with a /usr/local and an /app of its own. */
export interface Container {
  readonly root: string;
  env: Record<string, string>;
  workdir: string;
  user: string;
  volumes: readonly string[];
}

/** Creates one that has the Node of this process, and npm, as Node's own images have them. */
export function createContainer(root: string): Container {
  for (const folder of ['usr', 'usr/local/bin', 'etc', 'proc', 'dev', 'tmp', 'app', 'local/bin'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const name of ['bin', 'lib', 'lib64', 'sbin']) symlinkSync(`usr/${name}`, join(root, name));
  cpSync(process.execPath, join(root, 'local/bin/node'));
  return { root, env: {}, workdir: '/', user: '0:0', volumes: [] };
}

/** How a process in a container is run. */
export interface Run {
  readonly words: readonly string[];
  /** With a read-only root, except for volumes and a /tmp of its own. Default: everything can be written. */
  readonly readOnly?: boolean;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly stdio?: SpawnOptions['stdio'];
}

/** Starts a process in a container. It has the id of the child, so that signals reach it as Docker's do. Needs root. */
export function startIn(
  { root, env, workdir, user, volumes }: Container,
  { words, readOnly = false, env: more = {}, stdio = 'inherit' }: Run,
): ChildProcess {
  const at = (path: string): string => quoted(join(root, path));
  const mounts = [
    ...['usr', 'etc', 'dev', 'proc'].map((path) => `mount --rbind /${path} ${at(path)}`),
    `mount --bind ${at('local')} ${at('usr/local')}`,
    ...(readOnly
      ? [
          `mount --bind ${at('app')} ${at('app')}`,
          ...volumes.map((path) => `mount --bind ${at(path)} ${at(path)}`),
          `mount -o remount,bind,ro ${at('app')}`,
          `mount -o remount,bind,ro ${at('usr/local')}`,
          `mount -t tmpfs tmpfs ${at('tmp')}`,
        ]
      : []),
  ];
  const command = `exec chroot --userspec=${user} --groups= ${quoted(root)} env -C ${quoted(workdir)} ${words.map(quoted).join(' ')}`;
  return spawn('unshare', ['--mount', 'sh', '-ec', [...mounts, command].join('\n')], {
    env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/tmp', ...env, ...more },
    stdio,
  });
}

/** Copies what a COPY instruction names. */
export function copyInto({ root, workdir }: Container, source: string, target: string): void {
  const goal = target.startsWith('/') ? target : join(workdir, target);
  const path = join(root, goal, goal.endsWith('/') ? source.split('/').at(-1)! : '');
  mkdirSync(dirname(path), { recursive: true });
  cpSync(source, path, { recursive: true, verbatimSymlinks: true });
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
