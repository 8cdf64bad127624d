import { describe, expect, test } from 'vitest';
import { isRst } from '../../../src/segment/rst/isRst.ts';
import { segmentRst } from '../../../src/segment/rst/segmentRst.ts';
import { draftOf, problemsOf } from '../draftOf.ts';

/** Blocks as "kind text". */
function blocksOf(text: string): readonly string[] {
  const draft = draftOf(segmentRst(text));
  expect(problemsOf(draft)).toEqual([]);
  return draft.blocks.map((block) => {
    const kind = block.kind === 'paragraph' ? (block.role ?? 'P') : block.kind;
    return `${kind}${block.kind === 'heading' ? block.level : ''} ${draft.source.slice(...block.span)}`;
  });
}

const NOTES = `==============
Ferry Handbook
==============

:Author: Jane Roe
:Date: 2024-05-02
:Status: Draft

.. contents::

The board *closed* the \`\`ferry\`\`. See \`the minutes\`_ and
:ref:\`fares\`, or :doc:\`the guide <guide/index>\`.

.. _fares:

Fares
=====

.. note:: Tickets stay valid.
   They are checked.

.. versionchanged:: 3.2
   Children pay half.

Children
--------

1. Ask first.
2. Pay:

   - in cash
   - by card [1]_

(a) No refunds.

Pier
   Where it lands.

Run this::

    ferry --close

.. figure:: quay.png
   :alt: A quay

   The quay at dawn

==== ======
Year Crowns
==== ======
1990 4
2000 10\\ :sup:\`6\`
==== ======

    Nobody may sail.

.. [1] At the counter.
.. _the minutes: https://example.org/minutes
.. This is for editors.
`;

describe('segmentRst', () => {
  test('reads blocks as what they are, and no machinery', () => {
    expect(blocksOf(NOTES)).toEqual([
      'title Ferry Handbook',
      'item Status: Draft',
      'P The board closed the ferry. See the minutes and Fares, or the guide.',
      'heading2 Fares',
      'P Note: Tickets stay valid. They are checked.',
      'P Changed in version 3.2: Children pay half.',
      'heading3 Children',
      'item Ask first.',
      'item Pay:',
      'item in cash',
      'item by card',
      'item (a) No refunds.',
      'item Pier',
      'item Where it lands.',
      'P Run this:',
      'code ferry --close',
      'caption The quay at dawn',
      'row Year\tCrowns',
      'row 1990\t4',
      'row 2000\t10⁶',
      'quote Nobody may sail.',
      'footnote At the counter.',
    ]);
  });

  test('reads title, author and date from fields, or from the head of a proposal', () => {
    expect(draftOf(segmentRst(NOTES)).metadata).toMatchObject({
      title: 'Ferry Handbook',
      author: ['Jane Roe'],
      published: '2024-05-02',
    });
    const proposal =
      'PEP: 9\nTitle: No Ferry\nAuthor: K. Sato <k@example.org>\nCreated: 14-Aug-2001\n\n\nWhy\n===\n\nIt ended.\n';
    expect(draftOf(segmentRst(proposal)).metadata).toMatchObject({
      title: 'No Ferry',
      author: ['K. Sato'],
      published: '2001-08-14',
    });
  });

  test.each([
    ['snake_case_ and __init__ stay, as a*b*c does', 'P snake_case_ and __init__ stay, as a*b*c does'],
    ['Two\\ *words* and \\*stars\\*.', 'P Twowords and *stars*.'],
    [':py:meth:`~ferry.Boat.sail` is :pep:`8`, :kbd:`Ctrl-<x>`.', 'P sail is PEP 8, Ctrl-<x>.'],
    ['It is |name|, not |other|.\n\n.. |name| replace:: the *Star*', 'P It is the *Star*, not |other|.'],
    ['A `link <https://e.org>`__ and another_.\n\n.. _another: https://e.org', 'P A link and another.'],
    ['A. Einstein was\na physicist.', 'P A. Einstein was a physicist.'],
    ['Bring:\n- bread\n- salt', 'P Bring: | item bread | item salt'],
    ['- Run it::\n\n    ferry\n      --close', 'item Run it: | code ferry\n  --close'],
    ['**So it is ``x_`` now**, says :PEP:`8`.', 'P So it is x_ now, says PEP 8.'],
    ['So ::\n\n> told\n> so', 'P So | code > told\n> so'],
    [':Returns: the fare', 'item Returns: the fare'],
    ['| Dear Jane,\n| hello', 'P Dear Jane, | P hello'],
    [
      '.. list-table:: Fares\n\n   * - Year\n     - Fare\n   * - 1990\n     - 4',
      'caption Fares | row Year\tFare | row 1990\t4',
    ],
    [
      '.. csv-table:: Fares\n   :header: Year, Fare\n\n   1990, "4, or 5"',
      'caption Fares | row Year\tFare | row 1990\t4, or 5',
    ],
    ['+---+-----+\n| a | b   |\n|   | c   |\n+---+-----+', 'row a\tb c'],
    ['.. image:: https://img.shields.io/x.svg\n   :alt: build', ''],
    ['.. raw:: html\n\n   <p>It is <b>so</b>.</p>', 'P It is so.'],
    ['.. hint:: a\n.. hint:: b', 'P Hint: a | P Hint: b'],
  ])('reads %j', (text, blocks) => {
    expect(blocksOf(`It began.\n\n${text}\n\nIt ended.\n`).slice(1, -1).join(' | ')).toBe(blocks);
  });

  test('takes what is indented throughout for text', () => {
    expect(blocksOf('Name\n====\n\n   It was a long way home for all of them.\n')).toEqual([
      'title Name',
      'P It was a long way home for all of them.',
    ]);
  });

  test('reads a text that nests deeper than anybody writes', () => {
    const deep = Array.from({ length: 500 }, (_, index) => `${' '.repeat(index)}- deep${index}`).join('\n\n');
    expect(draftOf(segmentRst(`It began.\n\n${deep}\n`)).source).toContain('deep499');
    expect(draftOf(segmentRst(`It began.\n\n${'- '.repeat(5000)}deep\n`)).source).toContain('deep');
  });
});

describe('isRst', () => {
  test.each([
    ['a directive and a title', 'Name\n====\n\n.. note:: So.\n', true],
    ['a role and a title', 'Name\n----\n\nSee :ref:`x`.\n', true],
    ['a title alone', 'Name\n====\n\nText.\n', false],
    ['two dots', '.. and then it rained\n', false],
  ])('tells %s', (_, text, isSo) => {
    expect(isRst(text)).toBe(isSo);
  });
});
