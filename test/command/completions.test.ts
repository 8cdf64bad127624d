import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  articleChoices,
  passageName,
  referenceChoices,
  scheduleChoices,
  sectionChoices,
  zoneChoices,
} from '../../src/command/choices.ts';
import { completeOption, runCommand } from '../../src/command/runCommand.ts';
import { parseMoment } from '../../src/schedule/when/parseMoment.ts';
import { parseWhen } from '../../src/schedule/when/parseWhen.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { commands, contextOf } from '../fixtures/context.ts';
import { arrests, quakes } from '../fixtures/eventArticles.ts';
import { addSchedule, draft } from '../fixtures/schedules.ts';
import { openTestStore } from '../fixtures/testStore.ts';
import { parseZone } from '../../src/settings/zones/parseZone.ts';
import { cityOf } from '../../src/settings/zones/zone.ts';

const context = contextOf([arrests, quakes]);
const complete = (command: string, name: string, value: string, options = {}) =>
  completeOption(commands.get(command)!, { name, value }, { options, context });

describe('what /event suggests', () => {
  test.each(['from', 'to', 'place', 'who', 'day'])('for %s finds events, whatever is typed', async (name) => {
    const typed = fc.constantFrom(
      '',
      '2',
      '20',
      '2015',
      '2016-0',
      'l',
      'ly',
      'police',
      'gen',
      '03',
      'march',
      'x',
      '2023',
    );
    const offered = await complete('event', name, '');
    expect(offered.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(typed, async (value) => {
        for (const choice of (await complete('event', name, value)).slice(0, 6)) {
          const answer = await runCommand('event', { [name]: choice.value }, context);
          expect([name, choice.value, answer.kind]).toEqual([name, choice.value, 'events']);
          expect(`${choice.name} ${choice.value}`.toLowerCase()).toContain(value);
        }
      }),
      { numRuns: 8 },
    );
  });

  test('puts years and months in order, by their names', async () => {
    const [first, second] = await complete('event', 'from', '');
    expect([first!.value, second!.value]).toEqual(['2015', '2015-04']);
    expect(second!.name).toBe('April 2015 (2015-04)');
    expect((await complete('event', 'place', 'gen'))[0]!.value).toBe('Geneva');
  });

  test('keeps to the article that is chosen', async () => {
    const offered = await complete('event', 'from', '', { article: 'quakes' });
    expect(offered.map(({ value }) => value)).toEqual(['2015', '2015-04', '2016', '2016-03']);
  });
});

describe('what is offered for times of digests', () => {
  const times = { zone: 'UTC', now: context.now.getTime() };

  test.each([
    '',
    'every',
    'next',
    'every fryday at 9',
    'weekdays except',
    'first',
    '0 9 * * *',
    'once',
    '31',
    'every quarter 9',
  ])('is understood for %j', async (typed) => {
    const offered = await complete('digest', 'when', typed, { subcommand: 'create' });
    expect(offered.length).toBeGreaterThan(0);
    for (const { value } of offered) expect([value, parseWhen(value, times).kind]).toEqual([value, 'schedule']);
  });

  test.each(['', 'mon', '3 days', 'nonsense', '2024-12-24'])('as the end of a pause is one for %j', async (typed) => {
    for (const { value } of await complete('digest', 'until', typed, { subcommand: 'pause' }))
      expect([value, parseMoment(value, times)]).toEqual([value, expect.any(Number)]);
  });
});

describe('what is typed whole, or its beginning, comes first', () => {
  const docs = Array.from({ length: 500 }, (_, at) =>
    articleOf(`doc${at}`, [
      ['title', `On doc${499 - at}`],
      ['paragraph', 'One.'],
    ]),
  );

  test('among articles', () => {
    for (const typed of ['doc499', 'doc4', 'DOC0'])
      expect(articleChoices(typed, contextOf(docs))[0]!.value).toBe(typed.toLowerCase());
  });

  test('among sections', () => {
    const article = articleOf('s', [
      ['heading', 'Inconclusive trials'],
      ['paragraph', 'One.'],
      ['heading', 'A short conclusion'],
      ['paragraph', 'Two.'],
      ['heading', 'Conclusion'],
      ['paragraph', 'Three.'],
    ]);
    expect(sectionChoices('concl', article).map(({ name }) => name.replace(/ \(.*$/u, ''))).toEqual([
      'Conclusion',
      'A short conclusion',
      'Inconclusive trials',
    ]);
  });
});

test('passageName shows what is typed, wherever it is in the sentence', () => {
  const word = fc.stringMatching(/^[a-z]{2,9}$/u);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), fc.nat(), (words, at) => {
      const typed = words[at % words.length]!;
      const name = passageName({ reference: '¶12.2', article: 'an-article' }, words.join(' '), typed);
      expect(name.length).toBeLessThanOrEqual(100);
      expect(name).toContain(typed);
    }),
  );
  const long = `${'the lamp was lit and '.repeat(8)}the keeper left.`;
  expect(referenceChoices('keeper left', [articleOf('long', [['paragraph', long]])])[0]!.name).toMatch(
    /^¶1 · ….*keeper left\.$/u,
  );
  expect(referenceChoices('lamp', [lighthouse])[0]!.name).toMatch(/lamp/u);
});

describe('a part of what is known finds it', () => {
  /** A text and a part of it that is typed: its beginning, or the beginning of one of its words. */
  const partOf = (text: string): fc.Arbitrary<string> => {
    const starts = [0, ...Array.from(text.matchAll(/[\s_/-]/gu), ({ index }) => index + 1)];
    return fc
      .record({ start: fc.constantFrom(...starts), length: fc.integer({ min: 1, max: text.length }) })
      .map(({ start, length }) => text.slice(start, start + length).trim())
      .filter((part) => /[\p{L}\p{N}]/u.test(part));
  };

  test('of a time zone: something is offered for each, all of it zones, and the zone itself for its whole name', () => {
    const zones = Intl.supportedValuesOf('timeZone').filter((zone) =>
      /^(?:Africa|America|Asia|Europe|Pacific)\//u.test(zone),
    );
    const typed = fc
      .constantFrom(...zones)
      .chain((zone) => fc.record({ zone: fc.constant(zone), part: partOf(cityOf(zone)) }));
    fc.assert(
      fc.property(typed, ({ zone, part }) => {
        const offered = zoneChoices(part);
        expect([part, offered.length]).not.toEqual([part, 0]);
        for (const { value } of offered) expect([value, parseZone(value).kind]).toEqual([value, 'zone']);
        // An older name, such as Asia/Calcutta, is offered under the present one.
        const meant = parseZone(zone);
        const present = meant.kind === 'zone' ? meant.zone : zone;
        expect(zoneChoices(cityOf(zone)).map(({ value }) => value)).toContain(present);
      }),
      { numRuns: 300, seed: 16 },
    );
  });

  test('of the name of a digest', async () => {
    const store = await openTestStore();
    const names = ['Morning', 'Évening news', 'Weekly brief', 'IS-K watch', '9 o’clock', 'Brief'];
    for (const name of names) await addSchedule(store, { name });
    const manager = contextOf([lighthouse], {
      store: async () => store,
      caller: { guild: draft().guild, manages: true },
    });
    const parts = fc.constantFrom(...names).chain((name) => fc.record({ name: fc.constant(name), part: partOf(name) }));
    await fc.assert(
      fc.asyncProperty(parts, async ({ name, part }) => {
        const values = (await scheduleChoices(part, manager)).map(({ value }) => value);
        expect([part, values]).toEqual([part, expect.arrayContaining([name])]);
        if (part === name) expect(values[0]).toBe(name);
      }),
      { numRuns: 100, seed: 16 },
    );
    expect(await scheduleChoices('morning', { ...manager, caller: { ...manager.caller, manages: false } })).toEqual([]);
  });
});
