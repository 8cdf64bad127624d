import { describe, expect, test } from 'vitest';
import { answerSchema, type AnswerOf } from '../../src/answer/answer.ts';
import { LINE_MAX_BYTES } from '../../src/terminal/batch.ts';
import { line } from './line.ts';

async function batch(input: string | Uint8Array) {
  const { code, out, error } = await line(['batch'], { input });
  const rows = out.split('\n').slice(0, -1);
  return {
    code,
    error,
    answers: rows.map((row) => JSON.parse(row) as { id: unknown; answer?: Record<string, unknown>; error?: string }),
  };
}

describe('batch', () => {
  test('answers in order, with the ids as given', async () => {
    const requests = [
      { id: 1, command: 'quote', options: { text: 'Crocus City Hall' } },
      { id: 'two', command: 'ask', options: { question: 'best sourdough recipe' } },
      { command: 'sources' },
      { id: null, command: 'cite', options: null },
      { id: 1, command: 'Find in sources', options: { message: 'arrests in Italy and Spain' } },
    ];
    const { code, error, answers } = await batch(requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
    expect([code, error]).toEqual([0, '']);
    expect(answers.map(({ id }) => id)).toEqual([1, 'two', null, null, 1]);
    expect(answers.map(({ answer }) => answerSchema.parse(answer).kind)).toEqual([
      'excerpts',
      'nothing',
      'sources',
      'invalid',
      'excerpts',
    ]);
    expect((answers[0]!.answer as AnswerOf<'excerpts'>).excerpts[0]!.reference).toBe('Fig. 3');
  });

  test('answers each bad line with an error, with its id if it has one, and continues', async () => {
    const lines: [line: string, id: unknown, error: string][] = [
      ['nonsense', null, 'The line is not JSON.'],
      ['[1]', null, 'The line must be an object {"id", "command", "options"}.'],
      ['null', null, 'The line must be an object {"id", "command", "options"}.'],
      ['{"id":7}', 7, '"command" must be a text.'],
      ['{"id":{"a":1},"command":"sources"}', null, '"id" must be a text or a number.'],
      ['{"id":"x","command":"ask","options":[1]}', 'x', '"options" must be an object.'],
    ];
    const { code, answers } = await batch(
      `${lines.map(([text]) => text).join('\n')}\n{"id":"end","command":"sources"}`,
    );
    expect(code).toBe(0);
    expect(answers.slice(0, -1)).toEqual(lines.map(([, id, error]) => ({ id, error })));
    expect(answers.at(-1)).toMatchObject({ id: 'end', answer: { kind: 'sources' } });
  });

  test('answers wrong options as the command does', async () => {
    const { answers } = await batch('{"id":1,"command":"ask","options":{"queston":"x"}}\n{"id":2,"command":"sak"}\n');
    expect(answers.map(({ answer }) => [answer?.['kind'], answer?.['option']])).toEqual([
      ['invalid', 'queston'],
      ['invalid', 'command'],
    ]);
  });

  test('passes over blank lines, a byte order mark and carriage returns', async () => {
    const { answers } = await batch('\uFEFF\r\n  \n{"id":1,"command":"sources"}\r\n\n\n');
    expect(answers.map(({ id }) => id)).toEqual([1]);
  });

  test('ends lines at line feeds alone', async () => {
    const { answers } = await batch('{"id":"a\u2028b","command":"sources"}\n');
    expect(answers.map(({ id }) => id)).toEqual(['a\u2028b']);
  });

  test('reads lines up to their greatest length, and garbage, and goes on', async () => {
    const request = '{"id":1,"command":"sources"}';
    const longest = request.padEnd(LINE_MAX_BYTES);
    const input = Buffer.concat([
      Buffer.from(`${longest}\n${longest} \n`),
      Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x0a]),
      Buffer.from('{"id":2,"command":"sources"}\n'),
    ]);
    const { answers } = await batch(input);
    expect(answers.map(({ id, error }) => [id, error])).toEqual([
      [1, undefined],
      [null, 'The line is longer than 1,000,000 bytes.'],
      [null, 'The line is not JSON.'],
      [2, undefined],
    ]);
  });

  test('writes nothing for an empty input', async () => {
    expect(await batch('')).toEqual({ code: 0, error: '', answers: [] });
  });
});
