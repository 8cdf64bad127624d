import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentText } from '../../../src/segment/segmentText.ts';
import { draftOf, kindsOf, problemsOf } from '../draftOf.ts';

const LONG =
  'The harbour council voted on Tuesday to close the ferry after a long and bitter debate about what it costs.';

describe('segmentText, of layouts', () => {
  test.each([
    ['buttons', `A Ferry Closes\n\nShare\nFacebook\nEmail\n\n${LONG}\n\nAdvertisement\n\n${LONG}`, 'T Pf P Pf P'],
    ['labels that are titles', `Terms of Service\n\n${LONG}\n\n${LONG}`, 'T P P'],
    [
      'a newsletter box',
      `A Ferry Closes\n\n${LONG}\n\nSign up for our newsletter\nRelated: A bridge\n\n${LONG}\n\n© 2025 Harbour Post`,
      'T P Pf P Pf',
    ],
    [
      'prose that begins like a label',
      `A Ferry Closes\n\nRelated work shows that ferries close. ${LONG}\n\nWatch out for boats, she said. ${LONG}`,
      'T P P',
    ],
    [
      'a table of contents',
      `A Report\n\nCONTENTS\n\n1. Ferries ........ 3\n2. Bridges ........ 9\n\n1. Ferries\n\n${LONG}`,
      'T H Pf H P',
    ],
    [
      'what signs a part of a text, by the gap below it',
      `Letters\n\n\nLETTER No. 1\n\n${LONG}\n\nPUBLIUS\n\n\n\n\nLETTER No. 2\n\n${LONG}\n\nPUBLIUS\n\n1. A note on ${LONG}`,
      'T H P P H P P Pi',
    ],
    [
      'a heading right below a line that nobody wrapped',
      `A Speech\n\n${LONG} ${LONG}\nBread for Children\n\n${LONG} ${LONG}`,
      'T P H P',
    ],
    [
      'lines of a paragraph below a drawn one',
      `A Ferry Closes\n\nTechnical Support\n-----------------\nWe understand the frustrations of buying computer products and not being\nable to get needed support.\n\n${LONG}`,
      'T H Pf P P',
    ],
    [
      'prose that spaces fill',
      `A Charter\n\n    Eleven days earlier,  on October 24, the President of the Board\nscratched  his   signature  on   the  bottom   of  a   seven-page\nmemorandum addressed  to the secretary of  the harbour.\n\n${LONG}`,
      'T P P',
    ],
    ['letters behind which a tab is', `A Question\n\n(a)\twho decides it;\n(b)\twhen it ends.\n\n${LONG}`, 'T Pi Pi P'],
    [
      'a lead-in to words in small letters',
      `A Rule\n\n${LONG}\n\nFor example:\n\nthe time 12 is at noon. ${LONG}`,
      'T P P P',
    ],
    [
      'marks of trade, which begin no item',
      'A Talk\n\nThe ferry is a trademark of the Harbour Board of the town. Harbour\n(R) and Quay (TM) are trademarks of the Board of the harbour, which\nowns them all.',
      'T P',
    ],
    ['what somebody said', `A Tale\n\n${LONG}\n\nI said:\n\n${LONG}\n\nThe other said:\n\n${LONG}`, 'T P P P P P'],
    [
      'rules below a label in capitals',
      `A Contest\n\n${LONG}\n\nCONTEST RULES:\n\n1. It ends.\n\n2. It begins.`,
      'T P H Pi Pi',
    ],
    [
      'a title below what says where the file is from',
      `WRONG NUMBER FILE NAME:  BOMB4.ZIP\n\n\n    [Reproduced from _The Quay_, 4/15/93]\n\n    THE PRICE OF THE FERRY\n\n${LONG}\n\n${LONG}`,
      'P P T P P',
    ],
    ['where and when it is from', `A Talk\n\n${LONG}\n\nRødvig 23/01/96\n\n${LONG}`, 'T P P P'],
    ['fields of a form', `A Contest\n\n${LONG}\n\n__ Scientific / Medical\n\n${LONG}`, 'T P P P'],
    [
      'chapters with what each is about',
      `A Tale\n\n${LONG}\n\nCONTENTS\n\nCHAPTER I.\nPopular Talk of the Trip--Duly Ticketed\n\nCHAPTER II.\nGrand Preparations--At Sea at Last\n\nPREFACE\n\n${LONG}\n\nCHAPTER I.\n\n${LONG}\n\nCHAPTER II.\n\n${LONG}`,
      'T P H Pf H P H P H P',
    ],
    [
      'paragraphs that begin with a tab',
      'A Talk\n\nThe harbour council voted on Tuesday to close the ferry after a long and\nbitter debate about what it costs the town and all who live here.\n\tThe mayor said that she had heard nothing of it, and that nobody on the\nquay knows why it was closed.\n\tIt ends in May, as all of the boats do that have no other port, and it\nwill not be back.',
      'T P P P',
    ],
    ['whose it is', `A Talk\n\n${LONG}\n\n(c) Harbour Arena 2000`, 'T P Pf'],
    ['a third item', `A Talk\n\n(a) Who pays\n(b) What it costs\n(c) Fiscal Year 2019\n\n${LONG}`, 'T Pi Pi Pi P'],
    [
      'where something is quoted from',
      `A Talk\n\n${LONG}\n\n-- from "The Quay," by Jane Roe, (c) 1980, Harbour.`,
      'T P P',
    ],
    ['questions', `An Interview\n\nQ: Who closed it?\n\nA: We did.\n\nMS. ROE: Why?\n\nMR. LANE: ${LONG}`, 'T P P P P'],
    [
      'verse',
      'The Tide\n\nThe tide goes out at night\nThe boats lie on the sand\nAnd nobody in all the town\nRemembers it.\n\nThe tide comes in',
      'T P P P P P',
    ],
    [
      'couplets set further in, and whose they are',
      `A Dictionary\n\n${LONG}\n\n  Each reckons greatness to consist\n  In that in which he heads the list,\n\n  And Vane thinks that he tops his class\n  Because he is the greatest ass.\n\nJebel Vane\n\n\n${LONG}`,
      'T P P P P P P P',
    ],
    [
      'commands below what leads in to them',
      `A Guide\n\n${LONG}\n\nNow you can do\n\n    git log --raw\n\n${LONG}`,
      'T P P Pc P',
    ],
    [
      'a listing and a drawing',
      `A Guide\n\n${LONG}\n\n    int main(void)\n    {\n      return 0;\n    }\n\n${LONG}\n\n    ---o---o---M\n              /\n       ---A---B\n\n${LONG}`,
      'T P Pc P Pc P',
    ],
    [
      'quotations set further in',
      `A Guide\n\n${LONG}\n\n    The board said that nobody may sail; it cost $4 a crossing.\n\n${LONG}`,
      'T P P P',
    ],
    [
      'pictures in brackets',
      `A Tale\n\n${LONG}\n\n[Illustration: The quay in 1902]\n\n${LONG}\n\n[Figure 2. A map]\n\n${LONG}`,
      'T P C P C P',
    ],
    ['chapters with a full stop', `A Tale\n\nCHAPTER I.\n\n${LONG}\n\nCHAPTER II.--The Quay.\n\n${LONG}`, 'T H P H P'],
    [
      'entries of contents that the text does not have',
      `A Report\n\nContents\n\nFerries\nBridges\nLast Things\nBuses\n\nFerries\n\n${LONG}\n\nBridges\n\n${LONG}\n\nBuses\n\n${LONG}`,
      'T H Pf H P H P H P',
    ],
    ['columns', `Fares\n\n${LONG}\n\nAdult      4.00\nChild      2.00\n\n${LONG}`, 'T P Pr Pr P'],
    [
      'bullets of word processors',
      'A Plan\n\nIt has parts:\no Ferries close.\n\uF0B7 Bridges open.\n\u2022 Buses run.',
      'T P Pi Pi Pi',
    ],
    ['notes', `A Plan\n\n${LONG}\n\nNotes\n\n1 Minutes, p. 4.\n2 Ibid.`, 'T P H Pf Pf'],
    [
      'numbered names of sections',
      `A Licence\n\n1. Source Code.\n\n${LONG}\n\n2. Permissions.\n\n${LONG}`,
      'T H P H P',
    ],
    ['a drop cap', `On the Brink\n\nH\n\narbour City is waiting for a ferry. ${LONG}`, 'T P'],
    ['a contact line', `A Ferry Closes\n\n${LONG}\n\nWrite to Jane Roe at jroe@example.org\n\n${LONG}`, 'T P P P'],
    [
      'an e-mail',
      `From: Jane Roe <j@example.org>\nSubject: The ferry\nDate: Tue, 7 Oct 2025 09:00:00 +0000\n\n${LONG}`,
      'Pf P',
    ],
    [
      'a citation at a line start',
      'An Opinion\n\nThe Board asks each owner to submit a survey as was held in Lane\nv. Harbour Board, 78 F. 3d 932 (1996), and in the cases that\nfollowed it.',
      'T P',
    ],
  ])('reads %s', (_, text, kinds) => {
    const draft = draftOf(segmentText(text));
    expect(kindsOf(draft)).toBe(kinds);
    expect(problemsOf(draft)).toEqual([]);
  });

  test.each([
    [
      'From: Jane Roe <j@example.org>\nSubject: The ferry\nDate: Tue, 7 Oct 2025 09:00:00 +0000',
      { title: 'The ferry', author: ['Jane Roe'], published: '2025-10-07' },
    ],
    [
      'Title: The ferry\n\nAuthor: Jane Roe\n\nLanguage: English\n\n*** START OF THE PROJECT X EBOOK ***',
      { title: 'The ferry', author: ['Jane Roe'], language: 'en' },
    ],
    ['FOR IMMEDIATE RELEASE\n\nOctober 7, 2025\n\nThe ferry', { title: 'The ferry', published: '2025-10-07' }],
    ['LS(1)      User Commands      LS(1)', { title: 'LS(1)' }],
  ])('reads the head %j', (head, metadata) => {
    expect(draftOf(segmentText(`${head}\n\n${LONG}\n\n${LONG}`)).metadata).toMatchObject(metadata);
  });

  test('reads subtitles as paragraphs, without their times', () => {
    const text =
      'WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Jane Roe>It closes\n\n2\n00:00:04.500 --> 00:00:07.000\nin May.\n\n00:08.000 --> 00:09.000\n- Why?\n';
    const draft = draftOf(segmentText(text));
    expect(draft.source).toBe('Jane Roe: It closes in May.\n\n- Why?\n');
    expect(draft.notes).toHaveLength(1);
  });

  test('refuses a web page under another name, with advice', () => {
    expect(segmentText('<!DOCTYPE html><html><body><p>A.</p></body></html>')).toMatchObject({ kind: 'invalid' });
  });

  test('loses no word and keeps their order, however a text is wrapped, and reads its own source the same', () => {
    const word = fc.constantFrom(
      'ferry',
      'the',
      'a',
      'council',
      'voted',
      'Tuesday,',
      'costs.',
      'Roe',
      '1902',
      'v.',
      'harbour',
    );
    const paragraph = fc.array(word, { minLength: 1, maxLength: 60 });
    const text = fc
      .tuple(fc.array(paragraph, { minLength: 1, maxLength: 5 }), fc.integer({ min: 40, max: 90 }))
      .map(([paragraphs, width]) => ({
        words: paragraphs.flat(),
        text: paragraphs.map((words) => wrapped(words, width)).join('\n\n'),
      }));
    fc.assert(
      fc.property(text, ({ text, words }) => {
        const draft = draftOf(segmentText(text));
        expect(draft.source.split(/\s+/u).filter(Boolean)).toEqual(words);
        expect(problemsOf(draft)).toEqual([]);
        const again = draftOf(segmentText(draft.source));
        expect([again.source, kindsOf(again)]).toEqual([draft.source, kindsOf(draft)]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('segmentText, of what is no heading', () => {
  const PROSE = 'The ferry has crossed the harbour since 1902, in every season and in almost every weather.';
  const headingsOf = (text: string): readonly string[] => {
    const draft = draftOf(segmentText(text));
    return draft.blocks.flatMap(({ kind, span }) => (kind === 'heading' ? [draft.source.slice(...span)] : []));
  };
  test.each([
    ['the name below a verse', 'The boats go out,\nThe boats come in,\n        Jane Roe'],
    ['a command', '$ git revert -m 1 M'],
    ['the name of a file', '/usr/doc/apt/guide.text.gz'],
    ['a drawing', 'A---B---C---D   <-- topic'],
    ['a placeholder', 'Package: <package name>'],
    ['the first line of a sentence that a table cuts', 'The default options produced by'],
    ['a note', '^[1] see the other module'],
    ['a row that is drawn', '│ glyph │ description │'],
    ['what somebody says in a play', 'JEYES.\n\nAt my expense?'],
    ['a remark in brackets', '[Transcriber has a note here'],
  ])('%s', (_, line) => {
    expect(headingsOf(`The title\n\n${PROSE}\n\n${line}\n\n${PROSE}\n\nHistory\n\n${PROSE}`)).toEqual(['History']);
  });

  test.each(['=', '-', '~', '*', '^', '#'])(
    'a line of %s below a heading is furniture, and no part of a paragraph',
    (mark) => {
      const draft = draftOf(segmentText(`The title\n\n${PROSE}\n\nHistory\n${mark.repeat(7)}\n\n${PROSE}`));
      expect(kindsOf(draft)).toBe('T P H Pf P');
    },
  );

  test('entries of a list of contents are furniture where the headings are there again below', () => {
    const sections = ['Background', 'Base Package', 'Site Directories'];
    const body = sections.map((name, at) => `${at + 1}. ${name}\n\n${PROSE}`).join('\n\n');
    const text = `The title\n\nTable of Contents\n\n${sections.map((name, at) => `${at + 1}. ${name}`).join('\n\n')}\n\n${body}`;
    expect(headingsOf(text)).toEqual(['Table of Contents', '1. Background', '2. Base Package', '3. Site Directories']);
  });
});

function wrapped(words: readonly string[], width: number): string {
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}
