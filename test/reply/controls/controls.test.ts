import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ComponentType } from 'discord-api-types/v10';
import type { Answer } from '../../../src/answer/answer.ts';
import type { Article } from '../../../src/article/article.ts';
import type { Excerpt } from '../../../src/excerpt/excerpt.ts';
import { checkOptions } from '../../../src/command/checkOptions.ts';
import { findCommand, runCommand } from '../../../src/command/runCommand.ts';
import { digestTitle } from '../../../src/reply/words/digests/digestTitle.ts';
import { digest } from '../../../src/digest/digest.ts';
import { digestEvents } from '../../../src/digest/digestEvents.ts';
import { digestMessage } from '../../../src/reply/digestMessage.ts';
import { readEcho } from '../../../src/reply/echo.ts';
import { reply } from '../../../src/reply/reply.ts';
import { decodeRequest, type Request } from '../../../src/reply/controls/request.ts';
import type { Content } from '../../../src/schedule/schedule.ts';
import { arbitraryRequest, twoArticles } from '../../fixtures/arbitraryRequest.ts';
import { lookOf } from '../lookOf.ts';
import { articleOf } from '../../fixtures/article.ts';
import { contextOf } from '../../fixtures/context.ts';

interface Component {
  readonly type: ComponentType;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly options?: readonly { readonly value: string }[];
  readonly components?: readonly Component[];
}

const length = fc.constantFrom('brief', 'standard', 'full');
const content = fc.oneof(
  fc.record({ kind: fc.constant('sections'), length, after: fc.constant('wrap') }),
  fc.record({ kind: fc.constant('summary'), length }),
  fc.record({ kind: fc.constant('events'), length, which: fc.constantFrom('all', 'on-this-day') }),
  fc.record({ kind: fc.constant('quote'), length }),
) as fc.Arbitrary<Content>;

describe('a control', () => {
  test('below an answer carries options that its command takes', async () => {
    await fc.assert(
      fc.asyncProperty(twoArticles, arbitraryRequest, fc.nat({ max: 5 }), async (articles, asked, page) => {
        const context = contextOf(articles);
        const answer = await runCommand(asked.command, asked.options, context);
        const { components } = reply(answer, { ...optionsOf(articles), request: { ...asked, page: page + 1 } });
        expectSound(components, context.commands);
      }),
      { numRuns: 400 },
    );
  });

  test('below an answer shows something else when it is pressed', async () => {
    await fc.assert(
      fc.asyncProperty(twoArticles, arbitraryRequest, async (articles, asked) => {
        const context = contextOf(articles);
        const show = async (wanted: Request) => {
          const answer = await runCommand(wanted.command, wanted.options, context);
          return { kind: answer.kind, ...reply(answer, { ...optionsOf(articles), request: wanted }) };
        };
        const shown = await show(asked);
        for (const { label, request: wanted } of expectSound(shown.components, context.commands)) {
          if (wanted.post || isPageNumber(label)) continue;
          const next = await show(wanted);
          if (shown.kind !== 'invalid') expect({ label, next }).not.toMatchObject({ next: { kind: 'invalid' } });
          if (!/Show one of|See the outline|Read a section|Choose one/iu.test(label))
            expect({ label, text: textsOf(next.components) }).not.toEqual({ label, text: textsOf(shown.components) });
        }
      }),
      { numRuns: 150 },
    );
  });

  test('below a digest or its preview gives an answer, and of the same kind where it turns a page', async () => {
    await fc.assert(
      fc.asyncProperty(twoArticles, content, fc.nat({ max: 9 }), async (articles, posts, position) => {
        const context = contextOf(articles);
        const { library } = context;
        const made = digest(
          { content: posts },
          { library, position, day: '2026-05-03', events: digestEvents(library) },
        );
        if (made.kind !== 'answer') return;
        const rest = { articles: library.articles, links: () => undefined };
        const posted = digestMessage(made, { ...rest, marker: 'run', name: 'x', late: false, due: 0 });
        const preview = reply(
          { ...made.answer, equivalent: made.request },
          {
            ...optionsOf(articles),
            request: { command: 'digest', options: { subcommand: 'preview', name: 'x' } },
          },
        );
        for (const components of [(posted as { components: unknown[] }).components, preview.components]) {
          for (const { label, request: wanted } of expectSound(components, context.commands)) {
            const answer = await runCommand(wanted.command, wanted.options, context);
            expect({ label, answer }).not.toMatchObject({ answer: { kind: 'invalid' } });
            if (/^(?:Next|Previous) page$/u.test(label)) expect(excerptsIn(answer)).toEqual(excerptsIn(made.answer));
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a digest of more articles than a custom_id can name', () => {
  const articles = Array.from({ length: 9 }, (_, index) =>
    articleOf(`an-article-whose-id-has-${index}-chars`, [
      ['paragraph', `The keeper of lamp ${index} sold the tower to the harbour board.`],
      ['paragraph', `Nobody of ship ${index} was told that winter, when the rock was bought.`],
    ]),
  );

  test('has buttons that ask for these articles and no others', async () => {
    const { library } = contextOf(articles.slice(0, 8));
    const content = { kind: 'summary', length: 'brief' } as const;
    const made = digest({ content }, { library, position: 0, day: '2026-05-03', events: digestEvents(library) });
    if (made.kind !== 'answer') throw new Error(made.detail);
    const rest = { articles: library.articles, links: () => undefined, marker: 'run', name: 'x', late: false, due: 0 };
    const { components } = digestMessage(made, rest) as { components: unknown[] };
    const context = contextOf(articles);
    const controls = expectSound(components, context.commands);
    const longer = controls.find(({ label }) => label === 'Longer')!.request;
    const answer = await runCommand(longer.command, longer.options, context);
    expect(new Set(excerptsIn(answer).map((excerpt) => excerpt.split(' ')[0]))).toEqual(
      new Set(articles.slice(0, 8).map(({ id }) => id)),
    );
    expect(excerptsIn(answer)).toEqual(expect.arrayContaining([...excerptsIn(made.answer)]));
  });
});

describe('a heading', () => {
  test('of a digest names the article and section that it is of, or how many articles', () => {
    fc.assert(
      fc.property(twoArticles, content, fc.nat({ max: 9 }), (drawn, posts, position) => {
        const articles = drawn.map((article, index) => ({ ...article, title: `Title${index}` }));
        const { library } = contextOf(articles);
        const made = digest(
          { content: posts },
          { library, position, day: '2026-05-03', events: digestEvents(library) },
        );
        if (made.kind !== 'answer' || made.answer.kind === 'events') return;
        const { excerpts } = made.answer;
        const ids = [...new Set(excerpts.map(({ article }) => article))];
        const named = articles.filter(({ title }) => digestTitle(made.title).includes(title)).map(({ id }) => id);
        expect(named).toEqual(ids.length === 1 ? ids : []);
        if (ids.length > 1) expect(digestTitle(made.title)).toBe(`${ids.length} articles`);
        const sections = new Set(excerpts.map(({ section }) => section));
        if (posts.kind === 'sections') expect(sections.size).toBe(1);
        for (const heading of posts.kind === 'sections' ? sections : [])
          expect(digestTitle(made.title)).toContain(heading ?? named[0]!.replace(/.*/u, 'Title'));
      }),
    );
  });

  test('names every article that is quoted below it, or each excerpt names its own', async () => {
    await fc.assert(
      fc.asyncProperty(twoArticles, arbitraryRequest, async (drawn, asked) => {
        const articles = drawn.map((article, index) => ({ ...article, title: `Title${index}` }));
        const answer = await runCommand(asked.command, asked.options, contextOf(articles));
        const quoted = new Set(excerptsIn(answer).map((excerpt) => excerpt.split(' ')[0]));
        const { components } = reply(answer, { ...optionsOf(articles), request: asked });
        const text = textsOf(components).join('\n');
        for (const { id, title } of articles) {
          const lines = text.split('\n').filter((line) => line.includes(' of its own') && line.includes(title));
          if (lines.length > 0 && answer.kind === 'summary') expect([...quoted]).toEqual([id]);
          if (quoted.size === 1 && quoted.has(id)) expect(text).toContain(title);
        }
        if (answer.kind === 'summary') {
          const more = JSON.stringify(components).includes('Page 1 of');
          if (!more)
            for (const id of quoted) expect(text).toContain(articles.find((article) => article.id === id)!.title);
          expect(text).toContain(quoted.size > 1 ? `**${quoted.size} articles**` : ' of its own');
        }
      }),
      { numRuns: 300 },
    );
  });
});

function optionsOf(articles: readonly Article[]) {
  return {
    articles: new Map(articles.map((article) => [article.id as string, article])),
    links: () => undefined,
    hidden: true,
    now: new Date(0),
  };
}

/** Reads each control of a message, checks its options, and gives what it asks for. */
function expectSound(
  components: readonly unknown[],
  commands: ReturnType<typeof contextOf>['commands'],
): readonly { readonly label: string; readonly request: Request }[] {
  const echoed = readEcho(components);
  expectInPlace(components as readonly Component[]);
  return nested(components as readonly Component[]).flatMap(
    ({ type, custom_id: id, label, placeholder, options, disabled }) => {
      if (id === undefined || disabled === true) return [];
      const values = type === ComponentType.StringSelect ? options!.map(({ value }) => value) : [undefined];
      return values.map((chosen) => {
        const wanted = decodeRequest(id, { chosen, echoed });
        expect({ id, wanted }).not.toEqual({ id, wanted: undefined });
        const command = findCommand(wanted!.command, commands)!.command;
        expect({ id, checked: checkOptions(command, wanted!.options) }).toMatchObject({ checked: { kind: 'options' } });
        return { label: label ?? placeholder ?? '', request: wanted! };
      });
    },
  );
}

/** One row of buttons and one select at most; where a page turns, it turns in the same three places. */
function expectInPlace(components: readonly Component[]): void {
  const look = lookOf(components);
  expect(look.rows).toBeLessThanOrEqual(1);
  expect(look.selects).toBeLessThanOrEqual(1);
  const buttons = nested(components).filter(({ type }) => type === ComponentType.Button);
  expect(buttons.length).toBeLessThanOrEqual(5);
  const number = buttons.findIndex(({ label = '' }) => isPageNumber(label));
  if (number === -1) return;
  expect(number).toBe(1);
  expect(buttons[0]!.label).toMatch(/^(?:Previous (?:page|match)|Closer passage)$/u);
  expect(buttons[2]!.label).toMatch(/^(?:Next (?:page|match|closest)|More passages)$/u);
  const [, page, of] = /(\d+) of (\d+)$/u.exec(buttons[1]!.label!)!;
  expect([buttons[0]!.disabled === true, buttons[2]!.disabled === true]).toEqual([page === '1', page === of]);
}

function isPageNumber(label: string): boolean {
  return /^(?:Page|Match|Passage) \d+ of \d+$/u.test(label);
}

function nested(components: readonly Component[]): readonly Component[] {
  return components.flatMap((component) => [component, ...nested(component.components ?? [])]);
}

function textsOf(components: readonly unknown[]): readonly string[] {
  return nested(components as readonly Component[]).flatMap(({ content: text }) => text ?? []);
}

function excerptsIn(answer: Answer): readonly string[] {
  const excerpts: readonly Excerpt[] =
    answer.kind === 'events'
      ? answer.events.map(({ excerpt }) => excerpt)
      : 'excerpts' in answer
        ? answer.excerpts
        : [];
  return excerpts.map(({ article, span }) => `${article} ${span[0]}-${span[1]}`);
}
