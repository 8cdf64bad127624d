import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentText } from '../../src/segment/segmentText.ts';
import { withoutAddresses } from '../../src/segment/signatures.ts';
import { draftOf, problemsOf } from './draftOf.ts';

const BODY = [
  'The board has looked at your plan for the northern quay, and would like to see what the pilots say of the current there.',
  'We shall meet on the first Monday of the month, and expect to hear from you before that day.',
];
const HEAD =
  'From: Jane Roe <jane@harbour.example>\nTo: Kofi Sato <kofi@harbour.example>\nSubject: The northern quay\n';

/** The texts of the blocks that are furniture, and of the others. */
function read(text: string) {
  const draft = draftOf(segmentText(text));
  expect(problemsOf(draft)).toEqual([]);
  const texts = draft.blocks.map((block) => ({
    text: draft.source.slice(...block.span),
    isFurniture: block.kind === 'paragraph' && block.role === 'furniture',
  }));
  return {
    text: texts.filter(({ isFurniture }) => !isFurniture).map((each) => each.text),
    furniture: texts
      .filter(({ isFurniture }) => isFurniture)
      .map((each) => each.text)
      .join('\n'),
  };
}

describe('the signature of a letter', () => {
  test.each([
    ['a name and a house', ['Jane Roe', 'Harbour Office', 'Port Town']],
    ['a saying', ['Jane Roe', 'A ship in harbour is safe, but that is not what ships are for.']],
    ['what a telephone adds', ['Sent from a telephone that has no keys.']],
  ])('is furniture below the line that programs put above it: %s', (_, signature) => {
    const found = read(`${HEAD}\n${BODY.join('\n\n')}\n-- \n${signature.join('\n')}\n`);
    expect(found.text).toEqual(BODY);
    for (const line of signature) expect(found.furniture).toContain(line);
  });

  test.each([
    ['Yours sincerely,', ['12 Harbour Street', 'Port Town, ME 04101', '(207) 555-0134'], ['Jane Roe, Harbour Master']],
    ['Kind regards', ['Tel: +44 20 7946 0000', 'jane@harbour.example'], ['Jane Roe']],
    ['Mit freundlichen Grüßen', ['Hafenstraße 12', 'Telefon: 040 123456'], ['Jana Roe', 'Hafenamt']],
  ])('keeps who signed below %j, and not how to reach them', (closing, address, signed) => {
    const found = read(`${HEAD}\n${BODY.join('\n\n')}\n\n${closing}\n\n${signed.join('\n')}\n${address.join('\n')}\n`);
    for (const line of signed) expect(found.text.join('\n')).toContain(line);
    for (const line of address) {
      expect(found.furniture).toContain(line);
      expect(found.text.join('\n')).not.toContain(line);
    }
  });

  test('is never taken from a text that has a line of its sign, or thanks, between paragraphs', () => {
    const sentence = fc.constantFrom(...BODY, 'Nobody on the quay remembers a winter without the ferry to the island.');
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 3, maxLength: 12 }),
        fc.nat(),
        fc.boolean(),
        (body, place, isLine) => {
          const at = place % body.length;
          const text = body.toSpliced(at, 0, isLine ? '--' : 'Thank you!').join('\n\n');
          expect(read(`${text}\n`).furniture).toBe('');
        },
      ),
      { seed: 15, numRuns: 100 },
    );
  });

  test('is as well found in a file with markup, at its end alone', () => {
    const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });
    const letter = [...BODY, 'Sincerely,', 'Jane Roe', '12 Harbour Street', 'Phone: 555 0134'].map(paragraph);
    expect(withoutAddresses(letter).map(({ role }) => role)).toEqual([
      ...Array.from({ length: 4 }, () => undefined),
      'furniture',
      'furniture',
    ]);
    expect(withoutAddresses([...letter.slice(0, 4), ...BODY.map(paragraph)]).some(({ role }) => role)).toBe(false);
  });
});

test.each(['Message body', 'Some text'])('a mail that says no more than %j keeps its head out of its text', (body) => {
  const draft = draftOf(segmentText(`${HEAD}Date: Sun, 18 Nov 2007 19:56:07 +1100\n\n${body}\n`));
  expect(draft.metadata).toMatchObject({ title: 'The northern quay', published: '2007-11-18' });
  expect(
    draft.blocks.map((block) => draft.source.slice(...block.span)).filter((text) => !text.startsWith('From')),
  ).toEqual([body]);
});
