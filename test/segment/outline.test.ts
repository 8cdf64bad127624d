import { expect, test } from 'vitest';
import { outline } from '../../src/segment/outline.ts';
import { segmentMarkdown } from '../../src/segment/segmentMarkdown.ts';
import { draftOf } from './draftOf.ts';

test('outline lists every block with its reference, first words and what it holds', () => {
  const long = 'It was built of oak, and nobody knows who paid for the oak, or for the men.';
  const markdown = `# The weir\n\n*A deck.*\n\n${long} Twice.\n\n![Gates. Photo: Jane Roe](a.png)\n\n## After\n\n- item`;
  expect(outline(draftOf(segmentMarkdown(markdown)))).toEqual([
    'title        The weir',
    'standfirst   A deck.  (1 sentence)',
    '  ¶1         It was built of oak, and nobody knows who paid for the oak,…  (2 sentences)',
    '  Fig. 1     Gates. Photo: Jane Roe  (caption with credit)',
    '## §1        After',
    '  ¶2         item  (item, 1 sentence)',
  ]);
});
