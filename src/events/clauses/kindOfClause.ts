import { lexicalKind } from '../lexicon/kindLexicon.ts';
import { senseOf, type KindContext } from '../lexicon/kindOf.ts';
import { KIND_OF_NOUN, KIND_OF_VERB } from '../lexicon/kindWords.ts';
import { verbSense } from '../lexicon/senses.ts';
import type { EventKind } from '../mentions/triggers.ts';
import { isLight } from './clauseDates.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { harmKind } from './harmKind.ts';
import { nounKind } from './nounKind.ts';
import { verbContext } from './verbContext.ts';

/** Intransitive verbs that leave it to their subject to say what happened. */
const HAPPENS =
  /^(?:occur|happen|begin|start|end|continue|erupt|break|open|resume|come|follow|take|unfold|ensue|conclude|finish|schedule|plan|hold|set|due|intensify|stage)$/u;
/** What is counted in matches. */
const POINTS =
  /^(?:point|goal|touchdown|run|yard|rebound|assist|basket|pass|wicket|lap|homer|pointer|penalty|shot|birdie|free-throw|try|inning|set)$/u;
const HARM = /^(?:kill|injure|wound|hurt)$/u;

/**
 * Says what kind of event a candidate tells. Of a verb, what is around it decides first, then the list by hand, then the
 * noun that a light verb leaves it to, then the lexicon from WordNet, which has many more words and knows them less well.
 */
export function kindOfClause(tree: ClauseTree, token: Token): EventKind {
  return knownKind(tree, token) ?? lexicalKind(baseOf(token.lemma), 'verb') ?? 'other';
}

/** The kind without the lexicon from WordNet: undefined of a word that only that has. */
export function knownKind(tree: ClauseTree, token: Token): EventKind | undefined {
  if (token.upos !== 'VERB') return nounKind(tree, token);
  if (HARM.test(token.lemma)) return harmKind(tree, token);
  if (token.text === 'born') return 'birth';
  const context = verbContext(tree, token);
  const lemma = baseOf(token.lemma);
  return (
    pointsKind(lemma, context) ??
    senseOf(lemma, context) ??
    leftToNoun(lemma, context) ??
    KIND_OF_VERB.get(lemma) ??
    bySense(token)
  );
}

/** "Re-elect" and "recommence" are of the kind of what is done again. */
function baseOf(lemma: string): string {
  if (KIND_OF_VERB.has(lemma) || lexicalKind(lemma, 'verb') !== undefined) return lemma;
  const base = /^re-?(?<base>\p{L}{4,})$/u.exec(lemma)?.groups?.['base'];
  return base !== undefined && (KIND_OF_VERB.has(base) || lexicalKind(base, 'verb') !== undefined) ? base : lemma;
}

function pointsKind(lemma: string, { object }: KindContext): EventKind | undefined {
  return object && POINTS.test(object.lemma) && !/^(?:lose|deduct|make|win)$/u.test(lemma) ? 'performance' : undefined;
}

/** The kind of the noun that a light verb leaves it to. */
function leftToNoun(lemma: string, { subject, object }: KindContext): EventKind | undefined {
  const done = object && isLight(lemma) ? KIND_OF_NOUN.get(object.lemma) : undefined;
  if (done) return lemma === 'win' && done === 'match' ? 'victory' : done;
  const happening = object ?? subject;
  return happening && HAPPENS.test(lemma) ? KIND_OF_NOUN.get(happening.lemma) : undefined;
}

function bySense({ lemma, event }: Token): EventKind | undefined {
  return event === 'REPORTING' || (event !== undefined && verbSense(lemma) === 'communication')
    ? 'statement'
    : undefined;
}
