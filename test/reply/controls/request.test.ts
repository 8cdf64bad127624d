import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { echo, ECHO_ID, readEcho } from '../../../src/reply/echo.ts';
import { CUSTOM_ID_MAX_CHARS } from '../../../src/reply/limits.ts';
import { decodeRequest, encodeRequest, type Request } from '../../../src/reply/controls/request.ts';
import { hostileText } from '../hostileText.ts';

const word = fc.string({ unit: 'grapheme', maxLength: 12 });
const options = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/u), fc.oneof(word, fc.integer(), fc.boolean()), {
  maxKeys: 3,
  noNullPrototype: true,
});
const requests: fc.Arbitrary<Request> = fc.record(
  {
    command: fc.constantFrom('ask', 'quote', 'Find in sources', 'a|b%'),
    options,
    page: fc.integer({ min: 2, max: 99 }),
    post: fc.constant(true as const),
  },
  { requiredKeys: ['command', 'options'] },
);

describe('a request in a custom_id', () => {
  test('is read back as it was', () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(requests, (request) => {
        const id = encodeRequest(request);
        expect(id === undefined ? request : decodeRequest(id)).toEqual(request);
      }),
    );
  });

  test('accepts 100 characters and no more', () => {
    const empty = encodeRequest({ command: 'ask', options: { question: '' } })!;
    const full = 'q'.repeat(CUSTOM_ID_MAX_CHARS - empty.length);
    expect(encodeRequest({ command: 'ask', options: { question: full } })).toHaveLength(CUSTOM_ID_MAX_CHARS);
    expect(encodeRequest({ command: 'ask', options: { question: `${full}q` } })).toBeUndefined();
  });

  test('leaves out words that are repeated above the answer, and finds them there', () => {
    fc.assert(
      fc.property(hostileText, fc.nat({ max: 900 }), (text, length) => {
        const question = text.padEnd(length, 'Long? ').slice(0, 1000).trim();
        const request = { command: 'ask', options: { question, article: 'lighthouse' }, page: 3 };
        const { markdown, options: echoed } = echo(request);
        const id = encodeRequest(request, { echoed })!;
        expect(id.length).toBeLessThanOrEqual(CUSTOM_ID_MAX_CHARS);
        expect(decodeRequest(id, { echoed: readEcho([{ type: 10, id: ECHO_ID, content: markdown }]) })).toEqual(
          request,
        );
      }),
    );
  });

  test('finds several words of one message again', () => {
    const request = {
      command: 'event',
      options: { about: 'the **About:** lamp\n**Place:** here', place: 'x'.repeat(60), who: 'y'.repeat(60) },
    };
    const { markdown, options: echoed } = echo(request);
    const id = encodeRequest(request, { echoed })!;
    expect(
      decodeRequest(id, {
        echoed: readEcho([
          { type: 10, id: 1, content: '**About:** no' },
          { type: 10, id: ECHO_ID, content: markdown },
        ]),
      }),
    ).toEqual(request);
    expect(decodeRequest(id)).toBeUndefined();
  });

  test('holds the longest handle there can be', () => {
    const text = `${'a'.repeat(32)}/Fig. 99999.99-99@00000000`;
    expect(
      encodeRequest({ command: 'quote', options: { text, scope: 'paragraph' }, page: 12, post: true }),
    ).toBeDefined();
  });

  test('is completed by what a select chose', () => {
    const id = encodeRequest({ command: 'cite', options: { reference: '¶1' } }, { chosen: 'format' })!;
    expect(decodeRequest(id, { chosen: 'apa' })).toEqual({
      command: 'cite',
      options: { reference: '¶1', format: 'apa' },
    });
    expect(decodeRequest(id)).toBeUndefined();
  });

  test('is read back from exactly 100 characters', () => {
    const empty = encodeRequest({ command: 'ask', options: { question: '' } })!;
    const request = { command: 'ask', options: { question: 'q'.repeat(CUSTOM_ID_MAX_CHARS - empty.length) } };
    expect(decodeRequest(encodeRequest(request)!)).toEqual(request);
  });

  test('leaves the longest repeated option out first', () => {
    const options = { short: 'a', long: 'y'.repeat(70), middle: 'x'.repeat(40) };
    const id = encodeRequest({ command: 'ask', options }, { echoed: new Set(Object.keys(options)) })!;
    expect(id).toContain('long~');
    expect(id).toContain(options.middle);
  });

  test('does not carry the option that a select sets, nor the text of a message that it names', () => {
    const chosen = encodeRequest({ command: 'cite', options: { format: 'mla' } }, { chosen: 'format' })!;
    expect(decodeRequest(chosen, { chosen: 'apa' })).toEqual({ command: 'cite', options: { format: 'apa' } });
    const named = { target: '123', message: 'Some words.' };
    expect(decodeRequest(encodeRequest({ command: 'ask', options: named })!)?.options).toEqual({ target: '123' });
    const unnamed = { message: 'Some words.' };
    expect(decodeRequest(encodeRequest({ command: 'ask', options: unnamed })!)?.options).toEqual(unnamed);
  });

  test('leaves out what belongs to one message', () => {
    expect(
      decodeRequest(encodeRequest({ command: 'ask', options: { question: 'a', hide: true, mention: '1' } })!),
    ).toEqual({ command: 'ask', options: { question: 'a' } });
  });

  test.each([
    '',
    '1',
    '1|',
    '2|ask',
    'x',
    '1|ask|question',
    '1|ask|page@2',
    '1|ask|@0',
    '1|ask|@x',
    '1|ask|a=1|a=2',
    '1|ask|A=1',
    '1|ask|n#',
    '1|ask|n#x',
    '1|ask|b+1',
    '1|ask|__proto__=1',
    `1|ask|a=${'x'.repeat(100)}`,
  ])('is refused when it is garbage: %j', (id) => {
    expect(decodeRequest(id)).toBeUndefined();
  });

  test('is a request or nothing, whatever it is read from', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `1|${rest}`),
        ),
        (id) => {
          const request = decodeRequest(id);
          expect(request === undefined || typeof request.command === 'string').toBe(true);
        },
      ),
    );
  });
});

test('a text too long to repeat is cut and cannot be found', () => {
  const question = '*'.repeat(1100);
  const { markdown, options: echoed } = echo({ command: 'ask', options: { question } });
  expect(markdown.length).toBeLessThan(2200);
  expect(markdown).toContain('1,100 characters in all');
  expect([...echoed]).toEqual([]);
});
