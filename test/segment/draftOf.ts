import { articleFileSchema, articleIdSchema, type Block } from '../../src/article/article.ts';
import { checkArticle } from '../../src/article/checkArticle.ts';
import { editionOf } from '../../src/article/edition.ts';
import type { Draft } from '../../src/segment/draft.ts';

type Sound = Extract<Draft, { kind: 'draft' }>;

const LETTERS: Readonly<Record<Block['kind'], string>> = {
  title: 'T',
  standfirst: 'S',
  heading: 'H',
  paragraph: 'P',
  caption: 'C',
};

/** Takes the draft for sound; throws with its message where it is not. */
export function draftOf(draft: Draft): Sound {
  if (draft.kind === 'invalid') throw new Error(draft.message);
  return draft;
}

/** Writes the kinds of the blocks in order: T, S, H, C, P, and the first letter of a paragraph's role behind it. */
export function kindsOf({ blocks }: Sound): string {
  return blocks
    .map((block) => `${LETTERS[block.kind]}${block.kind === 'paragraph' ? (block.role?.[0] ?? '') : ''}`)
    .join(' ');
}

/** Checks a draft as the corpus is checked: schema, spans, coverage, numbers. */
export function problemsOf({ source, blocks, metadata }: Sound): readonly unknown[] {
  const file = {
    id: articleIdSchema.parse('draft'),
    title: 'Untitled',
    ...metadata,
    original: 'original.txt',
    edition: editionOf(source, blocks),
    blocks,
  };
  const parsed = articleFileSchema.safeParse(file);
  return parsed.success ? checkArticle(parsed.data, source) : parsed.error.issues;
}
