import { describe, expect, test } from 'vitest';
import { isAsciidoc } from '../../src/document/asciidoc/isAsciidoc.ts';
import { readAsciidoc } from '../../src/document/asciidoc/readAsciidoc.ts';
import { DOCUMENT_LIMITS } from '../../src/document/document.ts';
import { draftOf } from '../segment/draftOf.ts';

const TEXT = `= The Last Ferry
Jane Roe <jane@example.org>
2024-06-12
:uri-board: https://example.org/board
:hide-uri-scheme:

The {uri-board}[harbour board] closed the ferry.
It cost too much.

ifdef::env-site[]
This is for the site alone.
endif::[]

include::secret.txt[]

NOTE: Tickets stay valid.

== What it costs

.The quay
image::quay.png[A quay at dawn]

.Prices
|===
|Year |Crowns

|1990 |4
|===

[source,sh]
----
$ ferry --close
----

____
Nobody may sail.
____
`;

async function read(text: string): Promise<ReturnType<typeof draftOf>> {
  return draftOf(await readAsciidoc({ bytes: new TextEncoder().encode(text), limits: DOCUMENT_LIMITS }));
}

describe('readAsciidoc', () => {
  test('reads title, author and date, and no machinery', async () => {
    const { metadata, source } = await read(TEXT);
    expect(metadata).toMatchObject({ title: 'The Last Ferry', author: ['Jane Roe'], published: '2024-06-12' });
    expect(source).not.toMatch(/::|\{|hide-uri|secret|for the site alone/u);
  });

  test('reads blocks as what they are', async () => {
    const { source, blocks } = await read(TEXT);
    const found = blocks.map((block) => [
      block.kind === 'paragraph' ? (block.role ?? 'P') : block.kind,
      source.slice(...block.span),
    ]);
    expect(found).toEqual([
      ['title', 'The Last Ferry'],
      ['P', 'The harbour board closed the ferry. It cost too much.'],
      ['P', 'NOTE: Tickets stay valid.'],
      ['heading', 'What it costs'],
      ['caption', 'The quay'],
      ['caption', 'Prices'],
      ['row', 'Year\tCrowns'],
      ['row', '1990\t4'],
      ['code', '$ ferry --close'],
      ['quote', 'Nobody may sail.'],
    ]);
  });
});

describe('isAsciidoc', () => {
  test.each([
    ['a title and headings', '= A Ferry\n\nIt closed.\n\n== Costs\n\nMuch.', true],
    ['a title and attributes', '= A Ferry\n:toc:\n\nIt closed.', true],
    ['a title alone', '= 4, which is the sum\n\nIt closed.', false],
    ['plain text', 'A Ferry\n=======\n\nIt closed.', false],
  ])('tells %s', (_, text, expected) => {
    expect(isAsciidoc(text)).toBe(expected);
  });
});
