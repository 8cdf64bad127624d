import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentMarkdown } from '../../src/segment/segmentMarkdown.ts';
import { draftOf, kindsOf, problemsOf } from './draftOf.ts';

const everything = readFileSync(join(import.meta.dirname, 'fixtures/markdown/everything.md'), 'utf8');

describe('segmentMarkdown', () => {
  test('reads every kind of block', () => {
    const draft = draftOf(segmentMarkdown(everything));
    expect(kindsOf(draft)).toBe('T S P C C C H Pq Pi Pi Pi Pi Pi Pi Pr Pr Pr Pc H P C P P Pi Pi Pf');
    expect(problemsOf(draft)).toEqual([]);
    expect(draft.metadata).toEqual({
      title: 'The weir',
      published: '2024-03-12',
      author: ['Jane Roe', 'Tom Achebe'],
      language: 'en-GB',
    });
  });

  test.each([
    [
      'emphasis, code and links keep their words',
      'A **b** _c_ ~~d~~ `e*f` [g](http://h.i) <j@k.l>.',
      'A b c d e*f g j@k.l.',
    ],
    ['tags and comments go', 'A <b>b</b><!-- c --> d&amp;e<br>f.', 'A b d&e f.'],
    ['line breaks become spaces', 'A\nb  \nc\\\nd.', 'A b c d.'],
    ['no space comes between ideographs', '雨が\n降った。', '雨が降った。'],
    ['escaped marks stay', String.raw`\*a\* 1\. b.`, '*a* 1. b.'],
    ['notes leave their numbers', 'A.[^1]\n\n[^1]: B.', 'A.\nB.'],
    ['a table has a line a row', '|a|b|\n|-|-|\n|c|d|', 'a\tb\nc\td'],
    ['code keeps its lines', '```\n a\n\n  b\n```', ' a\n\n  b'],
    ['pictures within text go', 'A ![b](c.png) d.', 'A d.'],
    ['blocks stand on lines of their own', '# A\n\nB.\n\n- C\n- D\n\n> E', 'A\nB.\nC\nD\nE'],
  ])('source: %s', (_, markdown, source) => {
    const draft = draftOf(segmentMarkdown(markdown));
    expect(draft.source).toBe(source);
    expect(problemsOf(draft)).toEqual([]);
  });

  test.each([
    ['the front matter’s stands in the source', '---\ntitle: Named\n---\nText here.', 'Named', 'T P'],
    ['the same heading is not repeated', '---\ntitle: "named"\n---\n# Named\n\nText here.', 'Named', 'T P'],
    ['another heading stays one', '---\ntitle: Named\n---\n# Other\n\nText here.', 'Named', 'T H P'],
    ['the first heading of level 1', '# One\n\nText.\n\n# Two\n\nText.', 'One', 'T P H P'],
    ['a leading heading above all others', '## One\n\nText.\n\n### Two\n\nText.', 'One', 'T P H P'],
    ['none: the first words', 'Text here.\n\n## Two\n\nMore.', 'Text here.', 'P H P'],
    ['a heading behind text stays one', 'Text here.\n\n# One\n\nMore.', 'One', 'P H P'],
  ])('title: %s', (_, markdown, title, kinds) => {
    const draft = draftOf(segmentMarkdown(markdown));
    expect([draft.metadata.title, kindsOf(draft)]).toEqual([title, kinds]);
    expect(problemsOf(draft)).toEqual([]);
  });

  test.each([
    ['![A map](a.png)', 'A map'],
    ['![alt](a.png "A title")', 'A title'],
    ['![alt](a.png)\n*In italics. Photo: Jane Roe*', 'In italics. Photo: Jane Roe'],
    ['![alt](a.png)\n\n*In italics.*', 'In italics.'],
    ['<figure><img alt="a"><figcaption>A <b>map</b></figcaption></figure>', 'A map'],
  ])('caption of %j', (markdown, caption) => {
    const draft = draftOf(segmentMarkdown(`Text.\n\n${markdown}\n\nText.`));
    expect(kindsOf(draft)).toBe('P C P');
    expect(draft.source.slice(...draft.blocks[1]!.span)).toBe(caption);
  });

  test('keeps a credit out of the caption’s sentences', () => {
    const draft = draftOf(segmentMarkdown('Text.\n\n![Boats lie here. (AP Photo/Jane Roe)](a.png)'));
    const [, caption] = draft.blocks;
    if (caption?.kind !== 'caption') throw new Error('the second block is no caption');
    expect(caption.sentences.map((span) => draft.source.slice(...span))).toEqual(['Boats lie here.']);
    expect(draft.source.slice(...caption.credit!)).toBe('(AP Photo/Jane Roe)');
  });

  test.each([
    ['published: 2024-06-12', { published: '2024-06-12' }],
    ['published: 2024-06', { published: '2024-06' }],
    ['published: 2024', { published: '2024' }],
    ['date: 2024-06-12 10:00', { published: '2024-06-12' }],
    ['published: 12 June 2024', { published: '2024-06-12' }],
    ['published: May 2023', { published: '2023-05' }],
    ['published: Mai 2023', { published: '2023-05' }],
    ['date: Sept. 2023', { published: '2023-09' }],
    ['author: Jane Doe, PhD', { author: ['Jane Doe, PhD'] }],
    ['author: "Doe, Jane and Roe, Rick"', { author: ['Doe, Jane', 'Roe, Rick'] }],
    ['author: Ann Bee, Carl Dee, and Eve Eff', { author: ['Ann Bee', 'Carl Dee', 'Eve Eff'] }],
    ['author: {World Bank}', { author: ['{World Bank}'] }],
    ['author: "{World Bank}"', { author: ['{World Bank}'] }],
    [
      'author:\n  - {Ministry of Health, Labour and Welfare}\n  - Jane Roe',
      { author: ['{Ministry of Health, Labour and Welfare}', 'Jane Roe'] },
    ],
    ['author:\n  - Ministry of Trade, Industry and Energy', { author: ['Ministry of Trade, Industry and Energy'] }],
    ['author:\n  - literal: World Bank\n  - family: Roe\n    given: Jane', { author: ['{World Bank}', 'Roe, Jane'] }],
    ['author: José Ortega y Gasset', { author: ['José Ortega y Gasset'] }],
    ['author: Jane Roe', { author: ['Jane Roe'] }],
    ['author: [Jane Roe, Tom Achebe]', { author: ['Jane Roe', 'Tom Achebe'] }],
    ['authors:\n  - name: Jane Roe\n    site: x', { author: ['Jane Roe'] }],
    ['url: https://example.org/a', { url: 'https://example.org/a' }],
    ['id: my-id', { id: 'my-id' }],
    ['layout: post\ntags: [a]', {}],
    ['author:', {}],
    ['title: 1984', { title: '1984' }],
    ['', {}],
  ])('front matter %j', (yaml, expected) => {
    const { metadata } = draftOf(segmentMarkdown(`---\n${yaml}\n---\n\nThe text of the thing.`));
    expect(metadata).toEqual({ title: 'The text of the thing.', language: 'en', ...expected });
  });

  test.each([
    ['By Jane Roe, 3 May 2025', { author: ['Jane Roe'], published: '2025-05-03' }],
    ['Published by the City Library on 2 June 2025', { published: '2025-06-02' }],
  ])('reads %j below the title, where the front matter does not say it', (line, expected) => {
    const markdown = `# The weir\n\n${line}\n\nThe weir broke.\n\nIt was old.`;
    expect(draftOf(segmentMarkdown(markdown)).metadata).toMatchObject(expected);
    const front = draftOf(segmentMarkdown(`---\npublished: 2020\nauthor: Tom Achebe\n---\n${markdown}`));
    expect(front.metadata).toMatchObject({ author: ['Tom Achebe'], published: '2020' });
  });

  test.each([
    ['published: soon', 'the front matter\'s "published" is "soon": a publication date is YYYY, YYYY-MM or YYYY-MM-DD'],
    ['date: 2024-02-30', 'the front matter\'s "date" is "2024-02-30": this date does not exist'],
    ['url: nowhere', 'the front matter\'s "url" is "nowhere": Invalid URL'],
    ['id: My Id', 'the front matter\'s "id" is "My Id": an article id is made of a-z, 0-9 and single hyphens'],
    ['author: 3: 4', 'the front matter is not YAML: Nested mappings are not allowed in compact mappings'],
    ['- a', 'the front matter is not a list of keys and values such as "title: …"'],
  ])('refuses front matter %j', (yaml, message) => {
    expect(segmentMarkdown(`---\n${yaml}\n---\n\nText.`)).toEqual({ kind: 'invalid', message });
  });

  test.each(['', '\n', '---\ntitle: A\n---\n', '# A', '<!-- a -->', '[a]: http://b.c', '![a](b)', '\u0000'])(
    'refuses %j',
    (markdown) => {
      expect(segmentMarkdown(markdown).kind).toBe('invalid');
    },
  );

  test('refuses what nests a thousand deep, and nothing less', () => {
    expect(segmentMarkdown(`${'> '.repeat(999)}a`).kind).toBe('draft');
    expect(segmentMarkdown(`${'> '.repeat(1000)}a`).kind).toBe('invalid');
  });

  test('gives sound blocks for whatever Markdown there is', () => {
    const piece = fc.constantFrom(
      '# ',
      '## ',
      '- ',
      '1. ',
      '> ',
      '    ',
      '```\n',
      '|a|b|\n|-|-|\n',
      '*',
      '**',
      '_',
      '`',
      '[',
      '](x)',
      '![',
      '<b>',
      '</b>',
      '<div>\n',
      '<!--',
      '-->',
      '[^1]',
      '[^1]: ',
      '---\n',
      '\n',
      '\n\n',
      '  \n',
      ' ',
      'word',
      'Mr. Hall',
      'Done.',
      '雨。',
      '😀',
      '&amp;',
      '\\',
      '\t',
      '\r\n',
      '\u200B',
      '\u00a0',
      '\u2028',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const draft = segmentMarkdown(pieces.join(''));
        expect(draft.kind === 'draft' ? problemsOf(draft) : []).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
