import type { ClauseTree, Token } from './clauseTree.ts';

export const RELATIVE = /^(?:which|who|whom|whose|where)$/u;

/** A relative clause between commas: where it opens, and the mark or date that closes it. */
export interface Aside {
  readonly first: number;
  readonly last: number;
}

/** The relative clause around a word that a comma and the verb of the main clause close: "Carrow, who was *elected* in 2019, resigned". */
export function closedAsideOf({ tokens }: ClauseTree, word: Token): Aside | undefined {
  const opener = tokens.findLast(({ at, text }) => at < word.at && RELATIVE.test(text) && tokens[at - 1]?.text === ',');
  const comma = opener && tokens.find(({ at, text }) => at > opener.at && text === ',');
  if (!comma || comma.at < word.at) return undefined;
  return /^(?:VERB|AUX)$/u.test(tokens[comma.at + 1]?.upos ?? '') ? { first: opener.at, last: comma.at } : undefined;
}
