import { expect, test } from 'vitest';
import { listedChoices } from '../../../src/page/composer/listedChoices.ts';
import { channel, VIEW } from '../view.ts';

const here = { view: VIEW, channel: channel('4', 'general') };
const names = (option: Parameters<typeof listedChoices>[0]): readonly string[] =>
  listedChoices(option, here).map(({ name }) => name);

test.each([
  ['yes and no', { type: 5 }, ['True', 'False']],
  ['people', { type: 6 }, ['@Ann', '@Bob']],
  ['channels of the server', { type: 7 }, ['#general', '#news']],
  ['channels of some types', { type: 7, channel_types: [5] }, ['#news']],
  ['channels of any type if none is named', { type: 7, channel_types: [] }, ['#general', '#news']],
  ['roles of the server', { type: 8 }, ['@everyone']],
  ['people and roles', { type: 9 }, ['@Ann', '@Bob', '@everyone']],
  ['its own choices first of all', { type: 3, choices: [{ name: 'One', value: 1 }] }, ['One']],
])('listedChoices offers %s', (_, option, expected) => {
  expect(names(option)).toEqual(expected);
});
