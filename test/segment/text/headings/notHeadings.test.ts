import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentText } from '../../../../src/segment/segmentText.ts';
import { draftOf } from '../../draftOf.ts';

const LONG =
  'The harbour council voted on Tuesday to close the ferry after a long and bitter debate about what it costs.';
const headingsOf = (text: string): readonly string[] => {
  const { source, blocks } = draftOf(segmentText(text));
  return blocks.flatMap((block) => (block.kind === 'heading' ? [source.slice(...block.span)] : []));
};
const within = (line: string): string =>
  `A Ferry Closes\n\n${LONG}\n\nWhat it costs\n\n${LONG}\n\n${line}\n\n${LONG}\n`;
const word = fc.stringMatching(/^[A-Z][a-z]{3,8}$/u);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));

describe('findHeadings', () => {
  test.each([
    ['lead-ins that end in a dash', 'And the old rhyme runs:--'],
    ['lines that break off within brackets', 'the board (as it was'],
    ['lines that break off within quotation marks', 'Jane Roe said, "They Never Came'],
    ['lines that are set to fill a width', 'So,  get  going  and let Jane Roe know'],
    ['fields with one word', 'Site: quay.example.org'],
    ['tags', '<CAPTION>'],
    ['options in quotation marks', "'--verbose'"],
    ['attributes', ':hide-uri-scheme:'],
    ['telephones', 'Phone The Harbour Board 555-0134'],
    ['questions that somebody asks', '"Alone?"'],
    ['two lines in small letters', 'the ferry from the old quay\nto the new harbour and back'],
  ])('takes no %s for one', (_, line) => {
    expect(headingsOf(within(line))).toEqual(['What it costs']);
  });

  test('takes no term with its explanation further in for one', () => {
    const text = `FERRY(1)                    Commands                    FERRY(1)\n\nNAME\n       ferry - cross the harbour\n\nOPTIONS\n       The boat does what it is told. ${LONG}\n\n       LC_QUAY\n              Where it lands. ${LONG}\n\nBUGS\n       None. ${LONG}\n`;
    expect(headingsOf(text)).toEqual(['NAME', 'OPTIONS', 'BUGS']);
  });

  test('takes nobody who signs for one', () => {
    const letter = `A Letter\n\n${LONG}\n\nYour obedient\n\n    JANE ROE.\n\n${LONG}\n\nSincerely,\n\nJane Roe\n\n${LONG}\n`;
    expect(headingsOf(letter)).toEqual([]);
  });

  test('takes the lines of a title page for none, but what is right above the text', () => {
    const page = [
      'FROM THE PAPERS OF',
      'Jane Roe',
      'Harbour City',
      'Lane and Sons',
      'PRICE 65 CENTS',
      'Printed Here',
      'PREFACE',
    ];
    expect(headingsOf(`THE FERRY\n\n${page.join('\n\n')}\n\n${LONG}\n\nThe Quay\n\n${LONG}\n`)).toEqual([
      'PREFACE',
      'The Quay',
    ]);
  });

  test('finds what printers close with a full stop below a wide gap, and nobody who speaks', () => {
    const text = `A Play\n\n${LONG}\n\n\n\nPREFACE.\n\n${LONG}\n\n\n\nJANE.\n\n${LONG}\n\n\n\nJANE.\n\n${LONG}\n`;
    expect(headingsOf(text)).toEqual(['PREFACE.']);
  });

  test('finds the headings of an outline, and leaves lists with sub-items alone', () => {
    const outline = `FERRY NEWS\n\n* Changes in 1.2\n\n** Bug fixes\n\n  ${LONG}\n\n** New quays\n\n  ${LONG}\n\n* Changes in 1.1\n\n  ${LONG}\n`;
    expect(headingsOf(outline)).toEqual(['* Changes in 1.2', '** Bug fixes', '** New quays', '* Changes in 1.1']);
    const list = `Ferry News\n\n${LONG}\n\n* boats\n** old boats\n** new boats\n* quays\n** old quays\n** new quays\n\n${LONG}\n`;
    expect(headingsOf(list)).toEqual([]);
  });

  test('is a title that is broken off nowhere, whatever the words', () => {
    fc.assert(
      fc.property(words, fc.constantFrom('--', '—', '(', '[', ' ("'), (label, broken) => {
        expect(headingsOf(within(`${label}${broken}`))).toEqual(['What it costs']);
      }),
      { seed: 15, numRuns: 60 },
    );
  });

  test('finds the same headings wherever a text is set further in as a whole', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(words, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 12 }),
        (labels, indent) => {
          const text = `A Ferry Closes\n\n${labels.map((label) => `${label}\n\n${LONG}\n\n${LONG}`).join('\n\n')}\n`;
          const inset = text.replaceAll(/^(?=.)/gmu, ' '.repeat(indent));
          expect(headingsOf(inset)).toEqual(headingsOf(text));
        },
      ),
      { seed: 15, numRuns: 60 },
    );
  });
});

describe('a short line of a letter', () => {
  const head = 'From: Jane Roe <jane@harbour.example>\nTo: all\nDate: 4 May 2023\nSubject: Family day\n\n';
  const said = 'There will be boats, a petting zoo and music until the evening, if the weather allows it.';

  test.each([
    ['Get excited for our first annual family day!', false],
    ['We look forward to it', false],
    ['WHERE AND WHEN', true],
    ['What Changes in May', true],
  ])('that is said to the reader is no heading: %j (%s)', (line, expected) => {
    const draft = draftOf(segmentText(`${head}Hi all,\n\n${line}\n\n${said}\n\nBest,\nJane\n`));
    const headings = draft.blocks.flatMap(({ kind, span }) =>
      kind === 'heading' ? [draft.source.slice(...span)] : [],
    );
    expect(headings).toEqual(expected ? [line] : []);
  });

  test('above a letter that is forwarded is furniture', () => {
    const draft = draftOf(segmentText(`${head}${said}\n\n---------- Forwarded message ----------\n${head}${said}\n`));
    const line = draft.blocks.find(({ span }) => draft.source.slice(...span).includes('Forwarded'));
    expect(line).toMatchObject({ role: 'furniture' });
  });
});
