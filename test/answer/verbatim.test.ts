import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerSchema } from '../../src/answer/answer.ts';
import { isSlash } from '../../src/command/command.ts';
import { runCommand } from '../../src/command/runCommand.ts';
import type { Excerpt } from '../../src/excerpt/excerpt.ts';
import { arbitraryArticle, arbitraryQuery } from '../fixtures/arbitraryArticle.ts';
import { commands, contextOf } from '../fixtures/context.ts';

/** Commands that answer from articles, whatever their options. */
const answering = [...commands.values()].filter(
  ({ definition }) => !isSlash(definition) || !definition.default_member_permissions,
);

const options = fc.record(
  {
    query: arbitraryQuery,
    article: fc.constantFrom('a', 'b', 'nowhere'),
    section: fc.constantFrom('0', '1', 'Lamp', '7'),
    choice: fc.nat(),
  },
  { requiredKeys: ['query', 'choice'] },
);

describe('every command', () => {
  test('answers with nothing but slices of the source, in a form that the schema knows', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryArticle('a'),
        arbitraryArticle('b'),
        fc.constantFrom(...answering),
        options,
        async (a, b, { definition }, given) => {
          const articles = new Map([a, b].map((article) => [article.id as string, article]));
          const answer = await runCommand(definition.name, fill(definition.name, given), contextOf([a, b]));
          expect(answerSchema.parse(answer)).toEqual(answer);
          for (const excerpt of excerptsIn(answer)) {
            const article = articles.get(excerpt.article)!;
            expect(excerpt.text).toBe(article.source.slice(...excerpt.span));
            expect(excerpt.text.length).toBeGreaterThan(0);
            expect(excerpt.edition).toBe(article.edition);
            for (const [from, to] of excerpt.found ?? []) {
              expect(from).toBeLessThan(to);
              expect([excerpt.span[0] <= from, to <= excerpt.span[1]]).toEqual([true, true]);
            }
            expect(
              article.blocks.some(({ span: [start, end] }) => start <= excerpt.span[0] && excerpt.span[1] <= end),
            ).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Gives each option of a command a value of its kind from what was drawn. */
function fill(
  name: string,
  given: { readonly query: string; readonly choice: number; readonly article?: string; readonly section?: string },
): Record<string, unknown> {
  const { definition } = commands.get(name)!;
  if (!isSlash(definition)) return { message: given.query };
  return Object.fromEntries(
    (definition.options ?? []).flatMap((option): readonly (readonly [string, unknown])[] => {
      if ('choices' in option && option.choices)
        return given.choice % 2 === 0
          ? []
          : [[option.name, option.choices[given.choice % option.choices.length]!.value]];
      if (option.name === 'article' || option.name === 'section')
        return given[option.name] === undefined ? [] : [[option.name, given[option.name]]];
      if (option.name === 'name') return given.section === undefined ? [] : [['name', given.section]];
      return 'required' in option && option.required ? [[option.name, given.query]] : [];
    }),
  );
}

function excerptsIn(value: unknown): readonly Excerpt[] {
  if (Array.isArray(value)) return value.flatMap(excerptsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'reference' in value && 'text' in value && 'edition' in value ? [value as Excerpt] : [];
  return [...own, ...Object.values(value).flatMap(excerptsIn)];
}
