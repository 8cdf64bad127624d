import { ComponentType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../../src/command/runCommand.ts';
import { reply } from '../../src/reply/reply.ts';
import { decodeRequest } from '../../src/reply/controls/request.ts';
import { readEcho } from '../../src/reply/echo.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';

const quarry = articleOf('quarry', [
  ['paragraph', 'The quarry of Oldport sold granite in 1842.', 'It held 27 men.'],
  ['heading', 'Later on'],
  ['paragraph', 'Barrels of salt came in 1842 and 1850.'],
]);
const context = contextOf([lighthouse, quarry]);

/** Asks, and gives the message with the requests of its buttons by their words. */
async function shown(command: string, options: Record<string, string | boolean>) {
  const answer = await runCommand(command, options, context);
  const { articles } = context.library;
  const message = reply(answer, {
    request: { command, options },
    articles,
    links: () => undefined,
    hidden: false,
    now: context.now,
  });
  const echoed = readEcho(message.components);
  const buttons = message.components.flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((one) =>
          one.type === ComponentType.Button && 'custom_id' in one
            ? [[one.label, decodeRequest(one.custom_id, { echoed })] as const]
            : [],
        )
      : [],
  );
  const text = message.components
    .flatMap((one) => (one.type === ComponentType.TextDisplay ? [one.content] : []))
    .join('\n');
  return { answer, text, buttons };
}

describe('an answer that found nothing', () => {
  test.each([
    ['ask', { question: 'granite', article: 'lighthouse' }, 'Search quarry'],
    ['quote', { text: 'granite', article: 'lighthouse' }, 'Search quarry'],
    ['quote', { text: 'barrels', article: 'quarry', section: '0' }, 'Search section Later on'],
  ])('of %s %j has a button that searches where the words are', async (command, options, label) => {
    const { text, buttons } = await shown(command, options);
    expect(text).toMatch(/does not occur in/u);
    const request = buttons.find(([words]) => words === label)?.[1];
    const found = await runCommand(request!.command, request!.options, context);
    expect(found).toMatchObject({ kind: 'excerpts', excerpts: [{ article: 'quarry' }] });
  });

  test('says what the nearest passage has in place of what was typed', async () => {
    const { text } = await shown('ask', { question: '“It held 37 men”' });
    expect(text).toContain('**“It held 37 men” does not occur in the 2 articles searched.**');
    expect(text).toContain('Closest:');
    expect(text).toContain('Has 3 of the 4 words; has “27”, not “37”');
    expect((await shown('quote', { text: 'It held 37 men' })).text).toContain('has “27”, not “37”');
  });

  test.each([
    ['1842', 'no ¶1842', ['¶1.1', '¶2.1']],
    ['1850', 'no ¶1850', ['¶2.1']],
  ])('is not /quote %s where the number is in the text', async (text, note, references) => {
    const { answer, text: message } = await shown('quote', { text });
    expect(answer.kind === 'excerpts' && answer.excerpts.map(({ reference }) => reference)).toEqual(references);
    expect(message).toContain(note);
  });

  test.each([
    ['¶1842', 'invalid'],
    ['7777', 'nothing'],
    ['1', 'invalid'],
  ])('/quote %j stays %s', async (text, kind) => {
    expect((await runCommand('quote', { text }, context)).kind).toBe(kind);
  });

  test('keeps reading a message as prose when its pages are turned', async () => {
    const { answer, buttons } = await shown('ask', { question: 'the lamp -burned "of', plain: true });
    expect(answer.kind).toBe('excerpts');
    for (const [, request] of buttons) if (request?.command === 'ask') expect(request.options['plain']).toBe(true);
  });

  test.each([
    ['event', { about: 'zebra' }, /^No event|^None of|^The one event|^\*\*No(?:ne)? /mu],
    ['ask', { question: '?!' }, /There is no word in this to look for/u],
  ])('of %s %j claims nothing about the sources that was not looked up', async (command, options, sentence) => {
    const { text } = await shown(command, options);
    expect(text).toMatch(sentence);
    expect(text).not.toMatch(/The sources|None of these words/u);
  });
});
