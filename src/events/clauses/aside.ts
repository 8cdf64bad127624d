import type { Span } from '../../language/span.ts';
import type { ClauseTree, Token } from './clauseTree.ts';

/** Words that open a relative clause between commas; "that" opens one without. */
const ASIDE_OPENER = /^(?:which|who|whom|whose|where)$/u;

/** A relative clause between commas: where it opens, and the mark or date that closes it. */
export interface Aside {
  readonly first: number;
  readonly last: number;
}

/** The relative clause around a word that a comma and the verb of the main clause close: "Carrow, who was *elected* in 2019, resigned". */
export function closedAsideOf({ tokens }: ClauseTree, word: Token): Aside | undefined {
  const opener = tokens.findLast(
    ({ at, text }) => at < word.at && ASIDE_OPENER.test(text) && tokens[at - 1]?.text === ',',
  );
  const comma = opener && tokens.find(({ at, text }) => at > opener.at && text === ',');
  if (!comma || comma.at < word.at) return undefined;
  // "…, also won".
  const next = tokens.find(({ at, upos }) => at > comma.at && upos !== 'ADV');
  return /^(?:VERB|AUX)$/u.test(next?.upos ?? '') ? { first: opener.at, last: comma.at } : undefined;
}

/**
 * The relative clause between commas that a date closes: in "Sol, which has been owned by two sisters since 1952, employs
 * 2,700", the date says nothing of what is outside.
 */
export function asideAround({ tokens }: ClauseTree, date: Span): Aside | undefined {
  if (tokens.find(({ span }) => span[0] >= date[1])?.text !== ',') return undefined;
  const last = tokens.findIndex(({ span }) => span[1] > date[0]);
  const comma = tokens.findLast(({ at, text }) => at < last && /^[,;:—]$/u.test(text));
  const opener = comma && tokens[comma.at + 1];
  if (comma?.text !== ',' || !opener || !ASIDE_OPENER.test(opener.text)) return undefined;
  // "The hearing, which was on May 3, …": without a verb of its own it dates what it follows.
  const hasVerb = tokens.slice(opener.at, last).some(({ upos }) => upos === 'VERB');
  return hasVerb ? { first: opener.at, last } : undefined;
}
