import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { shortEdition } from '../../src/article/edition.ts';
import type { Answer } from '../../src/answer/answer.ts';
import { runCommand } from '../../src/command/runCommand.ts';
import { articleOf, type BlockText } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';

const TEXTS: readonly BlockText[] = [
  ['title', 'The Ferry'],
  ['paragraph', 'The ferry sails at noon from the old pier.', 'It carries forty cars.'],
  ['paragraph', 'No dogs are allowed on the upper deck, whatever the weather.'],
  ['paragraph', 'Tickets cost six crowns and are sold on board.'],
];
const old = articleOf('ferry', TEXTS);
const hash = shortEdition(old.edition);
const PRESENT = {
  elsewhere: articleOf('ferry', TEXTS.toSpliced(3, 1, ['paragraph', 'Tickets cost nine crowns.'])),
  reworded: articleOf(
    'ferry',
    TEXTS.toSpliced(2, 1, ['paragraph', 'Dogs are allowed on the upper deck, whatever the weather.']),
  ),
  moved: articleOf('ferry', TEXTS.toSpliced(1, 0, ['paragraph', 'A new first paragraph about something else.'])),
  cut: articleOf('ferry', TEXTS.toSpliced(2, 1)),
} as const;

function ask(
  command: 'cite' | 'quote',
  options: Readonly<Record<string, string>>,
  { present, kept = [old] }: { readonly present: Article; readonly kept?: readonly Article[] },
): Promise<Answer> {
  const editions = async ({ id }: Article, wanted: string): Promise<Article | undefined> =>
    kept.find((article) => article.id === id && shortEdition(article.edition) === wanted);
  const keptEditions = async () => kept.map((article) => ({ article, received: '2026-03-03' }));
  return runCommand(command, options, contextOf([present], { editions, keptEditions }));
}

describe.each(['cite', 'quote'] as const)('/%s with a handle of an earlier edition', (command) => {
  const option = command === 'cite' ? 'reference' : 'text';
  const look = (reference: string, present: Article, kept?: readonly Article[]) =>
    ask(command, { [option]: `ferry/${reference}@${hash}` }, { present, ...(kept && { kept }) });

  test.each([
    ['unchanged', 'elsewhere', '¶2', ['¶2'], /has not changed/u],
    ['changed', 'reworded', '¶2', ['¶2'], /¶2 has changed/u],
    ['moved', 'moved', '¶1.2', ['¶2.2'], /now at ¶2\.2/u],
    ['moved, of a range', 'moved', '¶1-2', ['¶2', '¶3'], /now at ¶2 and ¶3/u],
    ['gone', 'cut', '¶2', ['¶2'], /¶2 is gone/u],
    ['one that it never had', 'moved', '¶4', ['¶4'], /had no ¶4/u],
  ] as const)('says of a passage that it is %s', async (_, present, reference, references, note) => {
    const answer = await look(reference, PRESENT[present]);
    expect(answer).toMatchObject({ kind: 'excerpts', excerpts: references.map((name) => ({ reference: name })) });
    if (answer.kind !== 'excerpts') return;
    expect(answer.notes?.join(' ')).toMatch(note);
    expect(answer.notes?.join(' ')).toContain(hash);
    for (const { edition, span, text } of answer.excerpts)
      expect(text).toBe((edition === old.edition ? old : PRESENT[present]).source.slice(...span));
  });

  test('shows what changed, word by word', async () => {
    expect(await look('¶2', PRESENT.reworded)).toMatchObject({
      changes: [
        { kind: 'removed', text: 'No dogs ' },
        { kind: 'added', text: 'Dogs ' },
        { kind: 'same', text: 'are allowed on the upper deck, whatever the weather.' },
      ],
    });
  });

  test('returns a removed passage from the edition that had it', async () => {
    expect(await look('¶2', PRESENT.cut)).toMatchObject({
      excerpts: [{ edition: old.edition, text: old.source.slice(...old.blocks[2]!.span) }],
    });
  });

  test('says that an edition is not kept, and shows what is there now', async () => {
    const answer = await look('¶1', PRESENT.reworded, []);
    expect(answer).toMatchObject({
      kind: 'excerpts',
      excerpts: [{ reference: '¶1', edition: PRESENT.reworded.edition }],
    });
    expect(answer.kind === 'excerpts' && answer.notes?.join(' ')).toMatch(/is not kept here/u);
  });

  const follow = async (fragment: string, present: Article, kept?: readonly Article[]) => {
    const answer = await ask(
      command,
      { [option]: `https://x.org/read/ferry#${fragment}` },
      { present, ...(kept && { kept }) },
    );
    return answer.kind === 'excerpts'
      ? [answer.excerpts[0]!.edition, ...(answer.notes ?? []), answer.changes?.length]
      : answer;
  };
  const day = `the edition imported on 3 March 2026 (${hash})`;

  test('says of a link without an edition what is known of earlier ones', async () => {
    const { reworded, moved, cut } = PRESENT;
    const [a, b, c] = [reworded, moved, cut].map(({ edition }) => edition);
    const says = (edition: string, words: string) =>
      `This link names no edition; what follows is from the present one, ${edition.slice(0, 8)}${words}`;
    expect(await follow('p2', reworded, [])).toEqual([a, says(a!, '.'), undefined]);
    expect(await follow('p1', reworded)).toEqual([
      a,
      says(a!, '. ¶1 reads the same in 1 other edition kept here.'),
      undefined,
    ]);
    expect(await follow('p2', reworded)).toEqual([a, says(a!, `, but in ${day} ¶2 reads differently.`), 3]);
    expect(await follow('p4', moved)).toEqual([b, says(b!, `, but ${day} had no ¶4.`), undefined]);
    expect(await follow('p3', cut)).toEqual([
      c,
      `This link names no edition. The present one, ${c!.slice(0, 8)}, has no ¶3; ${day} has.`,
      'The words of ¶3 have not changed, but they are now at ¶2.',
      undefined,
    ]);
    expect(await follow('p9', cut)).toMatchObject({ kind: 'invalid' });
  });

  test('is invalid if neither edition has the passage', async () => {
    expect(await look('¶9', PRESENT.reworded)).toMatchObject({ kind: 'invalid', option: 'reference' });
  });

  test('says nothing of a handle of the present edition, or of none', async () => {
    for (const reference of [`ferry/¶2@${hash}`, 'ferry/¶2', '¶2']) {
      const answer = await ask(command, { [option]: reference }, { present: old });
      expect(answer).toMatchObject({ kind: 'excerpts', excerpts: [{ reference: '¶2' }] });
      expect(answer).not.toHaveProperty('notes');
    }
  });
});

test('/cite notes with a citation that the passage has changed', async () => {
  const answer = await ask('cite', { reference: `ferry/¶2@${hash}`, format: 'apa' }, { present: PRESENT.reworded });
  expect(answer).toMatchObject({
    kind: 'citation',
    notes: [expect.stringContaining(hash), expect.stringMatching(/has changed/u)],
  });
});

test('/quote widens a passage to its paragraph in its present place', async () => {
  const options = { text: `ferry/¶1.2@${hash}`, scope: 'paragraph' };
  expect(await ask('quote', options, { present: PRESENT.moved })).toMatchObject({ excerpts: [{ reference: '¶2' }] });
});
