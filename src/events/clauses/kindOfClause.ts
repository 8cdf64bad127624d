import { KIND_OF_NOUN, KIND_OF_VERB } from '../lexicon/kindWords.ts';
import { nounSense, verbSense } from '../lexicon/senses.ts';
import { kindOf, type Participant } from '../lexicon/kindOf.ts';
import type { EventKind } from '../mentions/triggers.ts';
import { isLight } from './clauseDates.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { agentOf, objectOf, particleOf, subjectOf } from './participants.ts';
import { caseOf, childBy, childrenOf } from './treeWalk.ts';
import { verbGroup } from './verbGroup.ts';

const PHRASES: Readonly<Record<string, EventKind>> = {
  'lay off': 'layoff',
  'shoot down': 'attack',
  'gun down': 'shooting',
  'blow up': 'bombing',
  'step down': 'departure',
  'take over': 'appointment',
  'lift off': 'launch',
  'blast off': 'launch',
  'turn down': 'decision',
  'call off': 'closure',
  'set up': 'founding',
  'swear in': 'appointment',
  'shut down': 'closure',
  'close down': 'closure',
  'shut off': 'closure',
  'roll out': 'launch',
  'hand over': 'release',
  'rule out': 'statement',
  'point out': 'statement',
  'speak out': 'statement',
  'pull out': 'departure',
  'drop out': 'departure',
  'hold back': 'decision',
  'burn down': 'arson',
  'break down': 'accident',
  'carry out': 'operation',
  'pass away': 'death',
  'go up': 'growth',
  'go down': 'decline',
  'buy out': 'purchase',
  'sell off': 'purchase',
  'cut back': 'decline',
  'kick off': 'match',
  'face off': 'match',
  'lock up': 'arrest',
  'round up': 'arrest',
  'break up': 'closure',
  'bring back': 'decision',
  'find out': 'discovery',
};
/** Intransitive verbs that leave it to their subject to say what happened. */
const HAPPENS =
  /^(?:occur|happen|begin|start|end|continue|erupt|break|open|resume|come|follow|take|unfold|ensue|conclude|finish|schedule|plan|hold|set|due|intensify|stage)$/u;
/** What is counted in matches. */
const POINTS =
  /^(?:point|goal|touchdown|run|yard|rebound|assist|basket|pass|wicket|lap|homer|pointer|penalty|shot|birdie|free-throw|try|inning|set)$/u;
const NUMBERS = /^(?:percent|%|\$|€|£|point|points|cent|cents|per|million|billion)$/u;

/** Says what kind of event a candidate tells: by its words, then by what it is done to and by whom. */
export function kindOfClause(tree: ClauseTree, token: Token): EventKind {
  if (token.upos !== 'VERB') return nounKind(tree, token);
  return (
    sensedKind(tree, token) ?? KIND_OF_VERB.get(token.lemma) ?? lightKind(tree, token) ?? bySense(token) ?? 'other'
  );
}

/** The kind by the lexicon from WordNet, which has many more words than the list by hand, and knows them less well. */
export function lexiconKind(tree: ClauseTree, token: Token): EventKind | undefined {
  if (token.upos !== 'VERB') return kindOf(token.lemma, 'noun');
  const passive = verbGroup(tree, token).passive;
  const subject = subjectOf(tree, token);
  return kindOf(token.lemma, 'verb', {
    subject: participant(passive ? agentOf(tree, token) : subject),
    object: participant(passive ? subject : objectOf(tree, token)),
    particle: particleOf(tree, token)?.text,
    hasClause: childBy(tree, token, /^(?:ccomp|xcomp)$/u) !== undefined,
  });
}

function participant(token: Token | undefined): Participant | undefined {
  if (!token) return undefined;
  const name =
    token.upos === 'PROPN' && /^\p{Lu}/u.test(token.written)
      ? (NAMES[token.name?.kind ?? 'misc'] ?? 'unknown')
      : undefined;
  return { lemma: token.lemma, name, isPlural: token.upos === 'NOUN' && token.text !== token.lemma };
}

const NAMES: Readonly<Record<string, Participant['name']>> = { person: 'person', org: 'group', place: 'place' };

function nounKind(tree: ClauseTree, token: Token): EventKind {
  if (token.text === 'up') return 'growth';
  if (token.text === 'down') return 'decline';
  if (
    token.lemma === 'loss' &&
    childrenOf(tree, token).some((child) => /^(?:to|at|against)$/u.test(caseOf(tree, child)))
  )
    return 'match';
  const kind = KIND_OF_NOUN.get(token.lemma) ?? KIND_OF_VERB.get(token.lemma);
  if (token.lemma === 'trial' || token.lemma === 'investigation') {
    const medical = childrenOf(tree, token).some(({ text }) =>
      /^(?:clinical|drug|vaccine|medical|phase|scientific)$/u.test(text),
    );
    return medical ? 'study' : (kind ?? 'trial');
  }
  return kind ?? 'other';
}

/** Senses that the participants decide. */
function sensedKind(tree: ClauseTree, verb: Token): EventKind | undefined {
  const { lemma } = verb;
  const particle = particleOf(tree, verb)?.text;
  if (particle !== undefined) {
    const phrase = PHRASES[`${lemma} ${particle}`];
    if (phrase) return phrase;
  }
  if (verb.lemma === 'step' && childrenOf(tree, verb).some(({ text }) => text === 'down' || text === 'aside'))
    return 'departure';
  const group = verbGroup(tree, verb);
  const subject = subjectOf(tree, verb);
  const object = group.passive ? subject : objectOf(tree, verb);
  const thing = object && classOf(object);
  if (object && POINTS.test(object.lemma) && !/^(?:lose|deduct|make)$/u.test(lemma)) return 'performance';
  if (
    object &&
    /^(?:employment|job|worker|employee|staff|contract)$/u.test(object.lemma) &&
    /^(?:terminate|cut|eliminate|slash|shed|axe|dismiss)$/u.test(lemma)
  )
    return 'layoff';
  switch (lemma) {
    case 'gather':
      return object ? 'other' : 'meeting';
    case 'send':
      if (object && nounSense(object.lemma) === 'communication') return 'statement';
      return object && (thing === 'person' || thing === 'pronoun')
        ? 'departure'
        : object && /^(?:troop|force|soldier|ship)$/u.test(object.lemma)
          ? 'deployment'
          : 'other';
    case 'decline':
    case 'refuse':
      if (childBy(tree, verb, /^xcomp$/u)) return lemma === 'decline' ? 'statement' : 'decision';
      return lemma === 'refuse' ? 'decision' : undefined;
    case 'deny':
      return object &&
        childBy(tree, verb, /^ccomp$/u) === undefined &&
        childrenOf(tree, verb).some(({ relation, at }) => relation === 'iobj' || (relation === 'obl' && at > verb.at))
        ? 'decision'
        : 'statement';
    case 'serve':
    case 'become':
      return childrenOf(tree, verb).some((child) => child.at > verb.at && nounSense(child.lemma) === 'person')
        ? 'appointment'
        : undefined;
    case 'average':
    case 'trend':
      return 'growth';
    case 'miss':
      return object && KIND_OF_NOUN.get(object.lemma) === 'match' ? 'match' : 'performance';
    case 'fire':
      if (object && /^(?:shot|round|bullet|missile|rocket|gun|weapon|mortar|teargas|gas|volley)s?$/u.test(object.lemma))
        return 'shooting';
      return thing === 'person' || thing === 'group' ? 'layoff' : 'shooting';
    case 'lay':
      return particle === 'off' ? 'layoff' : 'other';
    case 'execute':
      return thing === 'person' || thing === 'name' ? 'killing' : object ? 'operation' : 'killing';
    case 'demonstrate':
    case 'show':
    case 'find':
      if (childBy(tree, verb, /^ccomp$/u)) return lemma === 'show' ? 'study' : 'discovery';
      if (lemma === 'demonstrate') return object ? 'discovery' : 'protest';
      return undefined;
    case 'strike':
      if (object && KIND_OF_NOUN.get(object.lemma) === 'agreement') return 'agreement';
      if (subject && KIND_OF_NOUN.get(subject.lemma) === 'disaster') return 'disaster';
      return object ? (thing === 'thing' || thing === 'abstract' ? 'accident' : 'attack') : 'other';
    case 'hit':
      if (subject && KIND_OF_NOUN.get(subject.lemma) === 'disaster') return 'disaster';
      return object && thing !== 'abstract' && thing !== 'number' ? 'attack' : 'other';
    case 'beat':
      return thing === 'person' && !group.passive
        ? 'attack'
        : thing === 'name' || thing === 'group'
          ? 'victory'
          : group.passive
            ? 'attack'
            : 'victory';
    case 'kill':
    case 'injure':
    case 'wound':
    case 'hurt':
      return harmKind(tree, verb, {
        subject: group.passive ? undefined : subject,
        kind: lemma === 'kill' ? 'killing' : 'injury',
      });
    case 'die':
      return subject && (classOf(subject) === 'abstract' || nounSense(subject.lemma) === 'communication')
        ? 'other'
        : 'death';
    case 'release':
    case 'free':
      return thing === 'person' || thing === 'name' || thing === 'pronoun'
        ? 'release'
        : object && nounSense(object.lemma) === 'communication'
          ? 'publication'
          : object
            ? 'launch'
            : 'release';
    case 'issue':
    case 'make':
    case 'give':
    case 'take':
    case 'hold':
    case 'have':
    case 'begin':
    case 'start':
    case 'launch':
    case 'impose':
    case 'file':
    case 'announce':
    case 'win':
    case 'receive':
    case 'get':
    case 'score':
    case 'carry':
    case 'conduct':
    case 'stage':
      return lightKind(tree, verb);
    case 'order':
      return childBy(tree, verb, /^(?:xcomp|ccomp)$/u) || (object && thing !== 'thing') ? 'order' : 'purchase';
    case 'charge':
      return object && NUMBERS.test(object.lemma) ? 'other' : 'trial';
    case 'raise':
      if (object && /^(?:alarm|concern|question|doubt|issue|objection|fear)$/u.test(object.lemma))
        return object.lemma === 'alarm' ? 'warning' : 'statement';
      return object && subject && !group.passive && classOf(subject) !== 'abstract' ? 'decision' : undefined;
    case 'cut':
    case 'lower':
    case 'increase':
    case 'reduce':
      return object && subject && !group.passive && classOf(subject) !== 'abstract' ? 'decision' : undefined;
    case 'fall':
    case 'drop':
    case 'rise':
    case 'slip':
    case 'jump':
    case 'climb':
    case 'grow':
    case 'sink':
      if (object && thing !== 'number' && !hasNumber(tree, verb)) return lemma === 'drop' ? 'decision' : undefined;
      return subject &&
        /^(?:person|pronoun)$/u.test(classOf(subject)) &&
        childrenOf(tree, verb).some((child) => /^(?:from|off|into|on|down)$/u.test(caseOf(tree, child))) &&
        !hasNumber(tree, verb)
        ? 'accident'
        : undefined;
    case 'close':
      return hasNumber(tree, verb) ? 'growth' : 'closure';
    case 'lose':
      return object &&
        (thing === 'abstract' || thing === 'thing' || thing === 'person') &&
        KIND_OF_NOUN.get(object.lemma) !== 'match'
        ? undefined
        : 'match';
    case 'try':
      return childBy(tree, verb, /^xcomp$/u) ? 'other' : 'trial';
    case 'catch':
      return group.passive || thing === 'person' ? 'arrest' : 'performance';
    case 'sign':
      return thing === 'name' || thing === 'person' ? 'appointment' : 'agreement';
    case 'bear':
      return verb.text === 'born' ? 'birth' : 'other';
    case 'open':
      if (object && object.lemma === 'fire') return 'shooting';
      return undefined;
    case 'use':
    case 'work':
    case 'live':
      return 'other';
    case 'return':
      return object && thing !== 'name' ? 'other' : 'visit';
    case 'reach':
    case 'secure':
      if (object && KIND_OF_NOUN.get(object.lemma)) return KIND_OF_NOUN.get(object.lemma);
      if (hasNumber(tree, verb)) return 'growth';
      return lemma === 'reach' ? (object && thing !== 'name' ? 'other' : 'visit') : 'agreement';
    default:
      return undefined;
  }
}

function harmKind(
  tree: ClauseTree,
  verb: Token,
  { subject, kind }: { subject: Token | undefined; kind: 'killing' | 'injury' },
): EventKind {
  if (subject) {
    const cause = KIND_OF_NOUN.get(subject.lemma);
    if (cause === 'accident' || cause === 'disaster') return kind === 'killing' ? 'death' : 'injury';
    return kind;
  }
  const causes = childrenOf(tree, verb).filter(({ relation }) => /^(?:obl|advcl)/u.test(relation));
  const accident = causes.some((cause) => {
    const told = KIND_OF_NOUN.get(cause.lemma);
    if (cause.upos !== 'VERB') return told === 'accident' || told === 'disaster';
    return /^(?:fall|crash|collide|collapse|capsize|derail|overturn|sink|slip|explode|plunge|hit|strike)$/u.test(
      cause.lemma,
    );
  });
  if (!accident) return kind;
  return kind === 'killing' ? 'death' : 'injury';
}

function hasNumber(tree: ClauseTree, verb: Token): boolean {
  return childrenOf(tree, verb).some(
    (child) =>
      child.at > verb.at &&
      (child.upos === 'NUM' ||
        child.upos === 'SYM' ||
        NUMBERS.test(child.lemma) ||
        childrenOf(tree, child).some(({ relation }) => relation === 'nummod')) &&
      child.name?.kind !== 'time',
  );
}

/** The kind of the noun that a light verb leaves it to. */
function lightKind(tree: ClauseTree, verb: Token): EventKind | undefined {
  const subject = subjectOf(tree, verb);
  const passive = verbGroup(tree, verb).passive;
  const object = passive ? subject : objectOf(tree, verb);
  if (object && isLight(verb.lemma)) {
    const kind = KIND_OF_NOUN.get(object.lemma);
    if (kind) return verb.lemma === 'win' && kind === 'match' ? 'victory' : kind;
  }
  if (subject && HAPPENS.test(verb.lemma)) {
    const kind = KIND_OF_NOUN.get(subject.lemma);
    if (kind) return kind;
  }
  return undefined;
}

function bySense({ lemma, event }: Token): EventKind | undefined {
  return event === 'REPORTING' || (event !== undefined && verbSense(lemma) === 'communication')
    ? 'statement'
    : undefined;
}

function classOf({ upos, written, lemma, name }: Token): string {
  if (upos === 'PRON') return /^(?:it|that|this|which)$/iu.test(written) ? 'thing' : 'pronoun';
  if (upos === 'NUM' || upos === 'SYM') return 'number';
  const sense = nounSense(lemma);
  if (sense === 'person' || sense === 'group') return sense === 'person' ? 'person' : 'group';
  if (upos === 'PROPN' || name !== undefined) return 'name';
  return sense === undefined ? 'thing' : 'abstract';
}
