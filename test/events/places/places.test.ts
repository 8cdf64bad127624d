import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareGazetteer } from '../../../src/events/places/gazetteer.ts';
import { placesIn } from '../../../src/events/places/places.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';

test.each([
  ['Volunteers in Ghana and Malawi fell ill.', ['Ghana', 'Malawi']],
  ['It closes plants in Dayton and Leeds.', ['Dayton', 'Leeds']],
  ['They bought land in Zulmora and Tachanga, two states.', ['Zulmora', 'Tachanga']],
  ['Judges work in Bogota and Cundimar.', ['Bogota', 'Cundimar']],
  ['Kim was held in Oslo and Hansen in Bergen.', ['Oslo', 'Bergen']],
  ['A hurricane struck in Trinidad and Tobago.', ['Trinidad and Tobago']],
  ['It hangs at the Victoria and Albert Museum.', ['Victoria and Albert Museum']],
])('"%s" names %j', (text, names) => {
  finish(prepareGazetteer());
  expect(placesIn(text, [0, text.length]).map(({ span }) => text.slice(...span))).toEqual(names);
});

test('Names after "in" that "and" joins are places as each is alone', () => {
  finish(prepareGazetteer());
  const name = fc.constantFrom('Zulmora', 'Port Tachanga', 'Oslo', 'Ghana', 'San Miguel', 'Karvelund', 'Lower Brask');
  const placesOf = (text: string) => placesIn(text, [0, text.length]).map(({ span }) => text.slice(...span));
  fc.assert(
    fc.property(name, name, fc.constantFrom('.', ' on Monday.', ', officials said.'), (first, second, rest) => {
      const alone = [first, second].flatMap((each) => placesOf(`They opened a school in ${each}${rest}`));
      expect(alone).toHaveLength(2);
      expect(placesOf(`They opened a school in ${first} and ${second}${rest}`)).toEqual(alone);
    }),
    { seed: 14 },
  );
});
