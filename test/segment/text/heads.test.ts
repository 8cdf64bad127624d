import { describe, expect, test } from 'vitest';
import { segmentText } from '../../../src/segment/segmentText.ts';
import { draftOf } from '../draftOf.ts';

const LONG =
  'The harbour council voted on Tuesday to close the ferry after a long and bitter debate about what it costs.';
const rolesOf = (text: string): readonly string[] => {
  const { source, blocks } = draftOf(segmentText(text));
  return blocks.map((block) => {
    const kind = block.kind === 'paragraph' ? (block.role ?? 'P') : block.kind;
    return `${kind}: ${source.slice(...block.span).split(/[\r\n]/u)[0]}`;
  });
};

describe('textHead', () => {
  test('names a filing by who files it and its form, and keeps the tags out of the text', () => {
    const text = `-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n\n<SEC-DOCUMENT>0001.txt : 19990908\nCONFORMED SUBMISSION TYPE:\t8-K\nFILED AS OF DATE:\t\t19990907\n\tCOMPANY CONFORMED NAME:\t\t\tHARBOUR FERRIES INC\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n\nCURRENT REPORT\n\n${LONG}\n\n<PAGE>\n\nItem 1. Business\n\n${LONG}\n`;
    const { metadata } = draftOf(segmentText(text));
    expect(metadata).toMatchObject({ title: 'HARBOUR FERRIES INC: 8-K', published: '1999-09-07' });
    expect(rolesOf(text).slice(1)).toEqual([
      'heading: CURRENT REPORT',
      `P: ${LONG}`,
      'furniture: <PAGE>',
      'heading: Item 1. Business',
      `P: ${LONG}`,
    ]);
  });

  test('names a report by its cover where nothing is above it', () => {
    const text = `UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\n\nFORM 10-K\n\nHARBOUR FERRIES INC.\n(Exact name of registrant as specified in its charter)\n\n${LONG}\n`;
    expect(draftOf(segmentText(text)).metadata.title).toBe('HARBOUR FERRIES INC.: FORM 10-K');
  });

  test.each([
    [
      'a law by what it may be cited as',
      `A BILL\n\nTo close the ferry.\n\nBe it enacted by the Council:\n\nSection 1. This Act may be cited as the "Ferry\nClosing Act of 1991".\n\n${LONG}\n`,
      'Ferry Closing Act of 1991',
    ],
    [
      'a notice by the line above the agency',
      `[Federal Register Volume 90, Number 3 (Monday, January 6, 2025)]\n[Notices]\n\nDEPARTMENT OF HARBOURS\n\nFerry Service; Closing of the Quay\n\nAGENCY: Harbour Board.\n\nACTION: Notice.\n\n${LONG}\n`,
      'Ferry Service; Closing of the Quay',
    ],
    [
      'a manual of info by the first underlined heading',
      `This is ferry.info, produced by makeinfo version 6.8 from ferry.texi.\n\nFile: ferry.info,  Node: Top,  Next: Quays,  Up: (dir)\n\nThe Ferry Manual\n****************\n\n${LONG}\n\n* Menu:\n\n* Quays::   Where it lands.\n\nFile: ferry.info,  Node: Quays,  Prev: Top,  Up: Top\n\n1 Quays\n*******\n\n${LONG}\n`,
      'The Ferry Manual',
    ],
    [
      'a digest by the line that ends it',
      `Send ferry-dev mailing list submissions to\n\tferry-dev@example.org\n\nToday's Topics:\n\n   1. The quay (Jane Roe)\n\nMessage: 1\nDate: Fri, 03 Nov 2023 03:15:58 -0700\nFrom: Jane Roe <jane@example.org>\nSubject: The quay\nMessage-ID: <1@example.org>\n\n${LONG}\n\nEnd of ferry-dev Digest, Vol 102, Issue 5\n*****************************************\n`,
      'ferry-dev Digest, Vol 102, Issue 5',
    ],
    ['a text below the name of its file', `FERRY.TXT\n\nThe Last Ferry\n\n${LONG}\n\n${LONG}\n`, 'The Last Ferry'],
    ['a text below the word "Title"', `TITLE\n\n   The Last Ferry\n\n${LONG}\n\n${LONG}\n`, 'The Last Ferry'],
    ['a text by its subject', `SUBJECT: The Last Ferry\n\n${LONG}\n\n${LONG}\n`, 'The Last Ferry'],
    [
      'news by its head',
      `Article 1577 of alt.ferries:\nFrom: jane@example.org (Jane Roe)\nNewsgroups: alt.ferries\nSubject: The last ferry\nDate: 23 Nov 91 06:43:09 GMT\n\n${LONG}\n`,
      'The last ferry',
    ],
  ])('names %s', (_, text, title) => {
    expect(draftOf(segmentText(text)).metadata.title).toBe(title);
  });

  test('reads the name and the year of old news', () => {
    const text = `From: jane@example.org (Jane Roe)\nSubject: The last ferry\nDate: 23 Nov 91 06:43:09 GMT\n\n${LONG}\n`;
    expect(draftOf(segmentText(text)).metadata).toMatchObject({ author: ['Jane Roe'], published: '1991-11-23' });
  });

  test('makes the subject of each letter of a digest a heading, and of no letter that is quoted', () => {
    const head = 'From: Jane Roe <jane@example.org>\nSent: Tuesday\nTo: John Lane\nSubject: The quay\n';
    expect(rolesOf(`The Quay\n\n${LONG}\n\n${head}\n${LONG}\n`)).toEqual([
      'title: The Quay',
      `P: ${LONG}`,
      'furniture: From: Jane Roe <jane@example.org>',
      `P: ${LONG}`,
    ]);
    expect(rolesOf(`The Quay\n\n${LONG}\n\n${head}Message-ID: <1@example.org>\n\n${LONG}\n`)).toContain(
      'heading: Subject: The quay',
    );
  });

  test.each([
    [
      'its caption on one line',
      `(Slip Opinion)        OCTOBER TERM, 2012           1\n\nSUPREME COURT OF THE UNITED STATES\n\n  ROE v. UNIVERSITY OF RØDVIG ET AL.\n\nNo. 11-345.   Argued October 10, 2012\n\n${LONG}`,
      'ROE v. UNIVERSITY OF RØDVIG ET AL.',
    ],
    [
      'columns, with ")"',
      `UNITED STATES DISTRICT COURT\nNORTHERN DISTRICT OF CALIFORNIA\n\nJANE ROE,                     )\n                              )\n          Plaintiff,          )   Case No. 3:24-cv-01234\n                              )\n     v.                       )\n                              )\nHARBOUR FERRIES, INC.,        )\n                              )\n          Defendant.          )\n______________________________)\n\nORDER\n\n${LONG}`,
      'JANE ROE v. HARBOUR FERRIES, INC.',
    ],
    [
      'columns, with ":"',
      `IN THE COURT OF COMMON PLEAS\n\nADA LANE,                  :\n       Plaintiff           :   No. 2019-55\n   vs.                     :\nTOWN OF RØDVIG,            :\n       Defendant           :\n\n${LONG}`,
      'ADA LANE v. TOWN OF RØDVIG',
    ],
  ])('names a paper of a court by %s', (_, text, title) => {
    expect(draftOf(segmentText(text)).metadata.title).toBe(title);
  });

  test('names no text by a case that it is about', () => {
    const text = `A Ferry Closes\n\n${LONG} In Roe v. Lane the Supreme Court held for the plaintiff.\n\n${LONG}`;
    expect(draftOf(segmentText(text)).metadata.title).toBe('A Ferry Closes');
  });
});
