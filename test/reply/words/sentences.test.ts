import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findSentences, readsLikeSentence } from './findSentences.ts';

/** Where texts that read like sentences may be. */
const ALLOWED: readonly RegExp[] = [
  // All wording that members see.
  /^src\/reply\/words\//u,
  // What the operator reads: on the terminal, in the log, and when the bot cannot start.
  /^src\/(?:terminal|start|store|app|runtime)\/|^src\/run\.ts$/u,
  // Why the bot cannot connect; printed and logged.
  /^src\/discord\/(?:gateway\/gatewayState|interactions\/refusal)\.ts$/u,
  // What is wrong with a file, for the editor who runs `check` or `import`.
  /^src\/(?:access\/(?:access|readAccess)\.ts$|segment\/|document\/|article\/(?:check|read|publicationDate)|events\/(?:readEvents|merge\/mergeCurated))/u,
  // What citation styles prescribe.
  /^src\/excerpt\//u,
  // The name of a command in a message's menu.
  /^commands\/findInSources\.ts$/u,
  // Word lists, and names of features.
  /^src\/language\/(?:sentences\/words|words\/(?:stopWords|wordKind|lightVerbs))\.ts$/u,
  /^src\/schedule\/when\/vocabulary\.ts$/u,
  /^src\/events\/(?:places\/gazetteer|salience\/features)\.ts$/u,
];

describe('findSentences', () => {
  test('finds sentences, labels and templates, with their lines', () => {
    const source = [
      "import { a } from 'a module of the house';",
      "const reasons = { none: 'no article is available there' };",
      'export const shown = (n: number) => `Only ${n} of these are in the source.`;',
      "const label = 'About the source';",
    ].join('\n');
    expect(findSentences('sample.ts', source)).toEqual([
      { line: 2, text: 'no article is available there' },
      { line: 3, text: 'Only ◊ of these are in the source.' },
      { line: 4, text: 'About the source' },
    ]);
  });

  test('passes over errors, logs, schemas and definitions of commands', () => {
    const source = [
      "if (bad) throw new TypeError('The value is not one of these.');",
      "log.warn({ id }, 'The article could not be read.');",
      "const schema = z.string().describe('The id of the article.');",
      "const definition = { name: 'ask', description: 'Ask the articles a question' };",
      'const pattern = String.raw`the (?:end|start) of the`;',
    ].join('\n');
    expect(findSentences('sample.ts', source)).toEqual([]);
  });

  test.each([
    'alpha beta gamma',
    'text/plain',
    'last, next',
    'https://example.org/a b',
    'Fig. 2',
    ' · ',
    '<p>Some text of it.</p>',
  ])('takes %j for no sentence', (text) => expect(readsLikeSentence(text)).toBe(false));
});

test('sentences are in reply/words and nowhere else', () => {
  const files = globSync('{src,commands}/**/*.ts').filter((file) => !ALLOWED.some((place) => place.test(file)));
  const found = files.flatMap((file) =>
    findSentences(file, readFileSync(file, 'utf8')).map(({ line, text }) => `${file}:${line} ${text}`),
  );
  expect(found).toEqual([]);
});
