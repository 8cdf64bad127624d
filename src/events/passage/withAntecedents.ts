import type { Actor, Clause } from '../clauses/clause.ts';
import { nameSpan } from '../clauses/clauseActors.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { coordinated } from '../clauses/participants.ts';
import { nounClass } from '../lexicon/kindLexicon.ts';
import { nounSense } from '../lexicon/senses.ts';
import { antecedentsIn, type Antecedents } from './antecedents.ts';

/**
 * Names the actors that a clause has as pronouns, where it is clear who is meant; marked as inferred if another sentence
 * names them. An "it" that stands for nothing that acts is no actor.
 */
export function withAntecedents(clauses: readonly Clause[]): readonly Clause[] {
  const trees: (ClauseTree | undefined)[] = [];
  for (const { tree, place } of clauses) trees[place.index] = tree;
  const antecedents = antecedentsIn(Array.from(trees));
  return clauses.map((clause): Clause => {
    const actors = clause.actors.flatMap((actor) => named(clause.tree, actor, antecedents));
    return { ...clause, actors, antecedents };
  });
}

function named(tree: ClauseTree, actor: Actor, antecedents: Antecedents): readonly Actor[] {
  const token = tree.tokens.find(({ span }) => span[0] === actor.span[0]);
  if (token?.upos !== 'PRON' || token.span[1] !== actor.span[1]) return [actor];
  const meant = antecedents.get(token);
  if (!meant || (token.text === 'they' && !canAct(meant.token))) return /^its?$/u.test(token.text) ? [] : [actor];
  const spans = coordinated(meant.tree, meant.token).map((each) => nameSpan(meant.tree, each));
  return spans.flatMap((span): readonly Actor[] =>
    span === undefined ? [] : [meant.tree === tree ? { span } : { span, inferred: 'context' }],
  );
}

/** Whether a name or noun stands for somebody, as "chances" and "efforts" do not. */
function canAct({ upos, lemma }: Token): boolean {
  if (upos !== 'NOUN') return true;
  return (
    /^(?:person|group)$/u.test(nounSense(lemma) ?? '') || /^(?:person|group|animal)$/u.test(nounClass(lemma) ?? '')
  );
}
