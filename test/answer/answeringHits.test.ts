import { expect, test } from 'vitest';
import { articleOf } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';
import { ask } from '../fixtures/finished.ts';

const kiosk = articleOf('kiosk', [
  ['paragraph', 'The paper met the harbour master.'],
  ['paragraph', 'Q: Who taught you to sail the dinghy?'],
  ['paragraph', 'A: My aunt Greta, on the lake.'],
  ['heading', 'Contact'],
  ['paragraph', 'The shelter office telephone and letters:'],
  ['paragraph', 'Telephone 555 0199'],
  ['paragraph', '4 Quay Street'],
  ['paragraph', 'Who repairs the crane?'],
]);

test.each([
  ['a question of the text’s own by the sentence after it', 'taught sail dinghy', 'A: My aunt Greta, on the lake.'],
  ['a lead-in by what is asked of its list', 'shelter office telephone', 'Telephone 555 0199'],
  ['a question that nothing follows by itself', 'repairs crane', 'Who repairs the crane?'],
])('answers %s', (_, question, first) => {
  const found = ask(question, contextOf([kiosk]).library);
  expect(found).toMatchObject({ kind: 'excerpts' });
  expect(found.kind === 'excerpts' && found.excerpts[0]?.text).toBe(first);
});

test('shows the question before its answer', () => {
  const found = ask('taught sail dinghy', contextOf([kiosk]).library);
  expect(found.kind === 'excerpts' && found.excerpts[0]).toMatchObject({
    before: { text: 'Q: Who taught you to sail the dinghy?' },
  });
});

test('shows a question that is quoted as it is', () => {
  const found = ask('"Who taught you to sail"', contextOf([kiosk]).library);
  expect(found.kind === 'excerpts' && found.excerpts[0]?.text).toBe('Q: Who taught you to sail the dinghy?');
});
