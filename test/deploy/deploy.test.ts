import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { isInContext, parseDockerfile, wordsOf } from '../../bench/image/dockerfile.ts';
import { ENVIRONMENT_KEYS } from '../../src/runtime/config.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const stages = parseDockerfile(read('Dockerfile'));
const last = stages.at(-1)!;
const valueOf = (name: string): string => last.instructions.find((instruction) => instruction.name === name)!.value;

describe('the Dockerfile', () => {
  test('has the Node version that npm ci installs', () => {
    const { optionalDependencies } = JSON.parse(read('package.json')) as {
      optionalDependencies: Readonly<Record<string, string>>;
    };
    const pinned = [...new Set(Object.values(optionalDependencies))];
    expect(stages.map(({ base }) => base)).toEqual(stages.map(() => `node:${pinned[0]!}-bookworm-slim`));
    expect(pinned).toHaveLength(1);
  });

  test('copies what is there and what .dockerignore lets through, and no secret or data', () => {
    const ignore = read('.dockerignore');
    const copied = stages
      .flatMap(({ instructions }) => instructions)
      .flatMap(({ name, value }) =>
        name === 'COPY' && !value.includes('--from=')
          ? value
              .split(' ')
              .filter((word) => !word.startsWith('--'))
              .slice(0, -1)
          : [],
      );
    expect(copied.filter((path) => !isInContext(ignore, path) || !existsSync(new URL(path, root)))).toEqual([]);
    for (const path of ['.env', 'data/rapporteur.sqlite', 'node_modules/zod', '.git/config'])
      expect(isInContext(ignore, path)).toBe(false);
  });

  test('starts the same program as npm start, without root, and asks for its health', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } };
    expect(`exec ${[...wordsOf(valueOf('ENTRYPOINT')), ...wordsOf(valueOf('CMD'))].join(' ')}`).toBe(scripts.start);
    expect(valueOf('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/u);
    const [, script] = wordsOf(valueOf('HEALTHCHECK').replace(/^.* CMD /u, ''));
    expect(existsSync(fileURLToPath(new URL(script!, root)))).toBe(true);
  });

  test('sets only what the bot reads from its environment', () => {
    const keys = [...valueOf('ENV').matchAll(/(\w+)=/gu)].map(([, key]) => key!);
    expect(keys.filter((key) => key !== 'NODE_ENV' && !(ENVIRONMENT_KEYS as readonly string[]).includes(key))).toEqual(
      [],
    );
  });
});

test.each(['rapporteur', 'replica-1', 'replica-2'])(
  'compose.yaml runs %s read-only and sets only what the bot reads',
  (name) => {
    const service = z
      .looseObject({
        read_only: z.literal(true),
        cap_drop: z.tuple([z.literal('ALL')]),
        restart: z.literal('unless-stopped'),
        environment: z.partialRecord(z.enum(ENVIRONMENT_KEYS), z.string()),
        volumes: z.array(z.string()),
        ports: z.array(z.string().startsWith('127.0.0.1:')).optional(),
      })
      .parse((parse(read('compose.yaml'), { merge: true }) as { services: Record<string, unknown> }).services[name]);
    const targets = service.volumes.map((volume) => volume.split(':')[1]);
    expect(new Set(targets)).toEqual(new Set(wordsOf(valueOf('VOLUME'))));
    expect(targets).toEqual([service.environment.DATA_DIR, service.environment.CORPUS_DIR]);
  },
);

test('the systemd unit starts the same program, and gives up if a setting has to be changed', () => {
  const unit = Object.fromEntries(
    [...read('deploy/rapporteur.service').matchAll(/^(\w+)=(.*)$/gmu)].map(([, key, value]) => [key!, value!]),
  );
  const { WorkingDirectory: folder } = unit;
  expect(unit['ExecStart']).toBe(
    `${folder}/node_modules/.bin/${[...wordsOf(valueOf('ENTRYPOINT')), ...wordsOf(valueOf('CMD'))].join(' ')}`,
  );
  expect(unit).toMatchObject({ Restart: 'on-failure', RestartPreventExitStatus: '2', ProtectSystem: 'strict' });
});
