import { nounClass } from '../lexicon/kindLexicon.ts';
import { KIND_OF_NOUN } from '../lexicon/kindWords.ts';
import type { EventKind } from '../mentions/triggers.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { objectOf, subjectOf } from './participants.ts';
import { childrenOf } from './treeWalk.ts';
import { verbGroup } from './verbGroup.ts';

const FALLS = /^(?:fall|crash|collide|collapse|capsize|derail|overturn|sink|slip|explode|plunge|hit|strike)$/u;

const BUSINESS =
  /^(?:business|demand|division|earning|earnings|economy|export|industry|output|profit|revenue|sale|sector|tourism|trade|unit)$/u;

/** Returns the kind of "kill", "injure" and the like: what an accident does is a death, not a killing. */
export function harmKind(tree: ClauseTree, verb: Token): EventKind {
  const kills = verb.lemma === 'kill';
  const subject = verbGroup(tree, verb).passive ? undefined : subjectOf(tree, verb);
  const isAccident = subject
    ? isMishap(subject)
    : childrenOf(tree, verb).some(
        (cause) =>
          /^(?:obl|advcl)/u.test(cause.relation) && (cause.upos === 'VERB' ? FALLS.test(cause.lemma) : isMishap(cause)),
      );
  // "The division was hurt by high prices".
  const hurt = verb.lemma === 'hurt' ? hurtOf(tree, verb) : undefined;
  if (
    hurt?.upos === 'NOUN' &&
    (BUSINESS.test(hurt.lemma) || /^(?:amount|group|money)$/u.test(nounClass(hurt.lemma) ?? ''))
  )
    return 'decline';
  if (!kills) return 'injury';
  return isAccident ? 'death' : 'killing';
}

function hurtOf(tree: ClauseTree, verb: Token): Token | undefined {
  return verbGroup(tree, verb).passive ? subjectOf(tree, verb) : objectOf(tree, verb);
}

/** An accident, a disaster, or a vehicle. */
function isMishap({ lemma }: Token): boolean {
  return /^(?:accident|disaster)$/u.test(KIND_OF_NOUN.get(lemma) ?? '') || nounClass(lemma) === 'vehicle';
}
