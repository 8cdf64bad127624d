import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentText } from '../../src/segment/segmentText.ts';
import { draftOf, kindsOf, problemsOf } from './draftOf.ts';

const fixtures = join(import.meta.dirname, 'fixtures/text');
const shared = join(import.meta.dirname, '../../../shared/article/source.txt');

/** T title, S standfirst, H heading, C caption, P paragraph, with the first letter of its role: Pi, Pr, Pq, Pf. */
const SHAPES: Readonly<Record<string, string>> = {
  'wrapped.txt': 'T S P P H P H P Pi Pi Pi Pf H P',
  'news.txt': 'T P P P P P P',
  'deck.txt': 'T S P C H P H P',
  'report.txt': 'T H P H H P H P C Pr Pr Pr H P H Pf Pf',
  'web-copy.txt': 'T S C C P P P H P Pf',
  'underlined.txt': 'T Pf P H Pf P',
  'verse.txt': 'T P P P P P',
  'email.txt': 'P P Pq Pq P P P',
  'german.txt': 'T S P H P C',
  'japanese.txt': 'T P H P C',
  'arabic.txt': 'T P H P',
  'no-title.txt': 'P',
  'harbour.txt': 'T S P P C P P P H P P C H P P P P Pf P',
  'minutes.txt': 'T S P H P H P H P P P H Pi Pi Pi H P H P',
  'contract.txt': 'T S H P H P P H P H Pi Pi P',
  'abstract.txt': 'T S H P P H P H H P C',
  'interview.txt': 'T S P P P P P P P P P P P P',
  'gericht.txt': 'T S P P H P P P C',
  'reservoir.txt': 'T S P P P P',
  'musee.txt': 'T S P P P P P',
};

describe('segmentText', () => {
  test.each(Object.entries(SHAPES))('reads %s', (file, shape) => {
    const text = readFileSync(join(fixtures, file), 'utf8');
    const draft = draftOf(segmentText(text));
    expect(kindsOf(draft)).toBe(shape);
    expect(draft.source).toBe(text);
    expect(problemsOf(draft)).toEqual([]);
  });

  test.runIf(existsSync(shared))('reads the article that the project was made for', () => {
    const draft = draftOf(segmentText(readFileSync(shared, 'utf8')));
    expect(kindsOf(draft)).toBe('T S C P P C H P P P P P C H P P P P P C H P');
    expect(draft.blocks.filter((block) => block.kind === 'caption').every(({ credit }) => credit !== undefined)).toBe(
      true,
    );
    expect(problemsOf(draft)).toEqual([]);
  });

  test('reads author and date from the lines below the title', () => {
    const { metadata } = draftOf(segmentText(readFileSync(join(fixtures, 'wrapped.txt'), 'utf8')));
    expect(metadata).toEqual({
      title: 'THE LOWER WEIR AND ITS KEEPERS',
      author: ['Marta Lindqvist', 'Tom Achebe'],
      published: '2023-03-12',
      language: 'en',
    });
  });

  test.each([
    ['reservoir.txt', '2025-05-08'],
    ['musee.txt', '2025-03-28'],
    ['gericht.txt', undefined],
  ])('reads the date of the dateline of %s', (file, published) => {
    expect(draftOf(segmentText(readFileSync(join(fixtures, file), 'utf8'))).metadata.published).toBe(published);
  });

  test.each([
    ['Title here\n\nWhat we know so far\n\nThe bridge fell.\n\nIt was old.', 'T H P P'],
    ['Title here\n\nHow do I reset the password of my old account?\n\nYou ask.\n\nIt helps.', 'T H P P'],
    [
      'Title here\n\nThe bridge had been inspected four days before it fell\n\nThe bridge fell.\n\nIt was old.',
      'T S P P',
    ],
    [
      'Title here\n\nFour hundred entries from the old county book\n\nPart One\n\nThe bridge fell.\n\nIt was old.',
      'T S H P P',
    ],
    ['Title here\n\nThe bridge fell at noon, and (a) nobody saw; or (c) nobody spoke.\n\nIt was old.', 'T P P'],
  ])('reads %j', (text, shape) => {
    expect(kindsOf(draftOf(segmentText(text)))).toBe(shape);
  });

  test.each([
    ['J. M. Ferrer, K. Sato, and R. N. Okonkwo', ['J. M. Ferrer', 'K. Sato', 'R. N. Okonkwo']],
    ['By Jane Roe, Tom Achebe & Jo Li', ['Jane Roe', 'Tom Achebe', 'Jo Li']],
    ['By Jane Roe and Tom Achebe', ['Jane Roe', 'Tom Achebe']],
  ])('reads the names in %j', (names, author) => {
    const text = `A title\n\n${names}\n\nThe bridge fell at noon.\n\nIt was old.`;
    expect(draftOf(segmentText(text)).metadata.author).toEqual(author);
  });

  test('gives the same blocks for CRLF, with the source as it is', () => {
    const text = readFileSync(join(fixtures, 'wrapped.txt'), 'utf8');
    const crlf = text.replaceAll('\n', '\r\n');
    const draft = draftOf(segmentText(crlf));
    expect(draft.source).toBe(crlf);
    expect(kindsOf(draft)).toBe(SHAPES['wrapped.txt']);
    expect(problemsOf(draft)).toEqual([]);
  });

  test('leaves the byte order mark out of the source', () => {
    expect(draftOf(segmentText('\uFEFFIt rained. Nobody came.')).source).toBe('It rained. Nobody came.');
  });

  test('takes the language it is given, else guesses it', () => {
    const text = readFileSync(join(fixtures, 'german.txt'), 'utf8');
    expect(draftOf(segmentText(text)).metadata.language).toBe('de');
    expect(draftOf(segmentText(text, { language: 'de-AT' })).metadata.language).toBe('de-AT');
  });

  test.each([
    ['', 'the file is empty'],
    [' \r\n\t', 'the file is empty'],
    ['\u0000\u0001PNG\u0000', 'the file is not text: it holds control characters, as binary files do'],
    ['Photo: Jane Roe', 'the file has no paragraph of text'],
  ])('says what is wrong with %j', (text, message) => {
    expect(segmentText(text)).toEqual({ kind: 'invalid', message });
  });

  test('takes a single line for a paragraph', () => {
    expect(kindsOf(draftOf(segmentText('A line alone')))).toBe('P');
  });

  test('gives sound blocks for whatever text there is', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        '',
        '   ',
        '-----',
        '* * *',
        '=====',
        'A Heading',
        'CAPITALS',
        'By Jane Roe',
        '3 June 2024',
        'Boats lie here. Photo: Jane Roe',
        'Photo: X',
        '- item',
        '2. Numbered',
        '1.2 Deep',
        '> quote',
        'a\tb\tc',
        '[1] note',
        'Background:',
        '雨が降った。',
        '\u00a0',
        '\uFEFF',
      ),
      fc.constantFrom(
        'The committee met on Monday and talked about the bridge over the lower',
        'river. It will be repaired by spring, said its chair, Dr. Hall.',
        '    An indented line begins a paragraph.',
      ),
      fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '"', '(', ')', ':', '😀', '1'), maxLength: 30 }),
    );
    const text = fc
      .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n'))
      .map(([lines, end]) => lines.join(end));
    fc.assert(
      fc.property(text, (text) => {
        const draft = segmentText(text);
        if (draft.kind === 'invalid') return;
        expect(draft.source).toBe(text.replace(/^\uFEFF/u, ''));
        expect(problemsOf(draft)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('segmentText, of mail', () => {
  const head = (encoding: string): string =>
    `Return-Path: <jane@harbour.example>\nReceived: by 10.0.0.1 with SMTP id x\n        Mon, 10 Oct 2022 05:14:10 -0700\nARC-Authentication-Results: i=1; mx.example\nFrom: Jane Roe <jane@harbour.example>\nSubject: The ferry closes\nDate: Mon, 10 Oct 2022 05:14:10 -0700\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: ${encoding}\n\n`;
  const words = 'The board’s ferry closes on Tuesday, and a café on the quay does too, as nobody crosses any more.';

  test.each([
    [
      'quoted-printable',
      'The board=E2=80=99s ferry closes on Tuesday, and a caf=C3=A9 on the quay =\ndoes too, as nobody crosses any more.\n',
    ],
    ['base64', Buffer.from(words).toString('base64')],
  ])('reads what is written as %s for its transport', (encoding, body) => {
    const draft = draftOf(segmentText(head(encoding) + body));
    expect(draft.source.slice(...(draft.blocks.at(-1)?.span ?? [0, 0]))).toBe(words);
    expect(draft.metadata).toMatchObject({ title: 'The ferry closes', published: '2022-10-10' });
    expect(draft.blocks[0]).toMatchObject({ kind: 'paragraph', role: 'furniture' });
    expect(problemsOf(draft)).toEqual([]);
  });

  test.each(['7bit', 'quoted-printable'])('leaves a text alone that only shows such letters (%s)', (encoding) => {
    const text = 'A Note\n\nThe letters =E2=80=99 stand for an apostrophe in mail, as everybody on the quay knows.\n';
    expect(draftOf(segmentText(encoding === '7bit' ? head(encoding) + text : text)).source).toContain('=E2=80=99');
  });
});
