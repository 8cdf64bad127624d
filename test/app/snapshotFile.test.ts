import { readdir, readFile, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSnapshotFile, writeSnapshotFile } from '../../src/app/snapshotFile.ts';
import { temporaryFolder } from '../terminal/line.ts';

const NOW = Date.UTC(2026, 10, 23);
const DAY_MS = 86_400_000;
const version = Buffer.alloc(32, 7);
const parts = [Buffer.from('some columns'), Buffer.alloc(0), Buffer.from(' and others')];
const whole = Buffer.concat(parts);

async function written(): Promise<string> {
  const file = join(await temporaryFolder(), 'snapshots', 'index-0123456789abcdef.bin');
  await writeSnapshotFile(file, { version, parts, now: NOW });
  return file;
}

test('reads what was written, and leaves nothing else in the folder', async () => {
  const file = await written();
  const reading = await readSnapshotFile(file, version, NOW);
  expect(reading).toEqual({ kind: 'snapshot', contents: whole });
  expect(await readdir(join(file, '..'))).toEqual(['index-0123456789abcdef.bin']);
});

test('keeps parts of every size', async () => {
  const file = await written();
  for (const length of [2 ** 21 - 1, 2 ** 21, 2 ** 21 + 1, 5_000_000]) {
    const large = Buffer.alloc(length, 'large');
    await writeSnapshotFile(file, { version, parts: [parts[0]!, large, parts[2]!], now: NOW });
    const reading = await readSnapshotFile(file, version, NOW);
    const contents = reading.kind === 'snapshot' ? Buffer.from(reading.contents) : undefined;
    expect(contents?.equals(Buffer.concat([parts[0]!, large, parts[2]!]))).toBe(true);
  }
});

test('tells one that is missing, and one of another version', async () => {
  const file = await written();
  expect(await readSnapshotFile(`${file}x`, version, NOW)).toEqual({ kind: 'missing' });
  expect(await readSnapshotFile(file, Buffer.alloc(32, 8), NOW)).toEqual({ kind: 'outdated' });
});

test('notices any bit that was flipped, and any end that was cut off or added', async () => {
  const file = await written();
  const bytes = await readFile(file);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      await writeFile(file, flipped);
      expect(await readSnapshotFile(file, version, NOW)).toEqual({ kind: 'damaged' });
    }),
  );
  for (const length of [0, 1, 47, 48, 79, bytes.length - 1, bytes.length + 1]) {
    await writeFile(file, bytes);
    await truncate(file, length);
    expect(await readSnapshotFile(file, version, NOW)).toEqual({ kind: 'damaged' });
  }
});

test('deletes snapshots that were not used for a month, and what broken-off writing left an hour ago', async () => {
  const file = await written();
  const folder = join(file, '..');
  const ages = {
    'index-00000000000000a1.bin': 29.9,
    'index-00000000000000a2.bin': 30.1,
    'index-00000000000000a3.bin.00ff.tmp': 0.9 / 24,
    'index-00000000000000a4.bin.00ff.tmp': 1.1 / 24,
    'somebody-elses.txt': 99,
  };
  for (const [name, days] of Object.entries(ages)) {
    await writeFile(join(folder, name), '');
    await utimes(join(folder, name), new Date(NOW), new Date(NOW - days * DAY_MS));
  }
  await writeSnapshotFile(file, { version, parts, now: NOW });
  expect((await readdir(folder)).sort()).toEqual([
    'index-00000000000000a1.bin',
    'index-00000000000000a3.bin.00ff.tmp',
    'index-0123456789abcdef.bin',
    'somebody-elses.txt',
  ]);
});

test('reading marks a snapshot as used', async () => {
  const file = await written();
  await utimes(file, new Date(NOW), new Date(NOW - 29 * DAY_MS));
  await readSnapshotFile(file, version, NOW);
  const other = join(file, '..', 'index-00000000000000a1.bin');
  await writeSnapshotFile(other, { version, parts, now: NOW + 2 * DAY_MS });
  expect(await readSnapshotFile(file, version, NOW)).toMatchObject({ kind: 'snapshot' });
});
