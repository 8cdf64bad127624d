import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const HERE = import.meta.dirname;

test('the README starts a bot in a room, acts as a member, and sets faults, word for word', async () => {
  const readme = readFileSync(join(HERE, '../README.md'), 'utf8');
  const [start, automation, faults] = [...readme.matchAll(/```js\n([^]*?)```/gu)].map(([, code]) => code!);
  const wait =
    'while (!(await fetch(`${room.address}/healthz`)).ok) await new Promise((done) => setTimeout(done, 20));\n';
  const end = 'await client.destroy();\nawait room.close();\n';
  const file = join(HERE, `readme-${process.pid}.mjs`);
  onTestFinished(() => rmSync(file));
  writeFileSync(file, `${start!.replace('port: 3210', 'port: 0')}${wait}${automation!}${faults!}${end}`);
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(output).toMatch(/^Open http:\/\/127\.0\.0\.1:\d+ and type \/ping\nPong\n$/u);
});
