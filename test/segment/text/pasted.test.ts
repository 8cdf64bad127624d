import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentMarkdown } from '../../../src/segment/segmentMarkdown.ts';
import { segmentText } from '../../../src/segment/segmentText.ts';
import { draftOf, kindsOf, problemsOf } from '../draftOf.ts';

const BODY = 'The ferry leaves the northern quay at six, and is back before the tide turns, as it always was.';

/** Blocks as "kind text", lines parted by "/". */
function blocksOf(text: string, segment = segmentText): readonly string[] {
  const draft = draftOf(segment(text));
  expect(problemsOf(draft)).toEqual([]);
  return draft.blocks.map(
    (block) =>
      `${block.kind === 'paragraph' ? (block.role ?? 'P') : block.kind} ${draft.source.slice(...block.span).replaceAll('\n', '/')}`,
  );
}

const LONG =
  'The harbour council voted on Tuesday to close the ferry after a long and bitter debate about what it costs.';

describe('a conversation that a program of chat wrote', () => {
  test.each([
    [
      'a name and a time above each message',
      'Jane Roe  9:02 AM\nAll is out.\nKenji  9:04 AM\nNice. Is it slow?\nSee https://example.org\nJane Roe  9:05 AM\nYes.\n',
      [
        'P Jane Roe  9:02 AM/All is out.',
        'P Kenji  9:04 AM/Nice. Is it slow?/See https://example.org',
        'P Jane Roe  9:05 AM/Yes.',
      ],
    ],
    [
      'a time in brackets above each message',
      '[14-May-24 09:02 AM] jroe#1\nAll is out.\n\n[14-May-24 09:04 AM] ksato\nNice.\n\n[14-May-24 09:05 AM] jroe#1\nYes.\n',
      [
        'P [14-May-24 09:02 AM] jroe#1/All is out.',
        'P [14-May-24 09:04 AM] ksato/Nice.',
        'P [14-May-24 09:05 AM] jroe#1/Yes.',
      ],
    ],
    [
      'dates and names before each message',
      '14/05/2024, 09:01 - Messages are encrypted.\n14/05/2024, 09:02 - Jane Roe: Who brings chairs?\n14/05/2024, 09:04 - Kenji: Me.\nAnd tables.\n14/05/2024, 09:05 - Jane Roe: Good\n',
      [
        'furniture 14/05/2024, 09:01 - Messages are encrypted.',
        'P 14/05/2024, 09:02 - Jane Roe: Who brings chairs?',
        'P 14/05/2024, 09:04 - Kenji: Me./And tables.',
        'P 14/05/2024, 09:05 - Jane Roe: Good',
      ],
    ],
    [
      'times and nicknames before each message',
      '[10:02] <jroe> ok, the date\n[10:03] <ksato> the 21st\n[10:04] * mok nods\n',
      ['P [10:02] <jroe> ok, the date', 'P [10:03] <ksato> the 21st', 'P [10:04] * mok nods'],
    ],
  ])('has a paragraph for each message, and no title (%s)', (_, text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks);
  });

  test('may have a title of its own', () => {
    const text = 'Planning the summer fair\n\n[10:02] <jroe> ok\n[10:03] <ksato> the 21st\n[10:04] <mok> yes\n';
    expect(blocksOf(text)[0]).toBe('title Planning the summer fair');
  });

  test('is no timetable, and no report that names a time', () => {
    const table = `Boats\n\n${BODY}\n\n9:00 Quay\n9:30 Pier\n10:00 Quay\n\n${BODY}\n`;
    expect(blocksOf(table)).toContain('P 9:30 Pier');
    expect(blocksOf(`Boats\n\nBoat leaves 9:02\n${BODY}\n\n${BODY}\n`)[0]).toBe('title Boats');
  });

  test('keeps who spoke and what was said in one paragraph, whoever it was', () => {
    const name = fc.constantFrom('Jane Roe', 'ksato', 'M. Okonkwo', 'Søren');
    const said = fc.constantFrom('Yes.', 'is it slow?', 'It is, I think', 'see https://example.org', 'NO', '- one');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, said), { minLength: 4, maxLength: 12 }), (turns) => {
        const lines = turns.map(([who, what], index) => `[10:${10 + index}] ${who}: ${what}`);
        expect(blocksOf(lines.join('\n'))).toEqual(lines.map((line) => `P ${line}`));
      }),
      { seed: 15, numRuns: 100 },
    );
  });
});

test('what is said in a transcript begins anew with each speaker, numbered or named', () => {
  const text =
    'Speaker 1 (00:00:03)\nWelcome to the call.\n\nSpeaker 2 (00:00:15)\nThank you.\n\nSpeaker 1 (00:01:40)\nSo?\n\nSpeaker 2 (00:01:46)\nYes.\n';
  expect(blocksOf(text)).toEqual([
    'P Speaker 1: Welcome to the call.',
    'P Speaker 2: Thank you.',
    'P Speaker 1: So?',
    'P Speaker 2: Yes.',
  ]);
});

describe('numbered clauses', () => {
  test.each([
    [
      'behind a list with letters',
      'Use Policy\n\n1. Rules\nYou must not:\na) share it;\nb) sell it.\n\n2. Consequences\nIt is closed.\n',
      ['heading 1. Rules', 'heading 2. Consequences'],
    ],
    [
      'behind letters in brackets',
      `Use Policy\n\n${BODY}\n\n(A) So it is.\n\n(B) It was.\n\n1. Terms\n\n1.1 In this text:\n\n"Fee" means a sum of money that is paid.\n`,
      ['heading 1. Terms'],
    ],
    [
      'above the first of its parts',
      'Use Policy\n\n1. Who this applies to\n1.1. Everyone who has an account.\n1.2. All others who sail.\n',
      ['heading 1. Who this applies to'],
    ],
  ])('are named by headings (%s)', (_, text, headings) => {
    expect(blocksOf(text).filter((block) => block.startsWith('heading'))).toEqual(headings);
  });

  test('are a list where nothing is below them', () => {
    expect(
      blocksOf(`Boats\n\n${BODY}\n\n1. Quay\n2. Pier\n   (a) north\n3. Lock\n\n${BODY}\n`).filter((block) =>
        block.startsWith('heading'),
      ),
    ).toEqual([]);
  });
});

describe('a press release', () => {
  const RELEASE = `FOR IMMEDIATE RELEASE\n\nContact: Jane Roe\nHarbour Robotics\npress@example.org\n+1 555 010 0199\n\nHarbour Robotics Raises $40 Million for Ports\n\nHALIFAX, Nova Scotia, May 14, 2024 -- ${BODY}\n\n${BODY}\n\n###\n`;

  test('has its headline for title, and no heading among whom to ask', () => {
    const blocks = blocksOf(RELEASE);
    expect(blocks.filter((block) => /^(?:title|heading)/u.test(block))).toEqual([
      'title Harbour Robotics Raises $40 Million for Ports',
    ]);
    expect(blocks.at(-1)).toBe('furniture ###');
    expect(draftOf(segmentText(RELEASE)).metadata).toMatchObject({
      title: 'Harbour Robotics Raises $40 Million for Ports',
    });
  });
});

describe('a letter', () => {
  const letter = (subject: string): string =>
    `Harbour Trust\n12 Quay Street\nRødvig 4673\n\n14 May 2024\n\nMs. Maria Okonkwo\n1 Pier Road\n\n${subject}Dear Ms. Okonkwo,\n\n${BODY}\n\nCould you ask the crew about Sundays?\n\nYours sincerely,\n\nJane Roe\n`;

  test('is called what it is about', () => {
    const { metadata } = draftOf(segmentText(letter('Re: Berth 4\n\n')));
    expect(metadata.title).toBe('Berth 4');
  });

  test('has no title where it names none, and no question for heading', () => {
    expect(blocksOf(letter('')).filter((block) => /^(?:title|heading)/u.test(block))).toEqual([]);
  });
});

test('lines that are drawn are furniture, and what stands between quotation marks is not', () => {
  expect(
    blocksOf(
      `Boats\n\n${BODY}\n-----------\n\n${BODY}\n\n+---+---+\n| a | b |\n+---+---+\n\n${BODY}\n\n‘#’\n\n${BODY}\n`,
    ),
  ).toEqual([
    'title Boats',
    `P ${BODY}`,
    'furniture -----------',
    `P ${BODY}`,
    'furniture +---+---+',
    'row | a | b |',
    'furniture +---+---+',
    `P ${BODY}/‘#’`.replace('/', '//'),
    `P ${BODY}`,
  ]);
});

test('a line that goes on with a number is no paragraph of its own', () => {
  expect(blocksOf(`Boats\n\n${BODY} I would drop the one at\n23:10, because it ran empty.\n\n${BODY}\n`).length).toBe(
    3,
  );
});

test('whose text it is, below the title and above another heading, is no heading', () => {
  expect(blocksOf(`ANNUAL REPORT\n\nHarbour Trust\n\nSUMMARY\n\n${BODY}\n`).slice(0, 3)).toEqual([
    'title ANNUAL REPORT',
    'P Harbour Trust',
    'heading SUMMARY',
  ]);
});

test('a text that begins before the first of its sections is not called what that is', () => {
  const sections = `# Install\n\n${BODY}\n\n# Licence\n\n${BODY}\n`;
  expect(draftOf(segmentMarkdown(`${BODY} ${BODY}\n\n${sections}`)).metadata.title).toBeUndefined();
  expect(draftOf(segmentMarkdown(sections)).metadata.title).toBe('Install');
});

test.each([
  ['a time of a day', `It is sent so\n\n02 FEB 82 07:59:01 PST\n\n${BODY}`],
  ['what the line above leads in to', `One usual form is:\n\nWeekday, Month Day, Year\n\nIt is rare.\n\n${BODY}`],
  ['who signs', `Happy reading,\n\nAlice\n\n${BODY}`],
  ['an address of the web', `${BODY}\n\nIts pages are at www.example.org/quay\n\n${BODY}`],
])('%s is no heading', (_, text) => {
  expect(blocksOf(`Boats\n\n${BODY}\n\n${text}\n`).filter((block) => block.startsWith('heading'))).toEqual([]);
});

describe('Markdown', () => {
  test('reads preformatted text that is prose by its own layout, and code line by line', () => {
    const wrapped = `${BODY}\n`.repeat(7);
    const draft = draftOf(
      segmentMarkdown(`# Name\n\n<pre>\n${wrapped}\nNEWS\n\n${wrapped}</pre>\n\n<pre>a = 1\nb = 2</pre>\n`),
    );
    expect(draft.blocks.map((block) => block.kind)).toContain('heading');
    expect(draft.source).toContain('a = 1\nb = 2');
  });

  const blocks = (text: string) => blocksOf(text, (markdown) => segmentMarkdown(markdown));
  test.each([
    [
      '**Do you offer refunds?**\nWe do, within 30 days.',
      ['heading Do you offer refunds?', 'P We do, within 30 days.'],
    ],
    ['**Short term**  \nKeep *it*.', ['heading Short term', 'P Keep it.']],
    ['**Jane Roe**\nChair of the board', ['P Jane Roe Chair of the board']],
    ['**Note:**\nIt ends.', ['P Note: It ends.']],
    ['**Owner:** Jane Roe\n**Sponsor:** K. Sato', ['P Owner: Jane Roe', 'P Sponsor: K. Sato']],
    ['Created: May 14\nTags: weekly, product', ['P Created: May 14', 'P Tags: weekly, product']],
    ['```{note} Mind\n:class: x\n\nIt *ends*.\n```', ['P Mind', 'P It ends.']],
    ['````{tip}\n```{code-block} sh\n:linenos:\nferry\n```\n````', ['code ferry']],
    ['```{figure} a.png\n:alt: A quay\n:width: 3\n```', ['caption A quay']],
    ['```{toctree}\nintro\nguide\n```', []],
    ['```\n```{note}\n```', ['code ```{note}']],
    ['Note: it was a long way\nto the quay.', ['P Note: it was a long way to the quay.']],
  ])('reads %j', (text, found) => {
    expect(blocks(`# Name\n\n${BODY}\n\n${text}\n\nEnd.`).slice(2, -1)).toEqual(found);
  });

  test.each([
    [
      '(Rødvig) May 21, 1996 -- ',
      'below whom to ask',
      'Harbour Freight Inc.\n600 Quay Street\n\nFOR IMMEDIATE RELEASE\n\nFor more information contact:\nPat Lane (415) 655-4108\n\n',
    ],
    ['Rødvig, May 21, 1996 – ', 'below the line that releases it', 'FOR IMMEDIATE RELEASE\n\n'],
    [
      '(Rødvig, PA -- May 21, 1996)  ',
      'in capitals',
      'PRESS RELEASE\n\nMedia contact: Jane Roe, press@harbour.example\n\n',
    ],
  ])('finds the headline of a release above "%s", %s', (dateline, _, head) => {
    const text = `${head}HARBOUR FREIGHT BUYS THE LAST TWO FERRIES\n\n${dateline}${LONG}\n\n${LONG}`;
    const draft = draftOf(segmentText(text));
    expect(draft.metadata).toMatchObject({
      title: 'HARBOUR FREIGHT BUYS THE LAST TWO FERRIES',
      published: '1996-05-21',
    });
    expect(kindsOf(draft)).toMatch(/^(?:Pf )+T P P$/u);
  });

  test('finds the headline of a release that nothing dates', () => {
    const text = `Harbour Freight\n\nFOR IMMEDIATE RELEASE\n\nContact: Jane Roe, press@harbour.example\n\nHarbour Freight Buys the Last Two Ferries\n\n${LONG}\n\n${LONG}`;
    expect(draftOf(segmentText(text)).metadata.title).toBe('Harbour Freight Buys the Last Two Ferries');
  });
});
