import { expect, test } from 'vitest';
import { FILE_MAX_BYTES, fileProblem } from '../../../src/page/client/fileProblem.ts';
import { FILE_MAX_BYTES as ENFORCED } from '../../../src/world/messageParts.ts';

const file = (size: number): { name: string; size: number } => ({ name: 'a.pdf', size });

test('fileProblem knows the limit that the room enforces, and refuses what passes it', () => {
  expect(FILE_MAX_BYTES).toBe(ENFORCED);
  expect(fileProblem([file(FILE_MAX_BYTES)])).toBeUndefined();
  expect(fileProblem([file(FILE_MAX_BYTES + 1)])).toBe('a.pdf is larger than 10 MB, and cannot be attached.');
});

test.each([
  [10, undefined, undefined],
  [11, undefined, 'At most 10 files can be attached.'],
  [1, 1, undefined],
  [2, 1, 'Only one file can be attached.'],
])('fileProblem of %i files, of %s at most', (count, most, expected) => {
  const files = Array.from({ length: count }, () => file(1));
  expect(fileProblem(files, most === undefined ? {} : { most })).toBe(expected);
});
