import { expect, test } from 'vitest';
import type { Fragment } from '../../src/segment/fragment.ts';
import { labelledTitle } from '../../src/segment/labelledTitle.ts';

function paragraphs(texts: readonly string[]): readonly Fragment[] {
  return texts.map((text) => ({ kind: 'paragraph', text }));
}

test.each<[string, readonly string[], string | undefined]>([
  ['the subject of a memo', ['TO: Harbour board', 'FROM: Jane Roe', 'SUBJECT: Fares in winter'], 'Fares in winter'],
  ['what is below its label', ['Meeting Title:', 'Harbour board', 'Date:', 'May 4'], 'Harbour board'],
  ['none that has no other fields', ['Title: The ferry', 'It has crossed the harbour since 1902.'], undefined],
  ['none where the field is empty', ['Subject:', 'Date: May 4', 'Venue: the quay'], undefined],
  ['no field far down in a text', [...Array<string>(12).fill('It is late.'), 'To: all', 'Re: fares'], undefined],
])('labelledTitle finds %s', (_, texts, expected) => {
  expect(labelledTitle(paragraphs(texts))).toBe(expected);
});
