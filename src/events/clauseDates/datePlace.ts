import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { caseOf, tokenAt } from '../clauses/treeWalk.ts';

/** The top of the words that an expression covers. */
export function topOf(tree: ClauseTree, { span }: DateExpression): Token | undefined {
  const covered = coveredBy(tree, span);
  return covered.find(({ head }) => !covered.some(({ at }) => at === head));
}

/** The words that an expression covers, in order. */
export function coveredBy({ tokens }: ClauseTree, span: DateExpression['span']): readonly Token[] {
  return tokens.filter((token) => token.span[0] < span[1] && token.span[1] > span[0]);
}

/** The preposition of a date, whichever of its words it hangs on; '' for none. */
export function markerOf(tree: ClauseTree, { span }: DateExpression): string {
  return (
    coveredBy(tree, span)
      .map((token) => caseOf(tree, token))
      .find((marker) => marker !== '') ?? ''
  );
}

/** Where the words of a date begin. */
export function firstAt(tree: ClauseTree, { span }: DateExpression): number {
  return tree.tokens.findIndex((token) => token.span[1] > span[0]);
}

/** The word before a date and its preposition: "trial" of "a trial in May". */
export function wordBefore(tree: ClauseTree, date: DateExpression): Token | undefined {
  const [first] = coveredBy(tree, date.span);
  const before = first && tree.tokens[first.at - 1];
  return before?.relation === 'case' && before.upos === 'ADP' ? tree.tokens[before.at - 1] : before;
}

/** The first word after a date. */
export function nextOf(tree: ClauseTree, { span }: DateExpression): Token | undefined {
  return tree.tokens.find((token) => token.span[0] >= span[1]);
}

/** The verb that goes before in a clause. */
export function verbBefore(tree: ClauseTree, token: Token, candidates: readonly Token[]): Token | undefined {
  for (let at = token.at; at >= 0; at -= 1) {
    const before = tokenAt(tree, at);
    if (/^[;:—–]$/u.test(before.text)) return undefined;
    if (before.upos === 'VERB' && before.relation !== 'amod') return candidates.includes(before) ? before : undefined;
  }
  return undefined;
}
