import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDocumentReader, readDocument, type DocumentReader } from '../../src/document/createDocumentReader.ts';
import { draftOf, problemsOf } from '../segment/draftOf.ts';
import { WRITERS, type DocumentBlock, type PlainDocument } from '../fixtures/documents/oneDocument.ts';

const SUBJECTS = [
  'The ferry',
  'A pilot',
  'The commission',
  'Nobody on the quay',
  'The harbour board',
  'Each of the captains',
];
const VERBS = ['considered', 'crossed', 'had refused', 'measured', 'will replace', 'described'];
const OBJECTS = [
  'the northern breakwater',
  'fares of 4 million crowns',
  'every independent examination',
  'the old lighthouse',
  'an agreement that was self-evident',
  'the temperature of the water',
];
const TAILS = [
  'in the winter of 1902',
  'before the storm began',
  'without saying a word about it',
  'as the minutes show',
  'for the third time',
  'near Port Town',
];

const sentence = fc
  .tuple(
    fc.constantFrom(...SUBJECTS),
    fc.constantFrom(...VERBS),
    fc.constantFrom(...OBJECTS),
    fc.constantFrom(...TAILS),
  )
  .map((parts) => `${parts.join(' ')}.`);
const text = fc.array(sentence, { minLength: 2, maxLength: 8 }).map((all) => all.join(' '));
const block: fc.Arbitrary<DocumentBlock> = fc.oneof(
  { weight: 8, arbitrary: text.map((words): DocumentBlock => ({ kind: 'text', text: words })) },
  { weight: 1, arbitrary: sentence.map((words): DocumentBlock => ({ kind: 'item', text: words })) },
  { weight: 1, arbitrary: text.map((words): DocumentBlock => ({ kind: 'quote', text: words })) },
);
const section = fc
  .tuple(
    fc.constantFrom('What it costs', 'The northern quay', 'Who decides', 'A long winter'),
    fc.array(block, { minLength: 2, maxLength: 6 }),
  )
  .map(([heading, blocks]): readonly DocumentBlock[] => [
    { kind: 'heading', text: heading },
    { kind: 'text', text: blocks[0]!.text },
    ...blocks,
  ]);
const plainDocument: fc.Arbitrary<PlainDocument> = fc
  .tuple(text, fc.array(section, { minLength: 2, maxLength: 4 }))
  .map(([first, sections]) => ({
    title: 'Ferries Between Two Harbours',
    blocks: [{ kind: 'text', text: first }, ...sections.flat()],
  }));

async function paragraphsOf(reader: DocumentReader, document: PlainDocument, ending: string) {
  const reading = await reader.read({ name: `report${ending}`, bytes: WRITERS[ending]!(document) });
  if (reading.kind !== 'draft')
    throw new Error(`${ending}: ${reading.kind === 'invalid' ? reading.message : reading.kind}`);
  const draft = draftOf(reading.draft);
  expect(problemsOf(draft)).toEqual([]);
  const texts = draft.blocks.flatMap(({ kind, span }) =>
    kind === 'paragraph' ? [draft.source.slice(...span).replace(/^[•-]\s/u, '')] : [],
  );
  const headings = draft.blocks.flatMap(({ kind, span }) => (kind === 'heading' ? [draft.source.slice(...span)] : []));
  return { title: draft.metadata.title, texts, headings };
}

describe('the same document', () => {
  test('has the same title, headings and paragraphs in every format', { timeout: 120_000 }, async () => {
    const reader = createDocumentReader();
    onTestFinished(reader.close);
    let wanted = 0;
    const found = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(plainDocument, async (document) => {
        const paragraphs = document.blocks.filter(({ kind }) => kind !== 'heading').map(({ text: words }) => words);
        const headings = document.blocks.filter(({ kind }) => kind === 'heading').map(({ text: words }) => words);
        for (const ending of Object.keys(WRITERS)) {
          const read = await paragraphsOf(reader, document, ending);
          expect([ending, read.title]).toEqual([ending, document.title]);
          expect([ending, read.headings]).toEqual([ending, headings]);
          const kept = paragraphs.filter((paragraph) => read.texts.includes(paragraph)).length;
          found.set(ending, (found.get(ending) ?? 0) + kept);
        }
        wanted += paragraphs.length;
      }),
      { numRuns: 8, seed: 15, endOnFailure: true },
    );
    for (const [ending, kept] of found)
      expect([ending, kept / wanted]).toEqual([ending, expect.toSatisfy((share: number) => share >= 0.98)]);
  });
});

test('readDocument reads an upload from its bytes and name', async () => {
  const bytes = WRITERS['.docx']!({
    title: 'Ferries',
    blocks: [{ kind: 'text', text: 'The ferry has crossed the harbour since 1902.' }],
  });
  const reading = await readDocument(bytes, 'Ferries (2).docx');
  expect(reading).toMatchObject({ kind: 'draft', extension: '.docx', draft: { metadata: { title: 'Ferries' } } });
});
