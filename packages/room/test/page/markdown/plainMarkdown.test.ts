import { expect, test } from 'vitest';
import { plainMarkdown } from '../../../src/page/markdown/plainMarkdown.ts';
import { createNames } from '../../../src/page/names.ts';
import { VIEW } from '../view.ts';

const names = createNames(VIEW, () => {});

test.each([
  ['# Title\n**bold** and *more*', 'Title bold and more'],
  ['- a\n- b', 'a b'],
  ['> quoted\nafter', 'quoted after'],
  ['a ||secret|| b', 'a spoiler b'],
  ['```js\ncode\n```after', 'code after'],
  ['<@1> in <#4> and <#99>, </quote:5>', '@Ann in #general and #no-access, /quote'],
  ['[label](https://a.org)', 'label'],
])('plainMarkdown(%j)', (source, expected) => {
  expect(plainMarkdown(source, names)).toBe(expected);
});
