import type { ClauseTree, Token } from './clauseTree.ts';
import { parentOf } from './treeWalk.ts';
import { isReduced, verbGroup } from './verbGroup.ts';

const APPOSITION_WORDS = 12;

/**
 * Finds the name that stands before a verb and its apposition, where the reader's heads lead to no subject: "SoftBank, its
 * largest investor, committed". Undefined for verbs that need none.
 */
export function subjectByPlace(tree: ClauseTree, verb: Token): Token | undefined {
  const { auxiliaries, tense } = verbGroup(tree, verb);
  if (!/^(?:past|perfect|pluperfect|future|present)$/u.test(tense) || isReduced(tree, verb)) return undefined;
  const first = auxiliaries[0]?.at ?? verb.at;
  const closing = tree.tokens[first - 1];
  if (closing?.text !== ',') return undefined;
  const opening = tree.tokens.findLast(
    ({ text, at }) => text === ',' && at < closing.at && at >= closing.at - APPOSITION_WORDS,
  );
  const last = opening && tree.tokens[opening.at - 1];
  if (!opening || last?.upos !== 'PROPN' || /^(?:time|place)$/u.test(last.name?.kind ?? '')) return undefined;
  const between = tree.tokens.slice(opening.at + 1, closing.at);
  if (between.some(({ upos, text }) => upos === 'VERB' || upos === 'AUX' || text === 'and')) return undefined;
  let name = last;
  for (
    let at = parentOf(tree, last);
    at && name.relation.startsWith('flat') && at.at < last.at;
    at = parentOf(tree, at)
  )
    name = at;
  return name;
}
