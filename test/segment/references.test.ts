import { describe, expect, test } from 'vitest';
import { segmentMarkdown } from '../../src/segment/segmentMarkdown.ts';
import { draftOf } from './draftOf.ts';

const BODY = 'The ferry leaves the northern quay at six, and is back before the tide turns.';
const ENTRIES = [
  'Roe, J. and Sato, K. (2004). Ferries and their quays. Harbour Press.',
  'Okonkwo, R. Tides. https://harbour.example/tides',
];

function rolesBelow(heading: string, paragraphs: readonly string[]): readonly (string | undefined)[] {
  const text = `# Ferries\n\n${BODY}\n\n## ${heading}\n\n${paragraphs.join('\n\n')}\n\n## Thanks\n\n${BODY} It was so in 1998.\n`;
  return draftOf(segmentMarkdown(text)).blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.role] : []));
}

describe('the entries of a list of references', () => {
  test.each(['References', '7. References', 'BIBLIOGRAPHY', 'Literaturverzeichnis', 'Références', '参考文献'])(
    'are notes, up to the next heading (%s)',
    (heading) => {
      expect(rolesBelow(heading, ENTRIES)).toEqual([undefined, 'footnote', 'footnote', undefined]);
    },
  );

  test('are notes where they are a list', () => {
    const items = [ENTRIES.map((entry) => `- ${entry}`).join('\n')];
    expect(rolesBelow('References', items)).toEqual([undefined, 'footnote', 'footnote', undefined]);
  });

  test.each([
    ['text that tells what is referred to', 'References', [BODY, `${BODY} Nobody crosses any more.`]],
    ['works named elsewhere', 'Dates', ENTRIES],
    ['references to people', 'References of the crew', ENTRIES],
  ])('are not %s', (_, heading, paragraphs) => {
    expect(rolesBelow(heading, paragraphs)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
