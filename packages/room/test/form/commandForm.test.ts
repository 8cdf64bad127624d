import { describe, expect, test } from 'vitest';
import { ApiError } from '../../src/http/apiError.ts';
import { parseCommandForm, parseCommandForms } from '../../src/form/commandForm.ts';

const letters = (count: number): string => 'a'.repeat(count);
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const option = (index: number, more: object = {}): object => ({
  type: 3,
  name: `o${index}`,
  description: 'd',
  ...more,
});
const command = (more: object = {}): object => ({ name: 'c', description: 'd', ...more });
const choices = (count: number, size = 1): object[] =>
  times(count, (index) => ({ name: `${index}`.padEnd(size, '-'), value: `${index}`.padEnd(size, '-') }));

/** A command of so many characters, nearly all of them in choices. */
function sized(chars: number): object {
  const options = times(4, (index) => option(index, { choices: choices(10, 95) }));
  const rest = chars - 2 - 4 * (3 + 10 * 2 * 95) - 3;
  const last = [
    { name: letters(100), value: letters(100) },
    { name: letters(100), value: letters(rest - 300) },
  ];
  return command({ options: [...options, option(9, { choices: last })] });
}

describe('parseCommandForm takes a command at the limit and refuses one beyond it', () => {
  test.each<[what: string, fits: object, beyond: object]>([
    ['name', command({ name: letters(32) }), command({ name: letters(33) })],
    ['description', command({ description: letters(100) }), command({ description: letters(101) })],
    [
      'options',
      command({ options: times(25, (index) => option(index)) }),
      command({ options: times(26, (index) => option(index)) }),
    ],
    [
      'choices',
      command({ options: [option(1, { choices: choices(25) })] }),
      command({ options: [option(1, { choices: choices(26) })] }),
    ],
    [
      'a choice',
      command({ options: [option(1, { choices: choices(1, 100) })] }),
      command({ options: [option(1, { choices: choices(1, 101) })] }),
    ],
    ['all its text', sized(8000), sized(8001)],
    ['lower case', command({ name: 'é-1' }), command({ name: 'É' })],
    ['a description', command(), command({ description: '' })],
    [
      'required options first',
      command({ options: [option(1, { required: true }), option(2)] }),
      command({ options: [option(1), option(2, { required: true })] }),
    ],
    ['names once', command({ options: [option(1), option(2)] }), command({ options: [option(1), option(1)] })],
    [
      'autocomplete or choices',
      command({ options: [option(1, { autocomplete: true })] }),
      command({ options: [option(1, { autocomplete: true, choices: choices(1) })] }),
    ],
    [
      'subcommands apart',
      command({ options: [option(1, { type: 1 })] }),
      command({ options: [option(1, { type: 1 }), option(2)] }),
    ],
    [
      'a group at the top',
      command({ options: [option(1, { type: 2, options: [option(1, { type: 1 })] })] }),
      command({ options: [option(1, { type: 2, options: [option(1, { type: 2 })] })] }),
    ],
    ['a menu without description', { type: 3, name: 'Find it' }, { type: 3, name: 'Find it', description: 'd' }],
  ])('%s', (_what, fits, beyond) => {
    expect(() => parseCommandForm(fits)).not.toThrow();
    expect(() => parseCommandForm(beyond)).toThrow(ApiError);
  });
});

test('parseCommandForms takes a hundred slash commands and fifteen menus, each name once', () => {
  const named = (count: number, more: object): object[] => times(count, (index) => ({ name: `c${index}`, ...more }));
  const slash = { description: 'd' };
  expect(parseCommandForms([...named(100, slash), ...named(15, { type: 3 })])).toHaveLength(115);
  expect(() => parseCommandForms(named(101, slash))).toThrow('Invalid Form Body');
  expect(() => parseCommandForms(named(16, { type: 3 }))).toThrow('Invalid Form Body');
  expect(() => parseCommandForms([command(), command()])).toThrow('Invalid Form Body');
});

test('parseCommandForm leaves out what Discord leaves out', () => {
  const {
    options,
    contexts,
    integration_types: types,
  } = parseCommandForm(
    command({
      options: [option(1, { required: false, autocomplete: false, choices: [], min_length: null })],
      dm_permission: false,
    }),
  );
  expect(options).toEqual([option(1)]);
  expect([contexts, types]).toEqual([[0], [0]]);
});
