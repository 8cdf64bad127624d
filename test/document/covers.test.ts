import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutCoverHeadings } from '../../src/document/docx/coverHeadings.ts';
import type { Fragment } from '../../src/segment/fragment.ts';

function heading(level: number, text: string): Fragment {
  return { kind: 'heading', level, text };
}

const TEXT: Fragment = { kind: 'paragraph', text: 'The ferry has crossed the harbour since 1902.' };

describe('withoutCoverHeadings', () => {
  test('makes paragraphs of names and dates that a cover sets as headings', () => {
    const fragments = [
      heading(1, 'The ferry'),
      heading(2, 'Fall 2017'),
      heading(3, 'Jane Roe'),
      heading(1, 'Fares'),
      TEXT,
    ];
    expect(withoutCoverHeadings(fragments).map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
    ]);
  });

  test('makes a paragraph of the name above a title', () => {
    const fragments = [heading(3, 'Jane Roe'), heading(1, 'The ferry'), heading(2, 'Fares'), TEXT];
    expect(withoutCoverHeadings(fragments).map(({ kind }) => kind)).toEqual([
      'paragraph',
      'heading',
      'heading',
      'paragraph',
    ]);
  });

  test('leaves every heading that has text below it, and changes no text', () => {
    const part = fc.oneof(
      fc.integer({ min: 1, max: 4 }).map((level) => heading(level, `Part ${level}`)),
      fc.constant(TEXT),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (fragments) => {
        const marked = withoutCoverHeadings(fragments);
        expect(marked.map(({ text }) => text)).toEqual(fragments.map(({ text }) => text));
        for (const [index, fragment] of fragments.entries())
          if (fragment.kind === 'heading' && fragments.slice(0, index).some(({ kind }) => kind !== 'heading'))
            expect(marked[index]).toEqual(fragment);
      }),
      { seed: 15, numRuns: 300 },
    );
  });
});
