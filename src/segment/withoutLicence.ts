import type { Fragment } from './fragment.ts';

const START = /^\*{3}\s?START OF (?:THE|THIS) PROJECT/iu;
const END = /^(?:\*{3}\s?END OF (?:THE|THIS) PROJECT|END OF (?:THE )?PROJECT GUTENBERG)/iu;

/** Marks what an e-book of Project Gutenberg has before its first and behind its last line as furniture: notices and its licence. */
export function withoutLicence(fragments: readonly Fragment[]): readonly Fragment[] {
  const start = fragments.findIndex(({ text }) => START.test(text));
  if (start === -1) return fragments;
  const end = fragments.findIndex(({ text }, index) => index > start && END.test(text));
  return fragments.map((fragment, index): Fragment => {
    if ((index > start && (end === -1 || index < end)) || fragment.kind === 'title') return fragment;
    const { page, pageTurns } = fragment;
    return {
      kind: 'paragraph',
      role: 'furniture',
      text: fragment.text,
      ...(page === undefined ? {} : { page }),
      ...(pageTurns === undefined ? {} : { pageTurns }),
    };
  });
}
