import { expect, test } from 'vitest';
import { prepareGazetteer } from '../../../src/events/places/gazetteer.ts';
import { placesIn } from '../../../src/events/places/places.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';

test.each([
  ['Volunteers in Ghana and Malawi fell ill.', ['Ghana', 'Malawi']],
  ['It closes plants in Dayton and Leeds.', ['Dayton', 'Leeds']],
  ['A hurricane struck in Trinidad and Tobago.', ['Trinidad and Tobago']],
  ['It hangs at the Victoria and Albert Museum.', ['Victoria and Albert Museum']],
])('"%s" names %j', (text, names) => {
  finish(prepareGazetteer());
  expect(placesIn(text, [0, text.length]).map(({ span }) => text.slice(...span))).toEqual(names);
});
