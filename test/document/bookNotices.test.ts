import { expect, test } from 'vitest';
import { withoutNotices } from '../../src/document/epub/withoutNotices.ts';
import type { Fragment } from '../../src/segment/fragment.ts';

function part(heading: string, text: string): readonly Fragment[] {
  return [
    { kind: 'heading', level: 2, text: heading },
    { kind: 'paragraph', text },
  ];
}

test.each(['Imprint', 'Colophon', 'Copyright Page', 'Impressum'])('a part called %s is furniture', (heading) => {
  const marked = withoutNotices(part(heading, 'This ebook is the work of volunteers.'));
  expect(marked.map(({ role, text }) => [role, text])).toEqual([
    ['furniture', heading],
    ['furniture', 'This ebook is the work of volunteers.'],
  ]);
});

test.each([
  ['a chapter', part('The Copyright of the Dead', 'He never wrote again.')],
  ['a chapter that is only called so', part('Colophon', 'He never wrote again. '.repeat(300))],
  ['a part without a heading', part('', 'Imprint').slice(1)],
])('%s stays as it is', (_what, fragments) => {
  expect(withoutNotices(fragments)).toEqual(fragments);
});
