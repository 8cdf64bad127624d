import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkOptions } from '../../src/command/checkOptions.ts';
import { findCommand } from '../../src/command/runCommand.ts';
import { isQuestion } from '../../src/utterance/isQuestion.ts';
import type { Earlier, Intent, Surroundings } from '../../src/utterance/intent.ts';
import { readUtterance } from '../../src/utterance/readUtterance.ts';
import { commands } from '../fixtures/context.ts';
import { COMMANDS, KNOWN } from './articles.ts';
import { UTTERANCES } from './utterances.ts';

const BOT = '<@123456789012345678>';

describe('readUtterance', () => {
  test('is tested with 200 utterances at least', () => {
    expect(new Set(UTTERANCES.map(([said]) => said)).size).toBeGreaterThanOrEqual(200);
  });

  test.each(UTTERANCES)('reads %j as %s', (said, read) => {
    expect(inShort(readUtterance(said, surroundings()))).toBe(read);
  });

  test.each(UTTERANCES)('reads %j with a mention before or after it alike', (said, read) => {
    const isBlock = said.startsWith('>') || said.startsWith('/');
    expect(inShort(readUtterance(isBlock ? `${BOT}\n${said}` : `${BOT} ${said}`, surroundings()))).toBe(read);
    if (!isBlock) expect(inShort(readUtterance(`${said} ${BOT}`, surroundings()))).toBe(read);
  });
});

function surroundings(changes: Partial<Surroundings> = {}): Surroundings {
  return { articles: KNOWN, commands: COMMANDS, ...changes };
}

function inShort(intent: Intent): string {
  if (intent.kind === 'talk') return `talk ${intent.about}`;
  if (intent.kind !== 'use') return intent.kind;
  const { command, options } = intent.uses[0];
  const shown = Object.entries(options).flatMap(([key, value]) => (key === 'plain' ? [] : [`${key}=${value}`]));
  return [command, ...shown].join(' ');
}

/** An answer from the article of the lighthouse to "Who kept the lamp in Norland?" */
const EARLIER: Earlier = {
  article: 'lighthouse',
  section: '1',
  handle: 'lighthouse/¶2.1@1a2b3c4d',
  previous: 'lighthouse/¶1@1a2b3c4d',
  next: 'lighthouse/¶3@1a2b3c4d',
  onward: 'lighthouse/¶2-3@1a2b3c4d',
  passage: 'Skarn Rock was bought by Ines Hallam for 40 crowns in 1931.',
  question: 'How much was paid for rocks in Norland?',
};

describe('readUtterance of a reply to an answer', () => {
  test.each([
    ['why?', `ask question=Why? ${EARLIER.passage} article=lighthouse`],
    ['Why?', `ask question=Why? ${EARLIER.passage} article=lighthouse`],
    ['how so', `ask question=Why? ${EARLIER.passage} article=lighthouse`],
    ['and?', 'quote text=lighthouse/¶2-3@1a2b3c4d'],
    ['what does that mean?', 'quote text=lighthouse/¶2-3@1a2b3c4d'],
    ['more context please', 'quote text=lighthouse/¶2.1@1a2b3c4d scope=context'],
    ['when was that?', `event about=${EARLIER.passage} article=lighthouse`],
    ['when?', `event about=${EARLIER.passage} article=lighthouse`],
    ['and when did it happen', `event about=${EARLIER.passage} article=lighthouse`],
    ['where was that?', `event about=${EARLIER.passage} article=lighthouse`],
    ['and in Germany?', 'ask question=How much was paid for rocks in Germany? article=lighthouse section=1'],
    ['in Germany?', 'ask question=How much was paid for rocks in Germany? article=lighthouse section=1'],
    ['what about Germany?', 'ask question=How much was paid for rocks in Germany? article=lighthouse section=1'],
    ['and the towers?', 'ask question=How much was paid for rocks in Norland the towers? article=lighthouse section=1'],
    ['and since 1998?', 'ask question=How much was paid for rocks in Norland since 1998? article=lighthouse section=1'],
    [
      'who sold it?',
      'ask question=who sold it (paid, rocks, Norland, Skarn Rock, Ines Hallam) article=lighthouse section=1',
    ],
    [
      'did she leave?',
      'ask question=did she leave (paid, rocks, Norland, Skarn Rock, Ines Hallam) article=lighthouse section=1',
    ],
    [
      'how many ships ran aground there before?',
      'ask question=how many ships ran aground there before (paid, rocks, Norland, Skarn Rock, Ines Hallam) article=lighthouse section=1',
    ],
    ['Who counted the ships of the board?', 'ask question=Who counted the ships of the board? article=lighthouse'],
    ['who counted the hives in The Year Without Bees?', 'ask question=who counted the hives? article=bees'],
    ['go on', 'quote text=lighthouse/¶3@1a2b3c4d'],
    ['what happened next?', 'quote text=lighthouse/¶3@1a2b3c4d'],
    ['more', 'quote text=lighthouse/¶3@1a2b3c4d'],
    ['what came before that?', 'quote text=lighthouse/¶1@1a2b3c4d'],
    ['the whole paragraph please', 'quote text=lighthouse/¶2.1@1a2b3c4d scope=paragraph'],
    ['source?', 'cite reference=lighthouse/¶2.1@1a2b3c4d'],
    ['where is that from?', 'cite reference=lighthouse/¶2.1@1a2b3c4d'],
    ['cite this as APA', 'cite reference=lighthouse/¶2.1@1a2b3c4d format=apa'],
    ['bibtex please', 'cite reference=lighthouse/¶2.1@1a2b3c4d format=bibtex'],
    ['are you sure?', `verify quote=${EARLIER.passage} reference=lighthouse/¶2.1@1a2b3c4d`],
    ['is that word for word?', `verify quote=${EARLIER.passage} reference=lighthouse/¶2.1@1a2b3c4d`],
    ['¶3', 'quote text=¶3 article=lighthouse'],
    ['summary', 'summary article=lighthouse'],
    ['summary of this article', 'summary article=lighthouse'],
    ['outline', 'section article=lighthouse'],
    ['timeline', 'event article=lighthouse'],
    ['what happened in May?', 'event about=in May article=lighthouse'],
    ['quote about the deed', 'quote text=the deed article=lighthouse'],
    ['who wrote this?', 'ask question=who wrote this? article=lighthouse'],
    ['"No other bidder came"', 'verify quote=No other bidder came'],
    ['thanks!', 'talk thanks'],
    ['help', 'talk help'],
    ['ok', 'silence'],
    ['👍', 'silence'],
    ['', 'silence'],
  ])('reads %j as %s', (said, read) => {
    expect(inShort(readUtterance(said, surroundings({ earlier: EARLIER })))).toBe(read);
  });

  test.each([
    ['shorter', 'summary article=lighthouse length=brief'],
    ['Make it shorter, please', 'summary article=lighthouse length=brief'],
    ['that’s too long', 'summary article=lighthouse length=brief'],
    ['TL;DR', 'summary article=lighthouse length=brief'],
    ['longer', 'summary article=lighthouse length=full'],
    ['in more detail', 'summary article=lighthouse length=full'],
    ['the full version', 'summary article=lighthouse length=full'],
    ['more', 'summary article=lighthouse length=full'],
  ])('reads %j below a summary as %s', (said, read) => {
    const [shorter, longer] = ['brief', 'full'].map((length) => ({ article: 'lighthouse', length }));
    const intent = readUtterance(said, surroundings({ earlier: { ...EARLIER, shorter, longer } }));
    expect(inShort(intent)).toBe(read);
    expect(isQuestion(said, intent, { isReply: true })).toBe(true);
  });

  test('asks in the section first, then in the article, then what it says of the new part', () => {
    const intent = readUtterance('and in Germany?', surroundings({ earlier: EARLIER }));
    const uses = intent.kind === 'use' ? intent.uses : [];
    expect(uses.map(({ command, options }) => [command, options['article'], options['section']])).toEqual([
      ['ask', 'lighthouse', '1'],
      ['ask', 'lighthouse', undefined],
      ['quote', 'lighthouse', undefined],
    ]);
    expect(uses.map(({ fit }) => fit?.holds)).toEqual([['Germany'], ['Germany'], undefined]);
  });

  test('takes words of the answer where no question is known', () => {
    const { question: _, ...unasked } = EARLIER;
    expect(inShort(readUtterance('and in Germany?', surroundings({ earlier: unasked })))).toBe(
      'ask question=in Germany Skarn Rock bought Ines Hallam 40 crowns 1931 article=lighthouse section=1',
    );
  });
});

describe('readUtterance of a reply to somebody else', () => {
  test.each([
    '',
    'is this true?',
    'check this',
    'Source?',
    'where is this from',
    'verify please',
    'fact check',
    'is that quote real?',
    'does the article say that?',
    '👀',
  ])('reads %j as about their message', (said) => {
    expect(readUtterance(said, surroundings({ repliesToOther: true }))).toEqual({ kind: 'message' });
  });

  test.each([
    ['who kept the lamp?', 'ask question=who kept the lamp?'],
    ['summary of lighthouse', 'summary article=lighthouse'],
    ['thanks', 'talk thanks'],
  ])('reads %j by itself', (said, read) => {
    expect(inShort(readUtterance(said, surroundings({ repliesToOther: true })))).toBe(read);
  });
});

describe('readUtterance of any text', () => {
  test('reads it as some intent, whose options fit the commands', () => {
    const word = fc.constantFrom(
      'summary',
      'of',
      'what',
      'happened',
      'in',
      'May',
      '¶12.2',
      '"',
      '“',
      '”',
      '>',
      '/quote',
      '<@1234567>',
      'cite',
      'as',
      'APA',
      'and',
      'why',
      '?',
      'the',
      'bees',
      'article',
      '\n',
      '!',
      '👍',
      '2021',
      'lighthouse/¶2',
      'is',
      'this',
      'true',
      ':',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(word, { maxLength: 14 }).map((words) => words.join(' ')),
    );
    const place = fc.constantFrom<Partial<Surroundings>>(
      {},
      { earlier: EARLIER },
      { repliesToOther: true },
      { articles: [] },
    );
    fc.assert(
      fc.property(text, place, (said, changes) => {
        const intent = readUtterance(said, surroundings(changes));
        if (intent.kind !== 'use') return;
        for (const { command, options } of intent.uses) {
          const found = findCommand(command, commands)!;
          expect(found).toBeDefined();
          expect({ command, options, ...checkOptions(found.command, options) }).toMatchObject({ kind: 'options' });
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('gives what it is asked with a mention what it gives without, for any words', () => {
    const said = fc
      .array(fc.constantFrom('who', 'bought', 'the', 'rock', 'summary', 'events', 'in', 'Norland', '12.2', 'thanks'), {
        minLength: 1,
        maxLength: 6,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(said, (words) => {
        expect(inShort(readUtterance(`${BOT} ${words}`, surroundings()))).toBe(
          inShort(readUtterance(words, surroundings())),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('isQuestion', () => {
  const asks = (said: string): boolean => isQuestion(said, readUtterance(said, surroundings()));

  test.each([
    'Who kept the lamp?',
    'who kept the lamp',
    'When was the rock bought',
    'Wer hat den Leuchtturm gekauft?',
    'summary of lighthouse',
    'quote about the lamp',
    '“No other bidder came to the rock.”',
    'events in Norland',
    '¶12.2',
    'The lamp, was it sold?',
    'Does anyone know who bought the rock?',
    'what is this about',
  ])('finds one in %j', (said) => {
    expect(asks(said)).toBe(true);
  });

  test.each([
    'hello',
    'thanks!',
    'lol',
    'I read it yesterday, it was sad.',
    'how are you?',
    'anyone here?',
    'do you want to meet at 5?',
    'What do you guys think?',
    '12',
    'the lamp',
    '👍',
    '',
    'I will write about that tomorrow',
    'help',
    'should we write that?',
  ])('finds none in %j', (said) => {
    expect(asks(said)).toBe(false);
  });
});
