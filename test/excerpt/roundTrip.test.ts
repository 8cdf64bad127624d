import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { shortEdition } from '../../src/article/edition.ts';
import { passageOfSentences } from '../../src/article/passage.ts';
import { citation, type CitationFormat } from '../../src/excerpt/citation.ts';
import { excerptOf } from '../../src/excerpt/excerpt.ts';
import { articleOf } from '../fixtures/article.ts';

/** An item of CSL-JSON, as an independent reader makes it of each format. */
interface Item {
  readonly title?: string;
  readonly author?: readonly {
    readonly family?: string;
    readonly given?: string;
    readonly suffix?: string;
    readonly literal?: string;
    readonly 'non-dropping-particle'?: string;
  }[];
  readonly publisher?: string;
  readonly 'container-title'?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL?: string;
  readonly language?: string;
  readonly note?: string;
  readonly annote?: string;
}

/** What readers do not keep apart: runs of white space, and that a name is a group's. */
const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

function readBack(format: CitationFormat, article: Article): Item {
  const excerpts = [excerptOf(article, passageOfSentences(article, 1, [1, 2]))];
  // The reader does not know the names of the braces, which BibTeX itself asks for.
  const written = citation(format, excerpts, { article })
    .replaceAll(String.raw`\textbraceleft{}`, String.raw`\{`)
    .replaceAll(String.raw`\textbraceright{}`, String.raw`\}`);
  // Left to itself, the reader takes any text that holds "@misc{" for BibTeX.
  const type = { bibtex: '@bibtex/text', ris: '@ris/file' }[format as 'bibtex' | 'ris'];
  const read: unknown = (
    type === undefined ? new Cite(JSON.parse(written)) : new Cite(written, { forceType: type } as never)
  ).data[0];
  return read as Item;
}

function namesOf({ author = [] }: Item): readonly string[] {
  return author.map((name) =>
    [
      [name['non-dropping-particle'], name.family ?? name.literal].filter(Boolean).join(' '),
      ...[name.given, name.suffix].filter((part) => part !== undefined),
    ].join(', '),
  );
}

const piece = fc.constantFrom(
  'word', 'Öl', 'ñandú', 'Łódź', '日本', 'é', '😀', '&', '%', '#', '_', '$', '{', '}', '{x}', '\\', '~', '^', '"', '“', '”', "'", '’', '--', '–', '``', "''", ' and ',
  '\n', '\r\n', '\t', ' ', ',', '=', '@misc{', 'TY  - X', 'ER  - ', '<b>', '\\textbf{', '\\&', '%20', ':', ';', '?', '!', '(', ')', '*', '|', '/',
); // prettier-ignore
const hostile = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => `A${pieces.join(' ')}z`);
const surname = fc.constantFrom(
  'Brandt',
  'Ortega y Gasset',
  'Le Pen',
  'van der Berg',
  'von der Leyen',
  "O'Neill",
  'Day-Lewis',
  'Łukasiewicz',
  'Íñiguez',
  'de la Cruz',
  'Müller',
);
const given = fc.constantFrom('Ida', 'José', 'Anne-Marie', 'J. R. R.', 'Željko', 'Émile');
const person = fc.tuple(surname, fc.option(fc.constantFrom('Jr.', 'III'), { nil: undefined }), given);
const group = hostile.map((text) => `{${text.replaceAll(/[{}]/gu, '')}}`);
const work = fc.record({
  title: hostile,
  publisher: hostile,
  people: fc.array(person, { maxLength: 3 }),
  groups: fc.array(group, { maxLength: 2 }),
  published: fc.constantFrom(undefined, '2024', '2024-05', '2024-02-29'),
  path: fc.constantFrom('', 'a_b%20c', '~x', 'a?b=1&c=%7B', 'ü', 'a#b', 'x_(y)'),
  words: hostile,
});

test.each<CitationFormat>(['bibtex', 'ris', 'csl-json'])(
  '%s is read back by an independent reader as it was',
  (format) => {
    fc.assert(
      fc.property(work, ({ title, publisher, people, groups, published, path, words }) => {
        const inverted = people.map(([family, suffix, given]) =>
          [family, ...(suffix === undefined ? [] : [suffix]), given].join(', '),
        );
        // RIS has no sign for a group: a comma in its name would part it as it parts a person's.
        const marked = format === 'ris' ? groups.map((name) => name.replaceAll(',', '')) : groups;
        const article = articleOf(
          'work',
          [
            ['title', 'Title'],
            ['paragraph', 'First.', words],
          ],
          {
            author: [...inverted, ...marked].length === 0 ? undefined : [...inverted, ...marked],
            publisher,
            published,
            url: `https://example.org/${path}`,
          },
        );
        const item = readBack(format, { ...article, title });
        expect(oneLine(item.title ?? '')).toBe(oneLine(title));
        expect(oneLine(item.publisher ?? item['container-title'] ?? '')).toBe(oneLine(publisher));
        expect(namesOf(item).map(oneLine)).toEqual([
          ...people.map(([family, suffix, given]) =>
            [family, given, ...(suffix === undefined ? [] : [suffix])].join(', '),
          ),
          ...marked.map((name) => oneLine(name.slice(1, -1))),
        ]);
        expect(item.issued?.['date-parts'][0]).toEqual(published?.split('-').map(Number));
        expect(new URL(item.URL!).href).toBe(new URL(`https://example.org/${path}`).href);
        const note = format === 'bibtex' ? item.annote : item.note;
        expect(oneLine(note ?? '')).toBe(
          oneLine(`para. 1, sentence 2, edition ${shortEdition(article.edition)}: “${words}”`),
        );
      }),
    );
  },
);
