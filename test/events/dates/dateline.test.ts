import { expect, test } from 'vitest';
import { datelineOf } from '../../../src/events/dates/dateline.ts';

function read(text: string): readonly (string | undefined)[] | undefined {
  const found = datelineOf(text, [0, text.length]);
  return found && [text.slice(found.span[1]), found.date && text.slice(...found.date), found.place?.name];
}

test.each([
  ['PARIS (AP) _ A man spoke.', ['A man spoke.', undefined, 'paris']],
  ['LONDON, June 5 (Reuters) - A man spoke.', ['A man spoke.', 'June 5', 'london']],
  ['PARIS (Reuters) - A man spoke.', ['A man spoke.', undefined, 'paris']],
  ['NAIROBI (Thomson Reuters Foundation) — A man spoke.', ['A man spoke.', undefined, 'nairobi']],
  ['NEW YORK — A man spoke.', ['A man spoke.', undefined, 'new york']],
  ['WEXBY, Oregon — A man spoke.', ['A man spoke.', undefined, 'wexby']],
  ['LYON, 3 MAY 90 (AFP) -- [TEXT] A MAN SPOKE.', ['A MAN SPOKE.', '3 MAY 90', 'lyon']],
  ['Oslo (Norway), 3 May 90 (NTB) -- [interview with N. N.] [text] a man spoke.', ['a man spoke.', '3 May 90', 'oslo']],
  ['Canberra, Australia (AP)_ A man spoke.', ['A man spoke.', undefined, 'canberra']],
  ['Secret Place, 3 May 90 -- a man spoke.', ['a man spoke.', '3 May 90', undefined]],
])('datelineOf %s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  'In the beginning - there was a word.',
  'Marie, 5 May, said - that she would go.',
  'The committee (EFF) - which is old - met.',
  'Paris — A city of light.',
  'A man spoke.',
  '',
])('datelineOf finds none in: %s', (text) => {
  expect(read(text)).toBeUndefined();
});
