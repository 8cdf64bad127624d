import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentMarkdown } from '../../../src/segment/segmentMarkdown.ts';
import { withoutTimes } from '../../../src/segment/lines/withoutTimes.ts';
import { draftOf } from '../draftOf.ts';

const SAID = 'The ferry to the island closes in May, and nobody on the quay knows why.';

describe('withoutTimes', () => {
  test('keeps who speaks above or before the words', () => {
    const text = `Jane Roe (00:00:00):\n${SAID}\n\n(00:01:27):\n${SAID}\n\n**Ada Lane** [00:02:10]: ${SAID}\n\nSam [00:03:00]\n\n${SAID}\n`;
    expect(withoutTimes(text)).toBe(`Jane Roe: ${SAID}\n\n${SAID}\n\n**Ada Lane:** ${SAID}\n\nSam: ${SAID}\n`);
  });

  test.each([
    ['lines that begin with it', `0:01 ${SAID}\n0:12 ${SAID}\n0:31 ${SAID}\n1:02 ${SAID}`],
    ['times in brackets', `[00:00:01] ${SAID}\n[00:00:12] ${SAID}\n[00:00:31] ${SAID}\n[00:01:02] ${SAID}`],
  ])('takes the times off %s', (_, text) => {
    expect(withoutTimes(text)).toBe([SAID, SAID, SAID, SAID].join('\n'));
  });

  test.each([
    ['chapters of a recording', '0:00 Intro\n1:15 The harbour\n4:30 The bridge\n9:10 The end\n'],
    ['hours of a day', `9:00 ${SAID}\n9:30 ${SAID}\n10:00 ${SAID}\n11:00 ${SAID}`],
    ['times that do not count on', `0:30 ${SAID}\n0:20 ${SAID}\n0:40 ${SAID}\n0:50 ${SAID}`],
    ['three times', `0:10 ${SAID}\n0:20 ${SAID}\n0:40 ${SAID}`],
    ['what lasts so long', `Opening 0:30\nLunch 0:40\nA talk 0:50\nThe way home 0:55\n${SAID}\n${SAID}\n${SAID}`],
  ])('leaves %s alone', (_, text) => {
    expect(withoutTimes(text)).toBeUndefined();
  });

  test('loses no word, whoever speaks when', () => {
    const turn = fc.record({
      speaker: fc.constantFrom('', 'Jane', 'Ada Lane', 'Sam'),
      isBelow: fc.boolean(),
      step: fc.integer({ min: 0, max: 90 }),
      words: fc.array(fc.constantFrom('ferry', 'closes', 'in', 'May.', 'Why?', '12:30', '(ten)'), {
        minLength: 14,
        maxLength: 20,
      }),
    });
    fc.assert(
      fc.property(fc.array(turn, { minLength: 4, maxLength: 12 }), (turns) => {
        let second = 0;
        const lines = turns.map(({ speaker, isBelow, step, words }, index) => {
          second += index === 0 ? 0 : step;
          const time = `(${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')})`;
          return `${[speaker, time].filter(Boolean).join(' ')}:${isBelow ? '\n' : ' '}said ${words.join(' ')}\n`;
        });
        const said = turns.flatMap(({ speaker, words }) => [
          ...(speaker === '' ? [] : [...speaker.split(' ').slice(0, -1), `${speaker.split(' ').at(-1) ?? ''}:`]),
          'said',
          ...words,
        ]);
        expect(withoutTimes(lines.join('\n'))?.split(/\s+/u).filter(Boolean)).toEqual(said);
      }),
      { seed: 7 },
    );
  });
});

test('segmentMarkdown notes that it left the times of a transcript out', () => {
  const text = `# The Ferry\n\n${['00:00', '00:20', '01:10', '02:00'].map((time) => `Jane Roe (${time}):\n${SAID}\n`).join('\n')}`;
  const { source, notes } = draftOf(segmentMarkdown(text));
  expect(source.split('\n')).toEqual(['The Ferry', ...Array.from({ length: 4 }, () => `Jane Roe: ${SAID}`)]);
  expect(notes).toEqual(['it is a transcript; the times at which something is said were left out']);
});
