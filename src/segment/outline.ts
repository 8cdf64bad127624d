import { formatReference } from '../article/references/reference.ts';
import type { Block } from '../article/article.ts';
import type { Draft } from './draft.ts';

const FIRST_WORDS_CHARS = 60;

/**
 * Lists what an article was taken to consist of, one line a block: its kind, reference, role, number of sentences and
 * first words. For people who check an import.
 */
export function outline({ source, blocks }: Pick<Draft & { kind: 'draft' }, 'source' | 'blocks'>): readonly string[] {
  let heading = 0;
  return blocks.map((block) => {
    if (block.kind === 'heading') heading += 1;
    const [name, note] = NAMES[block.kind](block as never, heading);
    return `${name.padEnd(12)} ${firstChars(source.slice(...block.span))}${note === '' ? '' : `  (${note})`}`;
  });
}

type Line = readonly [name: string, note: string];
const NAMES: { readonly [Kind in Block['kind']]: (block: Extract<Block, { kind: Kind }>, heading: number) => Line } = {
  title: () => ['title', ''],
  standfirst: ({ sentences }) => ['standfirst', sentenceCount(sentences.length)],
  heading: ({ level }, number) => [`${'#'.repeat(level)} ${reference('heading', number)}`, ''],
  paragraph: ({ number, role, sentences }) => [
    `  ${reference('paragraph', number)}`,
    [role, sentenceCount(sentences.length)].filter(Boolean).join(', '),
  ],
  caption: ({ number, credit }) => [`  ${reference('caption', number)}`, credit ? 'caption with credit' : 'caption'],
};

function reference(target: 'heading' | 'paragraph' | 'caption', number: number): string {
  return formatReference({ target, from: number, to: number });
}

function sentenceCount(sentences: number): string {
  return sentences === 1 ? '1 sentence' : `${sentences} sentences`;
}

function firstChars(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  const chars = Array.from(line.slice(0, 2 * FIRST_WORDS_CHARS));
  return chars.length <= FIRST_WORDS_CHARS ? line : `${chars.slice(0, FIRST_WORDS_CHARS - 1).join('')}…`;
}
