import { describe, expect, test } from 'vitest';
import type { AnswerOf } from '../../../src/answer/answer.ts';
import { excerptOfSentence } from '../../../src/excerpt/excerpt.ts';
import { exportMessage } from '../../../src/reply/export/exportMessage.ts';
import { FILE_MAX_BYTES } from '../../../src/reply/limits.ts';
import { lighthouse } from '../../fixtures/article.ts';
import { eventOn } from '../../fixtures/event.ts';

const answerOf = (label: string): AnswerOf<'events'> => ({
  kind: 'events',
  events: [eventOn(excerptOfSentence(lighthouse, 2, 0), '2024', { label })],
});

function messageOf(answer: AnswerOf<'events'>, options: Readonly<Record<string, string>>, mayAttach?: boolean) {
  const request = { command: 'event', options };
  const articles = new Map([[lighthouse.id, lighthouse]]);
  return exportMessage(answer, { request, articles, links: () => undefined, now: new Date(0), mayAttach });
}

describe('exportMessage', () => {
  test.each([[{}], [{ export: 'xlsx' }], [{ order: 'date' }]])('makes no file where %j is asked for', (options) => {
    expect(messageOf(answerOf('a'), options)).toBeUndefined();
  });

  test('gives a file of as many bytes as Discord takes, and none of one more', () => {
    const message = (length: number) => messageOf(answerOf('a'.repeat(length)), { export: 'json' })!;
    const frame = Buffer.byteLength(message(1).files[0]!.content) - 1;
    const largest = message(FILE_MAX_BYTES - frame);
    expect(Buffer.byteLength(largest.files[0]!.content)).toBe(FILE_MAX_BYTES);
    const larger = message(FILE_MAX_BYTES - frame + 1);
    expect(larger.files).toEqual([]);
    expect(JSON.stringify(larger.parts)).toContain('a file larger than Discord accepts');
  });

  test('says what to do if it may not attach files', () => {
    const { parts, files } = messageOf(answerOf('a'), { export: 'csv' }, false)!;
    expect(files).toEqual([]);
    expect(JSON.stringify(parts)).toContain('Attach Files');
  });

  test('says as of when the question was read', () => {
    const asOf = [{ published: '2024-06-02', phrase: 'this summer', edtf: '2024-22' }];
    const { parts } = messageOf({ ...answerOf('a'), asOf }, { export: 'csv' })!;
    expect(JSON.stringify(parts[0])).toContain('as of the article’s date, 2 June 2024, it is summer 2024');
  });
});
