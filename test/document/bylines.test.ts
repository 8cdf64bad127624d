import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/document/createDocumentReader.ts';
import { withBylines } from '../../src/document/withBylines.ts';
import type { Fragment } from '../../src/segment/fragment.ts';
import { docxFile } from '../fixtures/documents/docxFile.ts';

const TEXT = 'Between 2021 and 2025, Halvern lost a quarter of the water that it pumped into its network.';

function fragments(...lines: readonly string[]): readonly Fragment[] {
  return [
    { kind: 'heading', level: 1, text: 'Water Losses' },
    ...[...lines, TEXT].map((text): Fragment => ({ kind: 'paragraph', text })),
  ];
}

describe('withBylines', () => {
  test.each([
    ['an author and a month', ['Jane Doe', 'January 2026'], 2, '2026-01'],
    ['a day', ['Jane Doe', '3 May 2026'], 2, '2026-05-03'],
    ['a date first', ['May 3, 2026', 'by Jane Doe'], 2, '2026-05-03'],
    ['a month alone', ['January 2026'], 1, '2026-01'],
    ['an author alone', ['Jane Doe'], 1, undefined],
    ['another name', ['Rick Roe', 'January 2026'], 0, undefined],
    ['words besides', ['Jane Doe has measured the network since January 2026.'], 0, undefined],
    ['a date in a sentence', ['The council met on 3 May 2026'], 0, undefined],
  ])('sets apart what names authors and date: %s', (_, lines, count, published) => {
    const read = withBylines(fragments(...lines), { author: ['Jane Doe'] });
    expect(read.published).toBe(published);
    expect(read.fragments.filter(({ role }) => role === 'furniture')).toHaveLength(count);
    expect(read.fragments.map(({ text }) => text)).toEqual(fragments(...lines).map(({ text }) => text));
  });

  test.each([
    ['several authors', 'Jane Doe and Rick Roe', ['Jane Doe', 'Rick Roe']],
    ['a group and its seat', 'Institute for Urban Water, Halvern', ['Institute for Urban Water, Halvern']],
  ])('knows %s', (_, line, author) => {
    expect(withBylines(fragments(line), { author }).fragments[1]?.role).toBe('furniture');
  });

  test('leaves a text that is nothing else', () => {
    const only: readonly Fragment[] = fragments().slice(0, 1).concat({ kind: 'paragraph', text: 'Jane Doe' });
    expect(withBylines(only, { author: ['Jane Doe'] }).fragments).toEqual(only);
  });
});

test('the date that a document states goes before that of its file', async () => {
  const bytes = docxFile(
    [{ style: 'Title', text: 'Water Losses' }, { text: 'Jane Doe' }, { text: 'January 2026' }, { text: TEXT }],
    { author: 'Jane Doe', created: '2026-11-30T10:00:00Z' },
  );
  const reading = await readDocument(bytes, 'report.docx');
  if (reading.kind !== 'draft') throw new Error(JSON.stringify(reading));
  expect(reading.draft.metadata).toMatchObject({ published: '2026-01', author: ['Jane Doe'] });
  expect(reading.draft.metadata.publishedNote).toBeUndefined();
});
