import { expect, test } from 'vitest';
import { excerptsOfSpan } from '../../src/excerpt/excerptsOfSpan.ts';
import type { Span } from '../../src/language/span.ts';
import { lighthouse } from '../fixtures/article.ts';

function spanOf(text: string): Span {
  const start = lighthouse.source.indexOf(text);
  return [start, start + text.length];
}

test.each<readonly [text: string, references: readonly string[], within: readonly (string | undefined)[]]>([
  ['The harbour board switched off the lamp on 3 May 2021.', ['¶1.1'], [undefined]],
  ['board switched off the lamp', ['¶1.1'], ['¶1.1']],
  ['on 3 May 2021. Dr. Ines Hallam', ['¶1.1-2'], ['¶1.1-2']],
  ['Two ships ran aground there before the lamp was built.', ['¶3'], [undefined]],
  ['Two ships ran aground there before the lamp was built', ['¶3'], ['¶3']],
  ['was not told.\nThe tower in winter', ['¶1.2', 'Fig. 1'], ['¶1.2', 'Fig. 1']],
  ['Photo: M. Orr', ['Fig. 1'], ['Fig. 1']],
  ['Last Keeper', ['title'], ['title']],
  ['A rock nobody wanted', ['§1'], [undefined]],
  ['Its keeper stays.', ['standfirst.2'], [undefined]],
])('excerptsOfSpan of %j', (text, references, within) => {
  const excerpts = excerptsOfSpan(lighthouse, spanOf(text));
  expect(excerpts.map(({ reference }) => reference)).toEqual(references);
  expect(excerpts.map((excerpt) => excerpt.within?.reference)).toEqual(within);
  for (const excerpt of excerpts) expect(excerpt.text).toBe(lighthouse.source.slice(...excerpt.span));
});

test('excerptsOfSpan of the space between blocks is nothing', () => {
  const border = lighthouse.blocks[0]!.span[1];
  expect(excerptsOfSpan(lighthouse, [border, border + 1])).toEqual([]);
});
