import { describe, expect, test } from 'vitest';
import { parseArguments, splitCommand, type TypedOptions } from '../../src/terminal/parseArguments.ts';

const forms = { flags: new Set(['json', 'help']), booleans: new Set(['sure']), values: new Set(['article']) };

describe('parseArguments', () => {
  test.each<[words: string, options: TypedOptions, rest: string[]]>([
    ['', {}, []],
    ['who is it', {}, ['who', 'is', 'it']],
    ['--article a who', { article: 'a' }, ['who']],
    ['--article=a=b', { article: 'a=b' }, []],
    ['--article=', { article: '' }, []],
    ['--article=--json', { article: '--json' }, []],
    ['--json who', { json: true }, ['who']],
    ['--json=no', { json: false }, []],
    ['-h', { help: true }, []],
    ['--json --json', { json: true }, []],
    ['--sure --guild 1', { sure: true, guild: '1' }, []],
    ['--sure yes', { sure: 'yes' }, []],
    ['--sure NO now', { sure: 'no' }, ['now']],
    ['--sure now', { sure: true }, ['now']],
    ['attack -plot --', {}, ['attack', '-plot']],
    ['-- --json -h', {}, ['--json', '-h']],
    ['--unknown', { unknown: true }, []],
    ['--unknown 3', { unknown: '3' }, []],
    ['-- 12.2', {}, ['12.2']],
    ['---', {}, ['---']],
  ])('splits %j', (words, options, rest) => {
    expect(parseArguments(words.split(' ').filter(Boolean), forms)).toEqual({ kind: 'arguments', options, rest });
  });

  test.each<[words: string, message: string]>([
    ['--article', '--article needs a value.'],
    ['--article --json', '--article needs a value.'],
    ['--corpus', '--corpus needs a value.'],
    ['--article a --article b', '--article is given twice.'],
    ['--json=7', '--json takes no value.'],
  ])('refuses %j', (words, message) => {
    expect(parseArguments(words.split(' '), forms)).toMatchObject({ kind: 'invalid', message });
  });
});

describe('splitCommand', () => {
  test.each<[words: string, name: string | undefined, others: string[]]>([
    ['ask who', 'ask', ['who']],
    ['--json ask who', 'ask', ['--json', 'who']],
    ['--corpus DIR ask who', 'ask', ['--corpus', 'DIR', 'who']],
    ['--corpus=DIR ask who', 'ask', ['--corpus=DIR', 'who']],
    ['-h', undefined, ['-h']],
    ['--corpus DIR', undefined, ['--corpus', 'DIR']],
  ])('finds the command in %j', (words, name, others) => {
    expect(splitCommand(words.split(' '))).toEqual({ name, others });
  });
});
