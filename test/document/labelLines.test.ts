import { describe, expect, test } from 'vitest';
import { withoutNameHeadings } from '../../src/document/docx/nameHeadings.ts';
import { domFragments } from '../../src/document/html/domFragments.ts';
import { parseHtml } from '../../src/document/html/parseHtml.ts';
import type { Fragment } from '../../src/segment/fragment.ts';

const TEXT = '<p>The board agreed that the ferry should leave at six, as it always has.</p>';

function headings(lines: readonly string[]): readonly string[] {
  const html = lines.map((line) => `<p><strong>${line}</strong></p>`).join('');
  const parsed = parseHtml(`<body>${TEXT}${html}${TEXT}</body>`);
  if (parsed.kind === 'invalid') throw new Error(parsed.message);
  return domFragments(parsed.document.body ?? parsed.document)
    .filter(({ kind }) => kind === 'heading')
    .map(({ text }) => text);
}

describe('lines with labels in bold', () => {
  test.each([
    [['Minutes of Meeting 1', 'Date: 27/2/18', 'Venue: Room 308', 'Chair: Anita'], ['Minutes of Meeting 1']],
    [['Présents : Anne et Luc', 'Lieu : Salle 3'], []],
    [['Date: 27 February', 'Minute Taker: Anita', 'Decisions'], ['Decisions']],
    [['Step 1: Cast off'], ['Step 1: Cast off']],
    [['Story: The ferry is late'], ['Story: The ferry is late']],
  ])('%j: %j are headings', (lines, expected) => {
    expect(headings(lines)).toEqual(expected);
  });
});

describe('names in the style of a heading', () => {
  const heading = (text: string, level: number): Fragment => ({ kind: 'heading', text, level });
  const text: Fragment = { kind: 'paragraph', text: 'The ferry leaves at six.' };

  test.each<[string, readonly Fragment[], readonly string[] | undefined, boolean]>([
    ['deeper than the next heading', [heading('Anders Nygaard', 3), text, heading('The quay', 2)], undefined, true],
    ['two ranks below the title', [heading('Šefik Tatlić and Gordana Nikolić', 3), text], undefined, true],
    ['of the properties', [heading('Mark Green', 2), text, heading('The quay', 2)], ['Mark Green'], true],
    ['that are words', [heading('Executive Summary', 3), text, heading('The quay', 2)], undefined, false],
    ['of a section like others', [heading('Anders Nygaard', 2), text, heading('Kofi Sato', 2)], undefined, false],
  ])('%s', (_, below, author, isName) => {
    const [, found] = withoutNameHeadings([heading('The Ferry', 1), ...below], { author });
    expect(found?.kind).toBe(isName ? 'paragraph' : 'heading');
  });
});
