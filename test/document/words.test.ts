import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDocumentReader } from '../../src/document/createDocumentReader.ts';
import { domFragments } from '../../src/document/html/domFragments.ts';
import { parseHtml } from '../../src/document/html/parseHtml.ts';
import { segmentMarkdown } from '../../src/segment/segmentMarkdown.ts';
import { segmentOrg } from '../../src/segment/org/segmentOrg.ts';
import { segmentRst } from '../../src/segment/rst/segmentRst.ts';
import { segmentText } from '../../src/segment/segmentText.ts';
import { WRITERS, type DocumentBlock } from '../fixtures/documents/oneDocument.ts';
import { draftOf } from '../segment/draftOf.ts';

/** Words that no two places of a document share: "zabe", "zabi", …, so that each can be counted. */
function uniqueWords() {
  let next = 0;
  const letters = ['a', 'e', 'i', 'o', 'u'];
  return (count: number): string =>
    Array.from({ length: count }, () => {
      const at = next++;
      const [a, b, c, d] = [at % 5, Math.floor(at / 5) % 5, Math.floor(at / 25) % 5, Math.floor(at / 125) % 5];
      return `zor${letters[d]}b${letters[c]}t${letters[b]}m${letters[a]}n`;
    }).join(' ');
}

function wordsIn(text: string): readonly string[] {
  return text.match(/\bzor[a-z]+n\b/gu) ?? [];
}

/** Each word of `kept` exactly once and in order, none of `dropped`. */
function expectWords(source: string, kept: readonly string[], dropped: readonly string[] = []): void {
  const found = wordsIn(source);
  expect(found.toSorted()).toEqual(kept.toSorted());
  expect(found.filter((word) => dropped.includes(word))).toEqual([]);
}

const size = fc.integer({ min: 2, max: 14 });

type Part = readonly [write: (words: string) => string, isKept: boolean];

/** Writes random parts, each with words of its own. */
function written(parts: readonly (readonly [Part, number])[], between: string) {
  const words = uniqueWords();
  const kept: string[] = [];
  const dropped: string[] = [];
  const text = parts.map(([[write, isKept], count]) => {
    const own = words(count);
    (isKept ? kept : dropped).push(...own.split(' '));
    return write(own);
  });
  return { text: text.join(between), kept, dropped };
}

const HTML: readonly Part[] = [
  [(words) => `<p>${words}.</p>`, true],
  [(words) => `<h2>${words}</h2>`, true],
  [(words) => `<div>${words}<br>&nbsp;</div>`, true],
  [(words) => `<ul><li>${words}</li></ul>`, true],
  [(words) => `<dl><dt>${words}</dt></dl>`, true],
  [(words) => `<blockquote><p>${words}</p></blockquote>`, true],
  [(words) => `<table><tr><th>${words.replace(' ', '</th><td>')}</td></tr></table>`, true],
  [(words) => `<table><caption>${words}</caption><tr><td>1</td><td>2</td></tr></table>`, true],
  [(words) => `<figure><img src="a.png"><figcaption>${words}</figcaption></figure>`, true],
  [(words) => `<pre>${words}</pre>`, true],
  [(words) => `<p><b>${words.replace(' ', '</b> <a href="#x">')}</a></p>`, true],
  [(words) => `<p>${words.replace(' ', ' <q>')}</q></p>`, true],
  [(words) => `<p>x<sup>${words}</sup> <del>y</del></p>`, true],
  [(words) => `<details><summary>${words}</summary></details>`, true],
  [(words) => `<aside>${words}</aside><hr>`, true],
  [(words) => `<center><font size="2">${words}</font></center>`, true],
  [(words) => `<script>${words}</script>`, false],
  [(words) => `<style>${words}</style>`, false],
  [(words) => `<p hidden>${words}</p>`, false],
  [(words) => `<div style="display: none">${words}</div>`, false],
  [(words) => `<template>${words}</template><noscript>${words}</noscript>`, false],
  [(words) => `<!-- ${words} -->`, false],
  [(words) => `<button>${words}</button>`, false],
];

const MARKDOWN: readonly Part[] = [
  [(words) => `${words}.`, true],
  [(words) => `## ${words}`, true],
  [(words) => `${words}\n====`, true],
  [(words) => `- ${words}`, true],
  [(words) => `> ${words}`, true],
  [(words) => `> [!note] ${words}`, true],
  [(words) => `| a |\n| --- |\n| ${words} |`, true],
  [(words) => `\`\`\`\n${words}\n\`\`\``, true],
  [(words) => `    ${words}`, true],
  [(words) => `**${words.replace(' ', '** [')}](https://example.org/a)`, true],
  [(words) => `*${words}* and ~~that~~`, true],
  [(words) => `<div>${words}</div>`, true],
  [(words) => `![${words}](a.png)`, true],
  [(words) => `[[page|${words}]] ==x==`, true],
  [(words) => `A: ${words}\nB: so`, true],
  [(words) => `\`\`\`{note} So\n:class: x\n\n${words}\n\`\`\``, true],
  [(words) => `\`\`\`{unheard} ${words}\n\`\`\``, true],
  [(words) => `\`\`\`{code-block} sh\n${words}\n\`\`\``, true],
  [(words) => `<!-- ${words} -->`, false],
  [(words) => `%%${words}%%`, false],
  [(words) => `{/* ${words} */}`, false],
];

const RST: readonly Part[] = [
  [(words) => `${words}.`, true],
  [(words) => `${words}\n${'='.repeat(words.length)}`, true],
  [(words) => `${'#'.repeat(words.length)}\n${words}\n${'#'.repeat(words.length)}`, true],
  [(words) => `- ${words}\n- so`, true],
  [(words) => `a) ${words}`, true],
  [(words) => `  ${words}`, true],
  [(words) => words.replace(' ', '\n  '), true],
  [(words) => `:name: ${words}`, true],
  [(words) => `--all  ${words}`, true],
  [(words) => `So::\n\n  ${words}`, true],
  [(words) => `So ::\n\n  ${words}\n\n    deeper`, true],
  [(words) => `.. note:: ${words}`, true],
  [(words) => `.. warning::\n   :class: x\n\n   ${words}`, true],
  [(words) => `.. py:function:: ${words}\n\n   What it does.`, true],
  [(words) => `.. unheard-of::\n\n   ${words}`, true],
  [(words) => `.. figure:: a.png\n\n   ${words}`, true],
  [(words) => `.. code-block:: sh\n\n   ${words}`, true],
  [(words) => `.. list-table:: Prices\n\n   * - ${words.replace(' ', '\n     - ')}`, true],
  [(words) => `.. csv-table:: Prices\n\n   ${words.replace(' ', ', ')}`, true],
  [(words) => `+-----+-----+\n| ${words.replace(' ', ' | ')} |\n+-----+-----+`, true],
  [(words) => `== ==\na  ${words}\n== ==`, true],
  [(words) => `.. [1] ${words}`, true],
  [(words) => `| ${words.replace(' ', '\n| ')}`, true],
  [(words) => `*${words}*, **so** and \`\`x\`\`.`, true],
  [(words) => `\`${words} <https://example.org/a>\`_ and :ref:\`so <x>\`.`, true],
  [(words) => `:term:\`${words}\` is 10\\ :sup:\`6\`.`, true],
  [(words) => `.. ${words}\n   goes on`, false],
  [(words) => `.. _here: https://example.org/${words.replaceAll(' ', '/')}`, false],
  [(words) => `.. toctree::\n\n   ${words.replaceAll(' ', '\n   ')}`, false],
];

const ORG: readonly Part[] = [
  [(words) => `${words}.`, true],
  [(words) => `* TODO [#A] ${words} :tag:`, true],
  [(words) => `** ${words}`, true],
  [(words) => `- ${words}\n  1. so`, true],
  [(words) => `- ${words.replace(' ', ' :: ')}`, true],
  [(words) => `#+BEGIN_QUOTE\n${words}\n#+END_QUOTE`, true],
  [(words) => `#+begin_src sh\n${words}\n#+end_src`, true],
  [(words) => `#+begin_unheard\n- ${words}\n#+end_unheard`, true],
  [(words) => `#+begin_quote\n${words}`, true],
  [(words) => `: ${words}`, true],
  [(words) => `| a | ${words.replace(' ', ' | ')} |\n|---+---|`, true],
  [(words) => `[fn:1] ${words}`, true],
  [(words) => `So[fn:: ${words}] it is.`, true],
  [(words) => `/${words}/, *so* and =x=.`, true],
  [(words) => `[[https://example.org/a][${words}]]`, true],
  [(words) => `:NOTES:\n${words}\n:END:`, true],
  [(words) => `DEADLINE: <2024-05-02 Thu> ${words}`, true],
  [(words) => `#+CAPTION: ${words}\n[[file:a.png]]`, true],
  [(words) => `# ${words}`, false],
  [(words) => `#+KEY: ${words}`, false],
  [(words) => `:PROPERTIES:\n:ID: ${words}\n:END:`, false],
  [(words) => `#+begin_comment\n${words}\n#+end_comment`, false],
];

const TEXT: readonly Part[] = [
  [(words) => `${words}.`, true],
  [(words) => words.replaceAll(/(\S+ \S+) /gu, '$1\n'), true],
  [(words) => `${words}\n${'*'.repeat(words.length)}`, true],
  [(words) => `• ${words}`, true],
  [(words) => `12 ${words}`, true],
  [(words) => `Contents\n${words} ..... 4`, true],
  [(words) => `> ${words}`, true],
  [(words) => words.replace(' ', '\t'), true],
  [(words) => `Figure 3: ${words}`, true],
  [(words) => `Share\n${words}\n\f`, true],
  [(words) => `- 7 -\n${words}`, true],
  [(words) => `[1] ${words}`, true],
];

const partsOf = (parts: readonly Part[]) =>
  fc.array(fc.tuple(fc.constantFrom(...parts), size), { minLength: 3, maxLength: 12 });
const OPENING = 'The ferry has crossed the harbour in every season since it was built.';

describe('every word of a document is in its source once, but for what is not shown', () => {
  test('in a page', () => {
    fc.assert(
      fc.property(partsOf(HTML), (parts) => {
        const { text, kept, dropped } = written(parts, '\n');
        const parsed = parseHtml(`<p>${OPENING}</p>${text}`);
        if (parsed.kind === 'invalid') throw new Error(parsed.message);
        const source = domFragments(parsed.document).map((fragment) => fragment.text);
        expectWords(source.join('\n'), kept, dropped);
      }),
      { seed: 15, numRuns: 150 },
    );
  });

  test('in Markdown', () => {
    fc.assert(
      fc.property(partsOf(MARKDOWN), (parts) => {
        const { text, kept, dropped } = written(parts, '\n\n');
        expectWords(draftOf(segmentMarkdown(`${OPENING}\n\n${text}\n`)).source, kept, dropped);
      }),
      { seed: 15, numRuns: 150 },
    );
  });

  test.each([
    ['reStructuredText', RST, segmentRst, '\n\nIt went on.\n\n'],
    ['Org', ORG, segmentOrg, '\n\n'],
  ])('in %s', (_, parts, segment, between) => {
    fc.assert(
      fc.property(partsOf(parts), (drawn) => {
        const { text, kept, dropped } = written(drawn, between);
        const { source, blocks } = draftOf(segment(`${OPENING}\n\n${text}\n\n${OPENING}\n`));
        expectWords(source, kept, dropped);
        expectWords(blocks.map(({ span }) => source.slice(...span)).join('\n'), kept, dropped);
      }),
      { seed: 15, numRuns: 300 },
    );
  });

  test('in plain text', () => {
    fc.assert(
      fc.property(partsOf(TEXT), (parts) => {
        const { text, kept } = written(parts, '\n\n');
        const { source, blocks } = draftOf(segmentText(`${OPENING}\n\n${text}\n\n${OPENING}\n`));
        expectWords(source, kept);
        expectWords(blocks.map(({ span }) => source.slice(...span)).join('\n'), kept);
      }),
      { seed: 15, numRuns: 150 },
    );
  });

  test('in each format that one document is written in', { timeout: 60_000 }, async () => {
    const reader = createDocumentReader();
    onTestFinished(reader.close);
    const kinds = fc.constantFrom<DocumentBlock['kind'][]>(['text'], ['heading', 'text'], ['item'], ['quote']);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(kinds, fc.integer({ min: 8, max: 30 })), { minLength: 2, maxLength: 6 }),
        async (sections) => {
          const words = uniqueWords();
          const blocks = sections.flatMap(([found, count]) =>
            found.map((kind): DocumentBlock => ({ kind, text: kind === 'heading' ? words(3) : `${words(count)}.` })),
          );
          const document = {
            title: 'Ferries Between Two Harbours',
            blocks: [{ kind: 'text' as const, text: OPENING }, ...blocks],
          };
          const kept = blocks.flatMap(({ text }) => wordsIn(text));
          for (const [ending, write] of Object.entries(WRITERS)) {
            const reading = await reader.read({ name: `a${ending}`, bytes: write(document) });
            if (reading.kind !== 'draft') throw new Error(`${ending} is ${reading.kind}`);
            expect([ending, wordsIn(reading.draft.source).toSorted()]).toEqual([ending, kept.toSorted()]);
          }
        },
      ),
      { seed: 15, numRuns: 6 },
    );
  });
});
