import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answersPage } from '../../bench/docs/answersPage.ts';
import { readFieldComments } from '../../bench/docs/fieldComments.ts';
import { schemaAsType, type JsonSchema } from '../../bench/docs/schemaAsType.ts';

test('docs/answers.md is what `npm run docs` writes', () => {
  expect(readFileSync(new URL('../../docs/answers.md', import.meta.url), 'utf8')).toBe(answersPage());
});

const noComments = () => undefined;

describe('schemaAsType', () => {
  test.each<[name: string, schema: z.ZodType, text: string]>([
    [
      'optional and nullable fields',
      z.object({ a: z.string().optional(), b: z.int().nullable() }),
      '{ a?: string; b: number | null }',
    ],
    ['literals', z.union([z.literal('a'), z.literal(true)]), `'a' | true`],
    ['arrays of unions', z.array(z.union([z.object({ a: z.string() }), z.string()])), '({ a: string } | string)[]'],
    ['tuples', z.tuple([z.int(), z.string()]), '[number, string]'],
    ['records', z.record(z.string(), z.boolean()), 'Record<string, boolean>'],
  ])('writes %s', (_name, schema, text) => {
    expect(schemaAsType(z.toJSONSchema(schema) as JsonSchema, noComments)).toBe(text);
  });

  test('puts comments and long unions on lines of their own', () => {
    const values = Array.from({ length: 12 }, (_value, index) => `value-${index}`);
    const schema = z.toJSONSchema(z.object({ a: z.enum(values), b: z.string() })) as JsonSchema;
    const text = schemaAsType(schema, (name) => (name === 'b' ? 'The second.' : undefined));
    expect(text.split('\n').slice(-3)).toEqual(['  /** The second. */', '  b: string', '}']);
    expect(text.split('\n').every((line) => line.length < 100)).toBe(true);
    expect(values.every((value) => text.includes(`'${value}'`))).toBe(true);
  });
});

test('readFieldComments tells fields of one name apart by the names next to them', () => {
  const find = readFieldComments([
    'const a = z.object({ /** Of a. */ id: z.string(), x: z.string() }); const b = z.object({ id: z.string(), y: z.int() });',
    'const c = { /** Of c. */\n id: 1, /* no doc comment */ z: 2 };',
  ]);
  expect(find('id', ['id', 'x'])).toBe('Of a.');
  expect(find('id', ['id', 'y'])).toBeUndefined();
  expect(find('id', ['id', 'z'])).toBe('Of c.');
  expect(find('z', ['id', 'z'])).toBeUndefined();
});
