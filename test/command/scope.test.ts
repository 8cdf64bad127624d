import { describe, expect, test } from 'vitest';
import { formatHandle } from '../../src/article/handle.ts';
import { resolvePassages } from '../../src/command/resolvePassages.ts';
import { chooseArticle, chooseOneArticle, chooseSection } from '../../src/command/scope.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';

const bridge = articleOf('bridge', [
  ['title', 'A Bridge'],
  ['paragraph', 'The council opened the bridge.'],
]);
const both = contextOf([lighthouse, bridge]);

describe('an article', () => {
  test.each(['lighthouse', 'LIGHTHOUSE', 'the last keeper of skarn rock'])('is found as %j', (typed) => {
    expect(chooseArticle(typed, both)).toEqual({ kind: 'chosen', article: lighthouse });
  });

  test('is the default of the place unless one is named, if it is loaded', () => {
    expect(
      chooseArticle(undefined, contextOf([lighthouse, bridge], { settings: { defaultArticle: bridge.id } })),
    ).toEqual({
      kind: 'chosen',
      article: bridge,
    });
    const gone = contextOf([lighthouse, bridge], { settings: { defaultArticle: 'gone' as typeof bridge.id } });
    expect(chooseArticle(undefined, gone)).toEqual({ kind: 'chosen', article: undefined });
  });

  test('must be named if one of several is needed', () => {
    expect(chooseOneArticle(undefined, both)).toMatchObject({ kind: 'invalid', nearest: ['lighthouse', 'bridge'] });
    expect(chooseOneArticle(undefined, contextOf([bridge]))).toMatchObject({ kind: 'chosen', article: bridge });
    expect(chooseOneArticle(undefined, contextOf([]))).toMatchObject({ message: 'No article is available here.' });
  });

  test.each(['interview', 'report-2026'])('calls none the nearest of %j, though it offers all', (typed) => {
    expect(chooseArticle(typed, both)).toMatchObject({
      message: `No article "${typed}" is available here.`,
      nearest: expect.arrayContaining(['bridge', 'lighthouse']) as unknown,
    });
  });

  test('suggests the nearest id if it is unknown', () => {
    expect(chooseArticle('brigde', both)).toMatchObject({
      message: 'No article "brigde" is available here; the nearest is "bridge".',
    });
  });
});

describe('a section', () => {
  test.each<[typed: string, number: number]>([
    ['0', 0],
    ['2', 2],
    ['§ 1', 1],
    ['a ROCK nobody wanted', 1],
    ['next', 2],
  ])('is found as %j', (typed, number) => {
    expect(chooseSection(typed, lighthouse)).toMatchObject({ kind: 'chosen', section: { number } });
  });

  test.each<[typed: string, message: string]>([
    ['3', 'has no section 3; its sections have the numbers 0 to 2.'],
    ['what coms next', 'has no section "what coms next"; the nearest is "What comes next".'],
    ['taxes', 'has no section "taxes".'],
  ])('%j is told with the nearest', (typed, message) => {
    expect(chooseSection(typed, lighthouse)).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(message) as string,
    });
  });

  test('is not found if there are none', () => {
    expect(chooseSection('1', bridge)).toMatchObject({ message: '"A Bridge" has no section "1"; it has no headings.' });
  });
});

describe('passages', () => {
  test('are words if it is not a reference', async () => {
    expect(await resolvePassages('the lamp', undefined, both)).toEqual({ kind: 'words' });
  });

  test('need an article only if a handle names none', async () => {
    expect(await resolvePassages('1', undefined, both)).toMatchObject({ kind: 'invalid', option: 'article' });
    expect(await resolvePassages('1', 'bridge', both)).toMatchObject({ kind: 'passages', article: bridge });
    expect(await resolvePassages(formatHandle(lighthouse, '¶2.1'), undefined, both)).toMatchObject({
      kind: 'passages',
      article: lighthouse,
    });
  });

  test('beyond the last are told with it', async () => {
    expect(await resolvePassages('99', 'lighthouse', both)).toMatchObject({
      kind: 'invalid',
      message: '"The Last Keeper of Skarn Rock" has no ¶99; the last one is ¶4.',
    });
    expect(await resolvePassages('fig1', 'bridge', both)).toMatchObject({
      message: '"A Bridge" has no Fig. 1.',
    });
  });
});

test('chooseSection offers every heading that has the words', () => {
  const tea = articleOf('tea', [
    ['title', 'Tea'],
    ['heading', 'Water in spring'],
    ['paragraph', 'It was cold.'],
    ['heading', 'Water in autumn'],
    ['paragraph', 'It was warm.'],
  ]);
  expect(chooseSection('water', tea)).toMatchObject({
    message: '"water" is in several headings of "Tea". Choose the one you mean.',
    nearest: ['Water in spring', 'Water in autumn'],
  });
  expect(chooseSection('autumn', tea)).toMatchObject({ section: { number: 2 } });
});
