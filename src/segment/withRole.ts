import type { ParagraphRole } from '../article/article.ts';
import type { Fragment } from './fragment.ts';

/** Gives the blocks within an item, a quotation or a note its role; captions and what has a role of its own keep theirs. */
export function withRole(fragments: readonly Fragment[], role: ParagraphRole): readonly Fragment[] {
  return fragments.map((fragment): Fragment => {
    if (fragment.kind === 'caption' || (fragment.kind === 'paragraph' && fragment.role !== undefined)) return fragment;
    return { kind: 'paragraph', role, text: fragment.text };
  });
}
