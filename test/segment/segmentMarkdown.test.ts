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
      'emphasis, code and links keep their words, struck words their marks',
      'A **b** _c_ ~~d~~ `e*f` [g](http://h.i) <j@k.l>.',
      'A b c ~~d~~ e*f g j@k.l.',
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
    ['none', 'Text here.\n\n## Two\n\nMore.', undefined, 'P H P'],
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
    expect(metadata).toEqual({ language: 'en', ...expected });
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
    [
      'published: soon',
      {},
      ['the head\'s "published" is "soon": a publication date is YYYY, YYYY-MM or YYYY-MM-DD; it was not used'],
    ],
    ['date: 2024-02-30', {}, ['the head\'s "date" is "2024-02-30": this date does not exist; it was not used']],
    ['date: 3/4/2024', {}, [expect.stringContaining('"3/4/2024"')]],
    ['date: 25/12/2024', { published: '2024-12-25' }, []],
    ['date: 2024/5/3', { published: '2024-05-03' }, []],
    ['date: 20240503', { published: '2024-05-03' }, []],
    ['date: Fri, 03 May 2024 10:00:00 +0200', { published: '2024-05-03' }, []],
    ['url: nowhere', {}, ['the head\'s "url" is "nowhere": Invalid URL; it was not used']],
    [
      'url: /posts/a\ncanonical_url: https://example.org/a',
      { url: 'https://example.org/a' },
      [expect.stringContaining('"/posts/a"')],
    ],
    ['source: a friend', {}, []],
    [
      'id: My Id',
      {},
      ['the head\'s "id" is "My Id": an article id is made of a-z, 0-9 and single hyphens; it was not used'],
    ],
    ['id: 42', {}, [expect.stringContaining('"id" is 42')]],
    ['lang: German', { language: 'de' }, []],
    ['author: [[Jane Roe]]', { author: ['Jane Roe'] }, []],
    ['author: "[[people/roe|Jane Roe]], Kim Sato"', { author: ['Jane Roe', 'Kim Sato'] }, []],
    ['author: Jane Roe <jane@example.org>', { author: ['Jane Roe'] }, []],
    ['site: Harbour Post\nbyline: By Jane Roe', { publisher: 'Harbour Post', author: ['Jane Roe'] }, []],
    [
      'title: Boats: a view\ndate: 2024',
      { title: 'Boats: a view', published: '2024' },
      [expect.stringContaining('"title"')],
    ],
    ['title: A\ntitle: B', { title: 'A' }, ['the front matter names "title" twice; the first counts']],
    ['title: A\ntags:\n\t- x\ndate: 2024', { title: 'A', published: '2024' }, []],
    ['title: *x\nauthor: Jane Roe', { title: '*x', author: ['Jane Roe'] }, [expect.stringContaining('"title"')]],
    ['excerpt: "one\ntwo."x\ntitle: A', { title: 'A' }, [expect.stringContaining('"excerpt"')]],
  ])('reads what it can of front matter %j', (yaml, expected, notes) => {
    const draft = draftOf(segmentMarkdown(`---\n${yaml}\n---\n\nThe text of the thing.`));
    expect(draft.metadata).toEqual({ language: 'en', ...expected });
    expect(draft.notes).toEqual(notes);
  });

  test.each([
    ['+++\ntitle = "A"\ndate = 2024-05-03\nauthors = ["Jane Roe"]\n+++\n'],
    ['+++\ntitle = A\ndate = 2024-05-03\nauthor = "Jane Roe"\n+++\n'],
    ['{\n  "title": "A",\n  "date": "2024-05-03",\n  "author": "Jane Roe"\n}\n'],
    ['\n\n---\ntitle: A\ndate: 2024-05-03\nauthor: Jane Roe\n...\n'],
    ['---\r\ntitle: A\r\ndate: 2024-05-03\r\nauthor: Jane Roe\r\n---\r\n'],
  ])('reads the head %j', (head) => {
    const draft = draftOf(segmentMarkdown(`${head}\nThe text of the thing.`));
    expect(draft.metadata).toEqual({ language: 'en', title: 'A', published: '2024-05-03', author: ['Jane Roe'] });
    expect(draft.source).toBe('A\nThe text of the thing.');
  });

  test('keeps what only looks like front matter', () => {
    expect(draftOf(segmentMarkdown('---\n- a\n---\n\nText.')).source).toBe('a\nText.');
  });

  test('reads every document, whatever its front matter is', () => {
    const piece = fc.constantFrom(
      'title: ',
      'date: ',
      'author: ',
      'id: ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ': ',
      '\n',
      '\t',
      '- ',
      '*a',
      '&a ',
      '#',
      '2024',
      'x',
      '|',
      '>',
      '%',
      '@',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const draft = segmentMarkdown(`---\n${pieces.join('')}\n---\n\nThe text of the thing.`);
        expect(draftOf(draft).source).toMatch(/The text of the thing\.$/u);
        expect(problemsOf(draftOf(draft))).toEqual([]);
      }),
      { numRuns: 300 },
    );
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

describe('segmentMarkdown, of minutes and laws', () => {
  const textsOf = (markdown: string) => {
    const draft = draftOf(segmentMarkdown(markdown));
    return draft.blocks.map((block) => [
      (block.kind === 'paragraph' ? block.role : undefined) ?? block.kind,
      draft.source.slice(...block.span),
    ]);
  };
  test('lines on which somebody else speaks are paragraphs of their own', () => {
    expect(textsOf('JN: We go through\nthe *agenda* now.\nYK: No, we do not.')).toEqual([
      ['paragraph', 'JN: We go through the agenda now.'],
      ['paragraph', 'YK: No, we do not.'],
    ]);
    expect(textsOf('Note: this is one line\nand another.')).toHaveLength(1);
  });
  test('indented sentences are no code; indented code is', () => {
    const law = 'Wird in einem Urteil eine Unterlassung verlangt, so ist die Genehmigung des Hauses vorher einzuholen.';
    expect(textsOf(`1. Eins\n\nText.\n\n    ${law}\n\n    const a = b();\n`)).toContainEqual([
      'code',
      `${law}\n\nconst a = b();`,
    ]);
    expect(textsOf(`Text.\n\n    ${law}\n`)).toContainEqual(['paragraph', law]);
  });
  test('stars that part two sections are no paragraph', () => {
    expect(textsOf('One.\n\n\\* \\* \\*\n\nTwo.')).toEqual([
      ['paragraph', 'One.'],
      ['paragraph', 'Two.'],
    ]);
  });
  test('a heading that is the title with a short form behind it is the title', () => {
    const head =
      '---\ntitle: Rules of the Harbour Board of Old Town\n---\n# Rules of the Harbour Board of Old Town (RHB)\n\nText.';
    expect(textsOf(head)).toEqual([
      ['title', 'Rules of the Harbour Board of Old Town (RHB)'],
      ['paragraph', 'Text.'],
    ]);
  });
  test('authors on several lines of a head are several', () => {
    const head =
      '```\n  Title: Consensus\n  Authors: Jane Roe <jane@example.org>\n           Tom Achebe <tom@example.org>\n  Assigned: 2024-11-26\n```\n\nText.';
    expect(draftOf(segmentMarkdown(head)).metadata.author).toEqual(['Jane Roe', 'Tom Achebe']);
  });

  test('takes a line with a space that does not break for an empty one', () => {
    expect(draftOf(segmentMarkdown('# A\n\nIt ends.\n\u00A0  \nIt begins.')).source).toBe('A\nIt ends.\nIt begins.');
  });

  test('takes a list of links to its own places for a table of contents', () => {
    const list = '- [One](#one)\n  - [Two](#two)\n- [Three](#three)';
    expect(kindsOf(draftOf(segmentMarkdown(`# A\n\n${list}\n\n## One\n\nIt ends.`)))).toBe('T Pf Pf Pf H P');
    expect(kindsOf(draftOf(segmentMarkdown(`# A\n\n${list}\n- It ends.\n\n## One\n\nIt ends.`)))).toBe(
      'T Pi Pi Pi Pi H P',
    );
  });

  test('reads the draft of an RFC, whose head ends with the name of a part', () => {
    const draft = draftOf(
      segmentMarkdown(
        '---\ntitle: "Properties of QUIC"\ndate: 2021-05\n\nauthor:\n  -\n    name: Jane Roe\n\n--- abstract\n\nIt ends.\n\n--- middle\n\n# Packets\n\nIt begins.',
      ),
    );
    expect(draft.metadata).toMatchObject({ title: 'Properties of QUIC', published: '2021-05', author: ['Jane Roe'] });
    expect(draft.source.split('\n')).toEqual(['Properties of QUIC', 'Abstract', 'It ends.', 'Packets', 'It begins.']);
  });

  test('makes no title of what any first section is called', () => {
    const draft = draftOf(segmentMarkdown('# Purpose\n\nIt ends.\n\n# Tools\n\nIt ends.\n\n# People\n\nIt ends.'));
    expect(draft.metadata.title).toBeUndefined();
    expect(kindsOf(draft)).toBe('H P H P H P');
  });

  test('reads who wrote it and when from lines of their own below the title', () => {
    const { metadata } = draftOf(
      segmentMarkdown(
        '# Custom Projects\n\n## A handbook\n\nAugust 5, 2019\n\nBy Jane Roe and Ada Lane\n\nIt begins here.',
      ),
    );
    expect(metadata).toMatchObject({ author: ['Jane Roe', 'Ada Lane'], published: '2019-08-05' });
  });

  test('makes no heading of bold lines that say who wrote it and when', () => {
    const draft = draftOf(
      segmentMarkdown(
        '# The Quay\n\n**It ends**\n\n**By Jane Roe, Staff Reporter**  \n**Published: October 17, 2024**\n\nIt begins here.',
      ),
    );
    expect(kindsOf(draft)).toMatch(/^T [HS](?: [PS])+$/u);
    expect(draft.metadata).toMatchObject({ author: ['Jane Roe'], published: '2024-10-17' });
  });
});
