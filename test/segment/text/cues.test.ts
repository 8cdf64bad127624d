import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentText } from '../../../src/segment/segmentText.ts';
import { draftOf } from '../draftOf.ts';

const CUES = [
  'Herald: Who of you knows where one',
  'could look up the weather',
  'of forty years ago? A hand or',
  'two, not more than that, and nobody at',
  'all from the harbour. And who would like',
  'to know whether it snowed more in the',
  'old days? You will not hear it now, but',
  'you will hear how to look',
  'it up yourself, without the help of',
  'anybody in this hall.',
  '*applause*',
  'Jane: Good morning. I measure',
  'gravity, which changes with the',
  'air above the quay, as everybody knows.',
];

const textsOf = (text: string): readonly string[] => {
  const { source, blocks } = draftOf(segmentText(text));
  return blocks.map(({ span }) => source.slice(...span));
};
const rolesOf = (text: string): readonly string[] =>
  draftOf(segmentText(text)).blocks.map((block) => (block.kind === 'paragraph' ? (block.role ?? 'text') : block.kind));
const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const JOINED = [CUES.slice(0, 10).join(' '), '*applause*', CUES.slice(11).join(' ')];

describe('cues', () => {
  test('without times, each between empty lines, are paragraphs of whoever speaks', () => {
    const text = `${CUES.join('\n\n')}\n`;
    expect(textsOf(text)).toEqual(JOINED);
    expect(rolesOf(text)).toEqual(['text', 'furniture', 'text']);
    expect(draftOf(segmentText(text)).notes).toEqual([
      'its lines break its sentences, as those of subtitles do; they were put together to paragraphs',
    ]);
  });

  test.each([
    ['0:00', (index: number) => `0:${String(index * 4).padStart(2, '0')}`],
    ['[00:00:00]', (index: number) => `[00:00:${String(index * 4).padStart(2, '0')}]`],
    ['(00:00)', (index: number) => `(00:${String(index * 4).padStart(2, '0')})`],
  ])('below lines of times such as %s are such paragraphs, too', (_, timeOf) => {
    expect(textsOf(CUES.map((line, index) => `${timeOf(index)}\n${line}\n`).join(''))).toEqual(JOINED);
  });

  test('below lines with a speaker and a time are that speaker’s', () => {
    const turn = (name: string, minute: number): string =>
      `${name}  0${minute}:00\n${name} says that the ferry closes.\n\n`;
    const text = ['Jane Roe', 'Ken', 'Jane Roe', 'Ken'].map((name, index) => turn(name, index)).join('');
    expect(textsOf(text).slice(0, 2)).toEqual([
      'Jane Roe: Jane Roe says that the ferry closes.',
      'Ken: Ken says that the ferry closes.',
    ]);
  });

  test.each([
    [
      'a programme of a day',
      '09:00\nOpening of the quay\n\n10:00\nA talk about ferries\n\n11:00\nLunch on board\n\n12:00\nThe way home\n',
    ],
    [
      'hours behind what happens then',
      'Opening 0:30\nLunch 0:40\nA talk 0:50\nThe way home 0:55\n\nThe quay closes after that.\n',
    ],
    [
      'verse',
      `${Array.from({ length: 14 }, () => 'The ferry sails at break of day,\nAnd nobody is there to say').join('\n\n')}\n`,
    ],
    ['short paragraphs', `${Array.from({ length: 14 }, (_, index) => `The ferry sails at ${index}.`).join('\n\n')}\n`],
  ])('are not what %s is', (_, text) => {
    expect(draftOf(segmentText(text)).source).toBe(text);
  });

  test('lose no word, and keep their order, whatever is said', () => {
    const cue = fc.array(fc.constantFrom('the', 'ferry', 'closes', 'in May.', 'Nobody', 'knows,', 'why?', '12'), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(cue, { minLength: 12, maxLength: 60 }), (cues) => {
        const text = `${cues.map((said) => said.join(' ')).join('\n\n')}\n`;
        expect(words(draftOf(segmentText(text)).source)).toEqual(words(text));
        const timed = cues
          .map((said, index) => `0:${String(Math.min(59, index)).padStart(2, '0')}\n${said.join(' ')}\n`)
          .join('');
        expect(words(draftOf(segmentText(timed)).source)).toEqual(words(text));
      }),
      { numRuns: 200, seed: 15 },
    );
  });
});

describe('the title of a plain text', () => {
  const BODY =
    'The ferry leaves the northern quay at six, and is back before the tide turns.\n\nNobody crosses any more.\n';

  test.each([
    [
      'is the last line between two rulers',
      `Kept for the record only.\n\n\n=========\nAppendix\nThe Manifesto\n=========\n\n\n${BODY}`,
      'The Manifesto',
    ],
    ['is such a line above all', `*****\n*******\nFerries\n*******\n\n${BODY}`, 'Ferries'],
    ['is nothing that is heard', `*music of the harbour*\n\n${BODY}`, undefined],
    ['is nothing in brackets', `[to be removed]\n\n${BODY}`, undefined],
  ])('%s', (_, text, title) => {
    expect(draftOf(segmentText(text)).metadata.title).toBe(title);
  });
});

describe('the title of subtitles', () => {
  const srt = CUES.filter((cue) => !cue.startsWith('*')).map(
    (cue, at) => `${at + 1}\n00:00:${10 + at},000 --> 00:00:${11 + at},000\n${cue}`,
  );

  test.each([
    ['what is said first', srt],
    ['a name with a colon', ['1\n00:00:01,000 --> 00:00:02,000\nRoger Bingham: We are in New York City', ...srt]],
    ['a line without an end', ['1\n00:00:01,000 --> 00:00:02,000\nThe Northern Quay', ...srt]],
  ])('is not %s, and nothing said is a heading', (_, cues) => {
    const { blocks, metadata } = draftOf(segmentText(`${cues.join('\n\n')}\n`));
    expect(metadata.title).toBeUndefined();
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['paragraph']));
  });

  test('is what stands above the first cue', () => {
    expect(draftOf(segmentText(`The Northern Quay\n\n${srt.join('\n\n')}\n`)).metadata.title).toBe('The Northern Quay');
  });
});
