import { describe, expect, test } from 'vitest';
import { segmentOrg } from '../../../src/segment/org/segmentOrg.ts';
import { draftOf, problemsOf } from '../draftOf.ts';

/** Blocks as "kind text". */
function blocksOf(text: string): readonly string[] {
  const draft = draftOf(segmentOrg(text));
  expect(problemsOf(draft)).toEqual([]);
  return draft.blocks.map((block) => {
    const kind = block.kind === 'paragraph' ? (block.role ?? 'P') : block.kind;
    return `${kind}${block.kind === 'heading' ? block.level : ''} ${draft.source.slice(...block.span)}`;
  });
}

const MINUTES = `# -*- mode: org -*-
#+TITLE: Board Meeting
#+AUTHOR: Jane Roe
#+DATE: <2024-05-02 Thu>
#+OPTIONS: toc:nil

We met at [[https://example.org/pier][the pier]].

* TODO [#A] Close the ferry                 :board:money:
  DEADLINE: <2024-06-01 Sat>
  :PROPERTIES:
  :CUSTOM_ID: close
  :END:
  It costs *too* much[fn:1], over 10^{6} a year.

  - Sell the boat
    to Lane
    1. at once
  - [X] Tell the crew
** Votes
   | Name | Vote |
   |------+------|
   | Roe  | yes  |
#+BEGIN_QUOTE
Nobody may sail.
#+END_QUOTE
#+begin_src sh
  ferry --close
#+end_src
: closed
#+CAPTION: The quay
[[file:quay.png]]
# for editors

[fn:1] As the auditor said.
`;

describe('segmentOrg', () => {
  test('reads blocks as what they are, and no machinery', () => {
    expect(blocksOf(MINUTES)).toEqual([
      'title Board Meeting',
      'P We met at the pier.',
      'heading1 TODO Close the ferry',
      'P DEADLINE: <2024-06-01 Sat>',
      'P It costs too much, over 10⁶ a year.',
      'item Sell the boat to Lane',
      'item at once',
      'item [X] Tell the crew',
      'heading2 Votes',
      'row Name\tVote',
      'row Roe\tyes',
      'quote Nobody may sail.',
      'code ferry --close',
      'code closed',
      'caption The quay',
      'footnote As the auditor said.',
    ]);
    expect(draftOf(segmentOrg(MINUTES)).metadata).toMatchObject({
      title: 'Board Meeting',
      author: ['Jane Roe'],
      published: '2024-05-02',
    });
  });

  test.each([
    ['a/b/c, 2*3*4 and x_y_z stay, as <b> does', 'P a/b/c, 2*3*4 and x_y_z stay, as <b> does'],
    ['/so/ and _so_ and =a*b= and ~c d~, +$4+ $5', 'P so and so and a*b and c d, ~~$4~~ $5'],
    ['[[file:notes.org]] and [[*Votes]] and [[https://e.org]]', 'P notes.org and Votes and https://e.org'],
    ['It is so.\\\\\nIt was.', 'P It is so. It was.'],
    ['#+begin_verse\nHere\nthere\n#+end_verse', 'P Here | P there'],
    ['#+begin_center\n- a\n#+end_center', 'item a'],
    ['- Pier :: where it lands\n\n  It is long.', 'item Pier :: where it lands | item It is long.'],
    ['See {{{kbd(C-c)}}} @@html:<br>@@now.', 'P See C-c now.'],
    ['A word[fn:: as told] here', 'P A word here'],
    [':LOGBOOK:\nCLOCK: [2024-05-02 Thu 10:00]\n:END:', ''],
    [':NOTES:\nKept.\n:END:', 'P Kept.'],
    ['- #+title: :: what it is called\n  + # too', 'item #+title: :: what it is called | item # too'],
    ['* COMMENT Not yet\nHidden.\n** Hidden too\n* Shown', 'heading1 Shown'],
  ])('reads %j', (text, blocks) => {
    const found = blocksOf(`It began.\n\n${text}\n\nIt ended.\n`);
    expect(found.slice(1, found.indexOf('P It ended.')).join(' | ')).toBe(blocks);
  });

  test('reads blocks that nothing ends, and lists that nest deeper than anybody writes', () => {
    expect(blocksOf('It began.\n\n#+begin_src\nkept\n\n:PROPERTIES:\nkept too\n')).toEqual([
      'P It began.',
      'P kept',
      'P kept too',
    ]);
    const deep = Array.from({ length: 500 }, (_, index) => `${' '.repeat(index)}- deep${index}`).join('\n');
    expect(draftOf(segmentOrg(`It began.\n\n${deep}\n`)).source).toContain('deep499');
  });
});
