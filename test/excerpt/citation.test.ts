import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { resolveReference } from '../../src/article/passage.ts';
import { parseReference } from '../../src/article/references/reference.ts';
import { shortEdition } from '../../src/article/edition.ts';
import { CITATION_FORMATS, citation, type CitationFormat } from '../../src/excerpt/citation.ts';
import type { CitationLinks } from '../../src/excerpt/citedWork.ts';
import { excerptOf, type Excerpt } from '../../src/excerpt/excerpt.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';

const hash = shortEdition(lighthouse.edition);
const READER = 'https://r.example/read/lighthouse#p1.1';

function excerptsOf(article: Article, reference: string): readonly Excerpt[] {
  const resolution = resolveReference(article, parseReference(reference)!);
  return resolution.kind === 'passages' ? resolution.passages.map((passage) => excerptOf(article, passage)) : [];
}

function cite(format: CitationFormat, reference = '¶1.1', article = lighthouse, links: CitationLinks = {}): string {
  return citation(format, excerptsOf(article, reference), { article, links });
}

/** An article with these metadata and five paragraphs. */
function work(title: string, metadata: Partial<Article>): Article {
  const paragraphs = ['One.', 'Two.', 'Three.', 'Four.', 'Five.'].map((text) => ['paragraph', text] as const);
  return articleOf('work', [['title', title], ...paragraphs], metadata);
}

const nobody = work('A Bridge Too Few', {});

describe('citation in APA style', () => {
  test.each<readonly [what: string, article: Article, reference: string, expected: string]>([
    [
      'one author, as the style guide shows a news website',
      work('Daytime naps once or twice a week may be linked to a healthy heart, researchers say', {
        author: ['Amy Woodyatt'],
        published: '2019-09-10',
        publisher: 'CNN',
        url: 'https://www.cnn.com/2019/09/10/health/nap-heart-health-wellness-intl-scli/index.html',
      }),
      '¶2',
      '(Woodyatt, 2019, para. 2)\nWoodyatt, A. (2019, September 10). Daytime naps once or twice a week may be linked to a healthy heart, researchers say. CNN. https://www.cnn.com/2019/09/10/health/nap-heart-health-wellness-intl-scli/index.html',
    ],
    [
      'a group and a month',
      work('Anxiety disorders', {
        author: ['National Institute of Mental Health'],
        published: '2018-07',
        publisher: 'U.S. Department of Health and Human Services',
      }),
      '¶2-4',
      '(National Institute of Mental Health, 2018, paras. 2–4)\nNational Institute of Mental Health. (2018, July). Anxiety disorders. U.S. Department of Health and Human Services.',
    ],
    [
      'a group that is the publisher too',
      work('Measles', {
        author: ['World Health Organization'],
        publisher: 'World Health Organization',
        published: '2024',
      }),
      '¶1',
      '(World Health Organization, 2024, para. 1)\nWorld Health Organization. (2024). Measles.',
    ],
    [
      'a title with quotation marks and no author',
      work('“Fine,” he said', {}),
      '¶1',
      '(“‘Fine,’ he said,” n.d., para. 1)\n“Fine,” he said. (n.d.).',
    ],
    ['no author and no date', nobody, '¶1', '(“A Bridge Too Few,” n.d., para. 1)\nA Bridge Too Few. (n.d.).'],
    [
      'two authors, one given as family name first',
      work('Be kind to yourself?', { author: ['Martin Lillie, Chloe M.', 'Jean-Luc Moreau'], published: '2016-12-29' }),
      '¶1',
      '(Martin Lillie & Moreau, 2016, para. 1)\nMartin Lillie, C. M., & Moreau, J.-L. (2016, December 29). Be kind to yourself?',
    ],
    [
      'three authors, with a particle and a suffix',
      work('Three', { author: ['Ludwig van Dam', 'Sammy Hill Jr.', 'A. B. Cole'], published: '2020' }),
      'title',
      '(van Dam et al., 2020, title)\nvan Dam, L., Hill, S., Jr., & Cole, A. B. (2020). Three.',
    ],
  ])('%s', (_, article, reference, expected) => {
    expect(cite('apa', reference, article)).toBe(expected);
  });

  test.each([
    [20, 'Sa, X., & Ta, X. (2020)'],
    [21, 'Sa, X., . . . Ua, X. (2020)'],
  ])('lists of %i authors', (count, part) => {
    const author = Array.from({ length: count }, (_, index) => `Xi ${'abcdefghijklmnopqrstu'[index]!.toUpperCase()}a`);
    const listed = cite('apa', '¶1', work('Many', { author, published: '2020' })).split('\n')[1]!;
    expect(listed).toContain(part);
  });
});

describe('citation in plain words', () => {
  test('has single quotation marks within the double ones of a title', () => {
    expect(cite('plain', '¶1', work('“Fine,” he said', {}))).toContain('— “‘Fine,’ he said”, work/¶1@');
  });
});

describe('citation in Chicago notes', () => {
  test.each<readonly [what: string, article: Article, reference: string, expected: string]>([
    [
      'a newspaper on the web, as the manual shows it',
      work('Snap Makes a Bet on the Cultural Supremacy of the Camera', {
        author: ['Farhad Manjoo'],
        publisher: 'New York Times',
        published: '2017-03-08',
        url: 'https://www.nytimes.com/2017/03/08/technology/snap-makes-a-bet.html',
      }),
      '¶3',
      'Farhad Manjoo, “Snap Makes a Bet on the Cultural Supremacy of the Camera,” New York Times, March 8, 2017, para. 3, https://www.nytimes.com/2017/03/08/technology/snap-makes-a-bet.html.',
    ],
    ['nothing but a title', nobody, '¶1', '“A Bridge Too Few,” para. 1.'],
    [
      'three authors, a month, and marks in the title',
      work('Who Said “No”?', { author: ['A Bee', 'C Dee', 'E Eff'], published: '2020-05' }),
      '¶1-2',
      'A Bee, C Dee, and E Eff, “Who Said ‘No’?,” May 2020, paras. 1–2.',
    ],
    [
      'four authors',
      work('Four', { author: ['A Bee', 'C Dee', 'E Eff', 'G Gee'] }),
      '¶1',
      'A Bee et al., “Four,” para. 1.',
    ],
    ['two authors', work('Two', { author: ['A Bee', 'C Dee'] }), '¶1', 'A Bee and C Dee, “Two,” para. 1.'],
  ])('%s', (_, article, reference, expected) => {
    expect(cite('chicago', reference, article)).toBe(expected);
  });

  test('a figure', () => {
    expect(cite('chicago', 'fig1')).toBe(
      'Ida Brandt, “The Last Keeper of Skarn Rock,” The Coast Review, June 2, 2024, fig. 1, https://example.org/skarn.',
    );
  });
});

describe('citation in data formats', () => {
  test('BibTeX', () => {
    expect(cite('bibtex')).toBe(`@misc{brandt2024last,
  author = {Brandt, Ida},
  title = {{The Last Keeper of Skarn Rock}},
  howpublished = {The Coast Review},
  year = {2024},
  month = jun,
  day = {2},
  url = {https://example.org/skarn},
  language = {en},
  note = {para. 1},
  annote = {para. 1, sentence 1, edition ${hash}: “The harbour board switched off the lamp on 3 May 2021.”}
}`);
  });

  test('BibTeX with signs that mean something to TeX, and groups', () => {
    const article = work('50 % of {us} & $5_a #1 ~x^2 \\ y', {
      author: ['The R&D Office', 'Ana de la Cruz'],
      url: 'https://x.org/a_b%20c#d{e}',
    });
    expect(cite('bibtex', '¶1', article)).toBe(
      String.raw`@misc{therdoffice50,
  author = {{The R\&D Office} and de la Cruz, Ana},
  title = {{50 \% of \{us\} \& \$5\_a \#1 \textasciitilde{}x\textasciicircum{}2 \textbackslash{} y}},
  url = {https://x.org/a_b%20c#d%7Be%7D},
  language = {en},
  note = {para. 1},
  annote = {para. 1, edition HASH: “One.”}
}`
        .replace('HASH', shortEdition(article.edition))
        .replace('therdoffice50', 'therdoffice'),
    );
  });

  test('BibTeX without author, date or words for a key', () => {
    expect(cite('bibtex', '¶1', work('只 有', {}))).toMatch(/^@misc\{work,\n {2}title = \{\{只 有\}\},\n {2}language/u);
  });

  test('RIS', () => {
    expect(cite('ris', '¶2-3')).toBe(
      'TY  - ELEC\r\nAU  - Brandt, Ida\r\nTI  - The Last Keeper of Skarn Rock\r\nPB  - The Coast Review\r\nPY  - 2024\r\nDA  - 2024/06/02/\r\nUR  - https://example.org/skarn\r\nLA  - en\r\nN1  - paras. 2–3, edition 88c0a119: “Skarn Rock was bought for 40 crowns in 1931. No other bidder came. The deed calls it “a stone of no use.” Two ships ran aground there before the lamp was built.”\r\nER  - ',
    );
  });

  test('RIS keeps each value in one line, and leaves out what is not known', () => {
    const article = work('A\nB', { published: '2024', author: ['Sammy Hill Jr.'] });
    expect(cite('ris', '¶1', article)).toBe(
      `TY  - ELEC\r\nAU  - Hill, Sammy, Jr.\r\nTI  - A B\r\nPY  - 2024\r\nLA  - en\r\nN1  - para. 1, edition ${shortEdition(article.edition)}: “One.”\r\nER  - `,
    );
  });

  test('CSL-JSON', () => {
    expect(JSON.parse(cite('csl-json'))).toEqual([
      {
        id: 'lighthouse',
        type: 'webpage',
        title: 'The Last Keeper of Skarn Rock',
        author: [{ family: 'Brandt', given: 'Ida' }],
        'container-title': 'The Coast Review',
        issued: { 'date-parts': [[2024, 6, 2]] },
        URL: 'https://example.org/skarn',
        language: 'en',
        note: `para. 1, sentence 1, edition ${hash}: “The harbour board switched off the lamp on 3 May 2021.”`,
      },
    ]);
    expect(JSON.parse(cite('csl-json', '¶1', work('T', { published: '2024-05' })))).toEqual([
      {
        id: 'work',
        type: 'webpage',
        title: 'T',
        issued: { 'date-parts': [[2024, 5]] },
        language: 'en',
        note: expect.stringMatching(/^para\. 1, edition [0-9a-f]{8}: “One\.”$/u),
      },
    ]);
  });

  test('Web Annotation, whose positions count code points', () => {
    const article = articleOf('signs', [
      ['title', '😀 Signs'],
      ['paragraph', 'A 😀 first.', 'A second 😀 one.', 'A third.'],
    ]);
    const annotation = JSON.parse(cite('web-annotation', '¶1.2', article));
    expect(annotation).toEqual({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      motivation: 'highlighting',
      target: {
        source: 'urn:article:signs',
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: 'A second 😀 one.',
            prefix: '😀 Signs\nA 😀 first. ',
            suffix: ' A third.',
          },
          { type: 'TextPositionSelector', start: 19, end: 34 },
        ],
      },
    });
    expect(Array.from(article.source).slice(19, 34).join('')).toBe('A second 😀 one.');
  });

  test('Web Annotation with a target for each excerpt', () => {
    const annotation = JSON.parse(cite('web-annotation', '¶1-3'));
    expect(annotation.target.map(({ source }: { source: string }) => source)).toEqual(
      Array(3).fill('https://example.org/skarn'),
    );
  });
});

describe('citation as text', () => {
  const words = 'The harbour board switched off the lamp on 3 May 2021.';
  test.each<readonly [CitationFormat, CitationLinks, string]>([
    [
      'plain',
      {},
      `“${words}”\n— Ida Brandt, “The Last Keeper of Skarn Rock”, The Coast Review, 2 June 2024, lighthouse/¶1.1@${hash}`,
    ],
    [
      'markdown',
      { reader: READER },
      `“${words}” (Ida Brandt, “The Last Keeper of Skarn Rock”, The Coast Review, 2 June 2024, [¶1.1](<${READER}>))`,
    ],
    [
      'blockquote',
      {},
      `> ${words}\n>\n> — Ida Brandt, “The Last Keeper of Skarn Rock”, The Coast Review, 2 June 2024, [¶1.1](<https://example.org/skarn>)`,
    ],
    ['link', { reader: READER, source: 'https://example.org/skarn#:~:text=a' }, READER],
    ['link', { source: 'https://example.org/skarn#:~:text=a' }, 'https://example.org/skarn#:~:text=a'],
    ['link', {}, 'https://example.org/skarn'],
  ])('%s', (format, links, expected) => {
    expect(cite(format, '¶1.1', lighthouse, links)).toBe(expected);
  });

  test('without a link, the handle', () => {
    const short = shortEdition(nobody.edition);
    expect(cite('link', '¶2-3', nobody)).toBe(`work/¶2-3@${short}`);
    expect(cite('blockquote', '¶2-3', nobody)).toBe(
      `> Two.\n>\n> Three.\n>\n> — “A Bridge Too Few”, work/¶2-3@${short}`,
    );
  });

  test('escapes what Markdown would read', () => {
    const article = articleOf('marks', [
      ['title', 'A *B*'],
      ['paragraph', '1. not a [list] of `code` # or *stars*_'],
    ]);
    expect(cite('markdown', '¶1', article)).toContain(
      '“1\\. not a \\[list\\] of \\`code\\` \\# or \\*stars\\*\\_” (“A \\*B\\*”, marks/¶1@',
    );
  });

  test.each(CITATION_FORMATS)('%s never says what is not known', (format) => {
    expect(cite(format, '¶1', nobody)).not.toMatch(/undefined|null|NaN|\(\)|, ,|\{\}|  +-? ?,/u);
  });
});
