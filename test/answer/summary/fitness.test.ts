import { describe, expect, test } from 'vitest';
import { unfitness } from '../../../src/answer/summary/fitness.ts';
import { readLines, type Candidate, type ReadLine } from '../../../src/answer/summary/lines.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';

const PROSE: readonly Candidate[] = [
  'The harbour board sold the white tower to a school in May.',
  'The keeper, Ines Hallam, told the board that she would stay.',
  'A ferry brought the first pupils to the rock on Monday.',
].map((text, index) => ({ text, block: index }));

/** Reads a sentence as one of the paragraphs of a plain text, or several sentences as one paragraph. */
function read(...texts: readonly string[]): readonly ReadLine[] {
  const own = texts.map((text): Candidate => ({ text, block: 7 }));
  const rest = [8, 9, 10].map((block): Candidate => ({
    text: 'The school opened its doors in the tower that summer.',
    block,
  }));
  return finish(readLines([...PROSE, ...own, ...rest], 'en')).slice(PROSE.length, PROSE.length + own.length);
}

describe('the form of a text', () => {
  test('is told by its longer lines, however many labels there are', () => {
    const labels = ['Date: 4 May', 'Venue: the quay', 'Chair: Roe', 'Time: six', 'Notes: Poe', 'Maren 4', 'Quay 9'];
    const lines = finish(
      readLines([...labels.map((text, index): Candidate => ({ text, block: 20 + index })), ...PROSE], 'en'),
    );
    expect(lines.every(({ textIsClosed }) => textIsClosed)).toBe(true);
    expect(lines.slice(0, labels.length).every(({ unfit }) => unfit !== undefined)).toBe(true);
  });
});

describe('a letter', () => {
  const lines = finish(
    readLines(
      [
        { text: 'Dear Ms Hallam,', block: 0 },
        { text: 'we have sold the tower to the school on the rock.', block: 1 },
        { text: 'the keys are with the board of the harbour.', block: 2 },
        { text: 'The lamp goes to the museum in the town on Monday.', block: 3 },
        { text: '> Is it true that you want to sell the tower to them?', block: 4, role: 'quote' },
        { text: 'I heard it from the keeper of the ferry today.', block: 4, role: 'quote' },
        { text: 'Nobody ever asked the keeper of the lamp about it.', block: 5, role: 'quote' },
      ],
      'en',
    ),
  );
  const unfit = lines.map((line) => line.unfit);

  test('may begin with a small letter after its greeting, and only there', () => {
    expect(unfit.slice(1, 4)).toEqual([undefined, 'begunBefore', undefined]);
  });

  test('is not summed up in the words of the one that it answers', () => {
    expect(unfit.slice(4)).toEqual(['earlierMessage', 'earlierMessage', undefined]);
  });
});

describe('unfitness', () => {
  test.each([
    ['Read more about the tower.', 'furniture'],
    ['Click here to see the lamp in all its glory.', 'furniture'],
    ['Sign up for our newsletter about rocks and lamps.', 'furniture'],
    ['Follow The Coast on Facebook, Twitter and Instagram.', 'furniture'],
    ['Ida Brandt contributed to this report.', 'furniture'],
    ['(Reporting by Ida Brandt; Editing by Tom Orr)', 'furniture'],
    ['Main image credit: Ida Brandt.', 'furniture'],
    ['This article was first published by The Coast Review.', 'furniture'],
    ['The views expressed here are those of the author alone.', 'furniture'],
    ['Copyright 2024 The Coast Review, all rights reserved.', 'furniture'],
    ['For more information, please visit the harbour office.', 'furniture'],
    ['Corresponding author: Ida Brandt, The Old Tower, Coast Road.', 'furniture'],
    ['IN THE DISTRICT COURT OF THE COAST', 'capitals'],
    ['Pepsi Center, Denver, CO and Quay Hall, Maren.', 'namesOnly'],
    ['JANE ROE, Keeper of the Tower, et al.', 'namesOnly'],
    ['See Roe v. Board of Maren, 459 F. Supp. 3d 273 (D. Me. 2020).', 'citation'],
    ['The lamp is described at www.example.org with pictures.', 'address'],
    ['Write to keeper@example.org about tours of the tower.', 'address'],
    ['The reasons for the sale of the tower are these:', 'leadIn'],
    ['Here are some of the reasons that the board gave.', 'leadIn'],
    ['What will become of the tower on the rock?', 'question'],
    ['Q: What will you do with the old lamp.', 'question'],
    ['(The lamp itself had been sold long before that day.)', 'brackets'],
    ['The lamp (which had been sold long before went dark.', 'brackets'],
    ['“If the tower goes to the school, that upsets me.', 'cutQuotation'],
    ['The tower is all that we have left,” Hallam said.', 'cutQuotation'],
    ['"If the tower goes to the school, that upsets me.', 'cutQuotation'],
    ['“Rocks need a whole chain of lamps to be safe,” he said.', 'noSpeaker'],
    ['“Rocks need a whole chain of lamps to be safe.”', 'noSpeaker'],
    ['The tower is the last of its kind, she added.', 'noSpeaker'],
    ['and the lamp of the harbour went dark in May.', 'begunBefore'],
    ['The white tower of the harbour', 'noEndMark'],
    ['The tower fell.', 'tooShort'],
    ['Lamp = { white: [1, 2, 3] } and so on.', 'markup'],
    ['By Ida Brandt for The Coast Review', 'byline'],
  ])('refuses %j: %s', (text, reason) => {
    expect(read(text)[0]!.unfit).toBe(reason);
  });

  test.each([
    'More boats than ever called at the harbour in May.',
    'Readers of the paper signed up for tours of the tower.',
    '“Rocks need a whole chain of lamps,” Hallam said.',
    'Hallam called the rock “a stone of no use” in 1931.',
    'The board, she said in May, is “out of its mind,” but Hallam said nothing.',
    'By the time the lamp went dark, the keeper had left.',
    'Copyrights on the drawings of the tower ran out in May.',
    'The lamp (a gift of the king) was 6" wide and white.',
    'The board wanted 1) a lamp and 2) a keeper for it.',
    'iPhone pictures of the tower are sold at the ferry.',
    'The board sold the tower [the lamp stayed] in May.[3]',
    'Terms of the deal between board and school were not disclosed.',
    'Advertisements for the tower were put up in May.',
    'Written by a keeper in 1931, the book sold well, and the board had it printed three times since.',
    'Like her, the keeper of the other rock refused to go.',
    'More details emerged in May about the sale of the tower.',
    'Tap water on the rock comes from the ferry.',
    'Subscribers to the paper can see the tower for free.',
    'Credit cards are not taken on the rock, said Hallam.',
    'Promoted last season, the club of the harbour lost again.',
    'The story of the tower was first told by a keeper.',
    'Copyright law changed in May, and the book was free.',
    'The fleet’s “Watch this” campaign, said the board, will go on.',
  ])('lets %j pass', (text) => {
    expect(read(text)[0]!.unfit).toBeUndefined();
  });

  test('refuses the middle of a quotation that spans sentences, and what follows it passes', () => {
    const lines = read(
      'Hallam said: “The tower is white.',
      'The lamp has never been lit since the war.',
      'Nobody came to see it.” The board disagreed.',
      'The tower was sold to a school in May.',
    );
    expect(lines.map(({ unfit }) => unfit)).toEqual(['cutQuotation', 'cutQuotation', 'cutQuotation', undefined]);
  });

  test('refuses all of a post that the article shows', () => {
    const lines = read(
      'Nobody can thank the old keeper enough for it.',
      'Hope to see you on the rock again. pic.twitter.com/dU06',
    );
    expect(lines.map(({ unfit }) => unfit)).toEqual(['address', 'address']);
  });

  test('refuses all of a short paragraph that ends with a credit', () => {
    const lines = read('Pupils at the white tower on the rock on Monday.', 'Credit Ida Brandt/The Coast Review');
    expect(lines.map(({ unfit }) => unfit)).toEqual(['credit', 'credit']);
  });

  test('asks for end marks and capitals only in a text that has them', () => {
    const notes = ['the tower was sold to a school', 'the lamp stays with the board', 'the keeper will leave in May'];
    const lines = finish(
      readLines(
        notes.map((text, block) => ({ text, block })),
        'en',
      ),
    );
    expect(lines.map(({ unfit }) => unfit)).toEqual([undefined, undefined, undefined]);
    expect(unfitness({ ...lines[0]!, textIsClosed: true })).toBe('noEndMark');
  });
});
