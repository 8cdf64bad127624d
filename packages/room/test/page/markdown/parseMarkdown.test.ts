import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Markdown } from '../../../src/page/markdown/markdown.ts';
import { parseMarkdown } from '../../../src/page/markdown/parseMarkdown.ts';

/** Writes a tree briefly: `strong(a em(b))`; text as it is. */
function brief(nodes: readonly Markdown[]): string {
  return nodes.map(briefNode).join('');
}

function briefNode(node: Markdown): string {
  switch (node.type) {
    case 'text':
    case 'everyone':
      return node.text;
    case 'heading':
      return `h${node.level}(${brief(node.children)})`;
    case 'list':
      return `${node.ordered ? `ol${node.start}` : 'ul'}(${node.items.map((item) => `[${brief(item)}]`).join('')})`;
    case 'code':
      return `code(${node.text})`;
    case 'codeBlock':
      return `block:${node.language}(${node.text})`;
    case 'link':
      return `link:${node.url}(${brief(node.children)})`;
    case 'user':
    case 'role':
    case 'channel':
      return `${node.type}:${node.id}`;
    case 'command':
    case 'emoji':
      return `${node.type}:${node.name}`;
    case 'timestamp':
      return `time:${node.seconds}${node.style}`;
    case 'strong':
    case 'em':
    case 'underline':
    case 'strike':
    case 'spoiler':
    case 'quote':
    case 'subtext':
      return `${node.type}(${brief(node.children)})`;
    default:
      return node satisfies never;
  }
}

describe('parseMarkdown reads a text as Discord does', () => {
  test.each([
    ['plain', 'plain'],
    ['**a** *b* _c_ __d__ ~~e~~ ||f||', 'strong(a) em(b) em(c) underline(d) strike(e) spoiler(f)'],
    ['***a***', 'em(strong(a))'],
    ['**a *b* c**', 'strong(a em(b) c)'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['**open', '**open'],
    ['\\*a\\* \\_b\\_ \\> c \\# d \\\\', '*a* _b_ > c # d \\'],
    ['**a\\*\\*b**', 'strong(a**b)'],
    ['`a **b**` ``a ` b``', 'code(a **b**) code(a ` b)'],
    ['``a` `b`', 'code(`a) code(b)'],
    ['```', '```'],
    ['`` ` ``', 'code(`)'],
    ['```\na\n  b\n```', 'block:(a\n  b)'],
    ['```js\na\n```\n-# b', 'block:js(a)\nsubtext(b)'],
    ['```one line```', 'block:(one line)'],
    ['# a\n## b #\n### c\n#### d\n#e', 'h1(a)h2(b)h3(c)#### d\n#e'],
    ['a # b', 'a # b'],
    ['# a ##\n# #', 'h1(a)h1(#)'],
    ['-# a\nb', 'subtext(a)b'],
    ['> a\n> b\nc', 'quote(a\nb)c'],
    ['> a\n> # b', 'quote(a\nh1(b))'],
    ['>a', '>a'],
    ['a > b', 'a > b'],
    ['a\n>>> b\n\nc', 'a\nquote(b\n\nc)'],
    ['- a\n- b\n  - c\n- d\ne', 'ul([a][b\nul([c])][d])e'],
    ['3. a\n4. b', 'ol3([a][b])'],
    ['- a\n1. b', 'ul([a])ol1([b])'],
    ['-a', '-a'],
    ['[a **b**](https://c.org/d)', 'link:https://c.org/d(a strong(b))'],
    ['[a](https://c.org/d_(e))', 'link:https://c.org/d_(e)(a)'],
    ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
    ['[http://a b](https://c.org)', '[link:http://a(http://a) b](link:https://c.org(https://c.org))'],
    [
      'https://a.org/b_c_d. (https://e.org)',
      'link:https://a.org/b_c_d(https://a.org/b_c_d). (link:https://e.org(https://e.org))',
    ],
    ['<https://a.org>', 'link:https://a.org(https://a.org)'],
    [
      '<@1> <@!2> <@&3> <#4> </quote all:5> <:name:6> @everyone',
      'user:1 user:2 role:3 channel:4 command:quote all emoji:name @everyone',
    ],
    ['<t:1700000000> <t:1700000000:R> <t:x>', 'time:1700000000f time:1700000000R <t:x>'],
    [':smile: ¯\\_(ツ)_/¯', ':smile: ¯\\_(ツ)_/¯'],
    ['<b>a</b> &amp;', '<b>a</b> &amp;'],
    ['a\n\nb', 'a\n\nb'],
  ])('%j', (source, expected) => {
    expect(brief(parseMarkdown(source))).toBe(expected);
  });

  test('every sign that can begin something shows as itself behind a backslash', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const escaped = text.replace(/[^0-9A-Za-z\s]/gu, (sign) => (/^[\p{L}\p{N}]$/u.test(sign) ? sign : `\\${sign}`));
        const shown = parseMarkdown(escaped);
        expect(shown.every((node) => node.type === 'text')).toBe(true);
        expect(brief(shown)).toBe(text);
      }),
    );
  });

  test('a text without signs stays as it is', () => {
    const words = fc.string({
      unit: fc.constantFrom('a', 'B', 'é', ' ', '\n', '.', ',', '!', '’', '“', '漢', '😀'),
      maxLength: 80,
    });
    fc.assert(
      fc.property(words, (text) => {
        expect(brief(parseMarkdown(text))).toBe(text);
      }),
    );
  });
});
