import { lexicalKind } from '../lexicon/kindLexicon.ts';
import type { KindContext, Participant } from '../lexicon/kindOf.ts';
import { VERB_SENSES } from '../lexicon/verbSenses.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { agentOf, objectOf, particleOf, subjectOf } from './participants.ts';
import { caseOf, childBy, childrenOf, parentOf } from './treeWalk.ts';
import { hasTo, verbGroup } from './verbGroup.ts';

const NAMES: Readonly<Record<string, Participant['name']>> = { person: 'person', org: 'group', place: 'place' };
const UNIT = /^(?:percent|%|\$|€|£|point|points|cent|cents|per|million|billion)$/u;
/** Adverbs that make one thing of a verb, as particles do: "ran aground". */
const STRANDED = /^(?:aground|ashore|adrift)$/u;
const YEAR = /^(?:1[5-9]|20)\d\d$/u;

/** Returns what is around a verb, by which its senses are told apart. */
export function verbContext(tree: ClauseTree, verb: Token): KindContext {
  const { passive } = verbGroup(tree, verb);
  const subject = subjectOf(tree, verb);
  const after = childrenOf(tree, verb).filter(({ at }) => at > verb.at);
  const infinitive = childBy(tree, verb, /^xcomp$/u);
  const complement = after.find(
    (child) => caseOf(tree, child) === 'as' || (child.relation === 'xcomp' && child.upos !== 'VERB'),
  );
  return {
    subject: participant(tree, passive ? agentOf(tree, verb) : subject),
    object: participant(
      tree,
      passive
        ? (retainedObject(tree, verb) ?? subject)
        : (objectOf(tree, verb) ?? headObject(tree, verb) ?? nounAfter(tree, verb)),
    ),
    complement: participant(tree, complement),
    obliques: new Map(
      after.flatMap((child) => {
        const part = participant(tree, child);
        const marker = markerOf(tree, child);
        return part && marker !== '' ? [[marker, part] as const] : [];
      }),
    ),
    particle: (phrasal(tree, verb) ?? after.find(({ text }) => STRANDED.test(text)))?.text,
    hasClause: childBy(tree, verb, /^(?:ccomp|xcomp)$/u) !== undefined,
    hasInfinitive: infinitive !== undefined && infinitive.upos === 'VERB' && hasTo(tree, infinitive),
    hasNumber: hasNumber(tree, verb),
  };
}

/** Verbs whose passive keeps the thing as its object: "were denied visas". */
const GIVES = /^(?:allocate|allot|award|deny|give|grant|hand|offer|owe|pay|refuse|sell|send|serve|show|teach|tell)$/u;

function retainedObject(tree: ClauseTree, verb: Token): Token | undefined {
  return GIVES.test(verb.lemma)
    ? childrenOf(tree, verb).find(({ at, relation, upos }) => at > verb.at && relation === 'obj' && upos === 'NOUN')
    : undefined;
}

/** The particle of a verb, unless it is the preposition of a time: "plans to sign on Friday". */
function phrasal(tree: ClauseTree, verb: Token): Token | undefined {
  const particle = particleOf(tree, verb) ?? lonePreposition(tree, verb);
  return particle && tree.tokens[particle.at + 1]?.name?.kind === 'time' ? undefined : particle;
}

/**
 * "Could fall through if prices drop", "dropped in.", "held back in a vault": a preposition without anything of its own after
 * it makes one verb with the word before, and so does "in" before what is no time or place: "called in the army".
 */
function lonePreposition(tree: ClauseTree, verb: Token): Token | undefined {
  const next = tree.tokens[verb.at + 1];
  if (next?.upos !== 'ADP' && next?.upos !== 'ADV') return undefined;
  const phrase = `${verb.lemma} ${next.text}`;
  const after = tree.tokens[next.at + 1];
  if (!after || /^(?:PUNCT|SCONJ|CCONJ|AUX|ADP)$/u.test(after.upos))
    return VERB_SENSES.has(phrase) || lexicalKind(phrase, 'verb') !== undefined ? next : undefined;
  const thing = childrenOf(tree, verb).find((child) => child.at > next.at && caseOf(tree, child) === 'in');
  return next.text === 'in' && VERB_SENSES.has(phrase) && thing && !/^(?:time|place)$/u.test(thing.name?.kind ?? 'none')
    ? next
    : undefined;
}

/** Returns true if a number follows a verb that is no year: "fell by 3 percent", "led 14-7". */
function hasNumber(tree: ClauseTree, verb: Token): boolean {
  return childrenOf(tree, verb).some(
    (child) =>
      child.at > verb.at &&
      child.name?.kind !== 'time' &&
      !YEAR.test(child.text) &&
      (/^(?:NUM|SYM)$/u.test(child.upos) ||
        UNIT.test(child.lemma) ||
        childrenOf(tree, child).some(({ relation }) => relation === 'nummod')),
  );
}

/** "The order that she plans to sign": what a relative clause without an object of its own is about. */
function headObject(tree: ClauseTree, verb: Token): Token | undefined {
  let at = verb;
  for (let head = parentOf(tree, at); head; head = parentOf(tree, at)) {
    if (at.relation.startsWith('acl')) {
      const own = childBy(tree, at, /^nsubj/u);
      return own && !/^(?:who|which|that)$/u.test(own.text) && head.upos === 'NOUN' ? head : undefined;
    }
    if (at.relation !== 'xcomp') return undefined;
    at = head;
  }
  return undefined;
}

const LINKING =
  /^(?:appoint|be|become|call|choose|consider|declare|deem|elect|feel|look|make|name|pronounce|remain|seem|turn)$/u;
const TIME_UNIT =
  /^(?:second|minute|hour|day|night|morning|afternoon|evening|week|weekend|month|season|year|decade|century|today|yesterday|tomorrow|home)$/u;

/** "Opened fire", "stocks hit a low": the noun right after a verb, where the reader takes it for something other than its object. */
function nounAfter(tree: ClauseTree, verb: Token): Token | undefined {
  const noun = tree.tokens.slice(verb.at + 1).find(({ upos }) => !/^(?:DET|ADJ|NUM)$/u.test(upos));
  return noun?.upos === 'NOUN' &&
    noun.head === verb.at &&
    noun.name?.kind !== 'time' &&
    /^(?:xcomp|obl|dep|nmod|compound|conj|advmod)/u.test(noun.relation) &&
    !TIME_UNIT.test(noun.lemma) &&
    !LINKING.test(verb.lemma)
    ? noun
    : undefined;
}

/** The preposition before a phrase, also where the tree has it elsewhere. */
function markerOf(tree: ClauseTree, token: Token): string {
  const own = caseOf(tree, token);
  if (own !== '') return own;
  const before = tree.tokens.slice(0, token.at).findLast(({ upos }) => !/^(?:DET|ADJ|NUM)$/u.test(upos));
  return before?.upos === 'ADP' ? before.text : '';
}

const QUANTITY =
  /^(?:hundred|thousand|dozen|million|score|number|majority|handful|series|string|wave|spate|flurry|round|batch|range|host|couple|pair|most|some|many|half|two|three)s?$/u;

/** What a noun that only counts has after it: "attacks" of "a series of attacks"; the noun itself if it counts nothing. */
export function countedBy(tree: ClauseTree, noun: Token): Token {
  // "The number of deaths has risen": the number does.
  const isAmount = noun.text === 'number' && childrenOf(tree, noun).some(({ text }) => text === 'the');
  const counted =
    QUANTITY.test(noun.text) && !isAmount
      ? childrenOf(tree, noun).find((child) => child.at > noun.at && caseOf(tree, child) === 'of')
      : undefined;
  return counted ?? noun;
}

function participant(tree: ClauseTree, head: Token | undefined): Participant | undefined {
  if (!head) return undefined;
  const token = countedBy(tree, head);
  const { upos, written, name, text, lemma } = token;
  if (upos === 'NUM' || upos === 'SYM') return { lemma, isNumber: true };
  const isName = upos === 'PROPN' && /^\p{Lu}/u.test(written);
  const known = name && NAMES[name.kind];
  // "The Nobel Prize", "the World Cup": a name whose head says what it is.
  if (isName && known === undefined && lexicalKind(lemma, 'noun') !== undefined) return { lemma };
  return {
    lemma,
    name: isName ? (known ?? 'unknown') : undefined,
    isPlural: upos === 'NOUN' && text !== lemma,
    isNamed: childrenOf(tree, token).some(
      (child) => child.relation === 'compound' && child.upos === 'PROPN' && /^\p{Lu}/u.test(child.written),
    ),
  };
}
