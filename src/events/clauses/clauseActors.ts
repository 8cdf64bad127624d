import type { Span } from '../../language/span.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { agentOf, coordinated, objectOf, subjectOf } from './participants.ts';
import { caseOf, childBy, childrenOf, parentOf, subtree, relationOf } from './treeWalk.ts';
import { isLight } from '../clauseDates/clauseDates.ts';
import { isOneWord } from './labelEnd.ts';
import { subjectByPlace } from './subjectByPlace.ts';
import { hasTo, verbGroup } from './verbGroup.ts';
import { KIND_OF_NOUN } from '../lexicon/kindWords.ts';
import type { EventKind } from '../mentions/triggers.ts';

/** Kinds whose nouns are owned by whom they happen to: "Hale's arrest". */
const SUFFERED: ReadonlySet<EventKind> = new Set([
  'arrest',
  'death',
  'killing',
  'injury',
  'illness',
  'birth',
  'kidnapping',
  'release',
  'appointment',
  'layoff',
  'trial',
  'closure',
  'opening',
  'award',
]);
const ACTORS_MAX = 6;

/** Finds who does what a candidate tells, as spans of the source. */
export function clauseActors(tree: ClauseTree, token: Token, kind: EventKind): readonly Span[] {
  const found = actingTokens(tree, token, kind).flatMap((each) => coordinated(tree, each));
  const spans = found.map((each) => nameSpan(tree, each)).filter((span) => span !== undefined);
  return spans.filter(([start], index) => spans.findIndex(([other]) => other === start) === index).slice(0, ACTORS_MAX);
}

function actingTokens(tree: ClauseTree, token: Token, kind: EventKind): readonly Token[] {
  const agent = agentOf(tree, token);
  if (token.upos === 'VERB') {
    if (verbGroup(tree, token).passive && !hasTo(tree, token)) return agent ? [agent] : [];
    const award = kind === 'award' && GIVES.test(token.lemma) ? awardOf(tree, token) : undefined;
    const receiver = award && receiverOf(tree, award, token);
    if (receiver) return [receiver];
    const subject = wanterOf(tree, token) ?? subjectOf(tree, token) ?? subjectByPlace(tree, token);
    return subject && isActor(subject) && !isNobody(tree, subject) ? [subject] : [];
  }
  const owner = childrenOf(tree, token).find(({ relation }) => relation === 'nmod:poss');
  if (agent) return isNobody(tree, agent) ? [] : [agent];
  const parties = partiesOf(tree, token);
  if (parties.length > 0) return parties;
  if (owner && !SUFFERED.has(kind) && isActor(owner)) return [owner];
  const head = parentOf(tree, token);
  if (head?.upos === 'VERB' && relationOf(token) === 'obj' && !verbGroup(tree, head).passive) {
    if (kind === 'award') {
      const receiver = receiverOf(tree, token, head);
      if (receiver) return [receiver];
    }
    const subject =
      isLight(head.lemma) || /^(?:seek|plan|announce|order|demand|propose|want)$/u.test(head.lemma)
        ? subjectOf(tree, head)
        : undefined;
    return subject && isActor(subject) ? [subject] : [];
  }
  const modifier = childrenOf(tree, token).find(
    ({ relation, upos, written, name }) =>
      relation === 'compound' &&
      upos === 'PROPN' &&
      /^\p{Lu}/u.test(written) &&
      name?.kind !== 'place' &&
      name?.kind !== 'time',
  );
  return modifier && !SUFFERED.has(kind) ? [modifier] : [];
}

/** "Talks between the club and its owner": those between whom something is. */
function partiesOf(tree: ClauseTree, noun: Token): readonly Token[] {
  const between = childrenOf(tree, noun).find(
    (child) => child.relation === 'nmod' && caseOf(tree, child) === 'between',
  );
  if (!between) return [];
  const joins = (other: Token): boolean =>
    childrenOf(tree, other).some(({ relation, text }) => relation === 'cc' && text === 'and');
  // The reader hangs the second one now from the noun, now from the first one.
  const second = childrenOf(tree, noun).find(
    (child) => child.relation === 'nmod' && child.at > between.at && joins(child),
  );
  return [between, ...(second ? [second] : [])].filter(isActor);
}

/** Verbs of which who gets the thing is named first. */
const GIVES = /^(?:bring|give|hand|earn|award|present|win)$/u;

function awardOf(tree: ClauseTree, verb: Token): Token | undefined {
  return childrenOf(tree, verb).findLast(
    ({ relation, at, lemma }) => at > verb.at && relation.startsWith('obj') && KIND_OF_NOUN.get(lemma) === 'award',
  );
}

/** "Brought Axel and Bell a prize": who is named before the award's article. */
function receiverOf(tree: ClauseTree, award: Token, verb: Token): Token | undefined {
  const article = childBy(tree, award, /^(?:det|nummod)/u)?.at ?? award.at;
  const named = tree.tokens
    .slice(verb.at + 1, article)
    .find(({ upos, name }) => upos === 'PROPN' && name?.kind !== 'time');
  return named ?? [objectOf(tree, verb)].find((object) => object && object.at < article);
}

/** "Norway wants Britain to extradite him": whoever wants it acts. */
function wanterOf(tree: ClauseTree, verb: Token): Token | undefined {
  const head = parentOf(tree, verb);
  if (verb.relation !== 'xcomp' || !head || !/^(?:want|ask|urge|order|demand|press|call)$/u.test(head.lemma))
    return undefined;
  return verbGroup(tree, head).passive ? undefined : subjectOf(tree, head);
}

/** "No party won a majority". */
function isNobody(tree: ClauseTree, actor: Token): boolean {
  return childrenOf(tree, actor).some(({ text, relation }) => text === 'no' && relation === 'det');
}

/** Times, amounts and clauses do nothing, nor does what itself only happens: "the match kicked off". */
function isActor({ upos, name, text, lemma, event, written }: Token): boolean {
  return (
    name?.kind !== 'time' &&
    !(event === 'OCCURRENCE' && upos === 'NOUN' && KIND_OF_NOUN.has(lemma) && /^\p{Ll}/u.test(written)) &&
    /^(?:NOUN|PROPN|PRON|ADJ|NUM|X|DET)$/u.test(upos) &&
    !/^(?:there|this|that|which|what|these|those|one|all|some|many)$/u.test(text)
  );
}

const DETERMINER =
  /^(?:the|a|an|this|that|these|those|its|his|her|their|our|my|your|some|any|each|every|both|all|another|other|whose)$/u;
const WITHIN_NAME = /^(?:amod|compound|flat|nummod|nmod:poss|advmod|fixed|case|dep|nmod|appos)/u;

/**
 * The words of a participant without its article, relative clauses and appositions: "Alder Museum", "Tunisian security
 * forces", "House of Lords". A person's name stands for the titles before it.
 */
export function nameSpan(tree: ClauseTree, token: Token): Span | undefined {
  const core = coreOf(tree, namedToken(tree, token));
  const first =
    core.find(({ text, relation }) => !DETERMINER.test(text) && !/^\p{P}+$/u.test(text) && relation !== 'case') ??
    token;
  const last = core.at(-1) ?? token;
  if (last.at < first.at) return undefined;
  // "Moon Jae-in", which the reader parts behind the hyphen.
  const rest = last.written.endsWith('-') ? tree.tokens.find(({ span }) => span[0] === last.span[1]) : undefined;
  return [first.span[0], (rest ?? last).span[1]];
}

/** "The leader of the party, Ann Hale": the name rather than the office. */
function namedToken(tree: ClauseTree, token: Token): Token {
  if (token.upos !== 'NOUN') return token;
  const name = childrenOf(tree, token).find(
    ({ relation, upos, name, at }) =>
      /^(?:appos|nmod)$/u.test(relation) &&
      upos === 'PROPN' &&
      /^(?:person|organi[sz]ation|org)$/u.test(name?.kind ?? '') &&
      at > token.at &&
      // "Their nominee for governor, Jim Hood", which the reader takes for a part of the office.
      (relation === 'appos' || (name?.kind === 'person' && tree.tokens[at - 1]?.text === ',')),
  );
  return name && isCapital(name) ? name : token;
}

/** Nouns that only count what follows: "hundreds of people". */
const QUANTITY =
  /^(?:hundred|thousand|dozen|million|score|group|number|majority|handful|crowd|pair|couple|most|some|many|few|all|none|half|tens|two|three|more)s?$/u;

/** The unbroken run of words around a head that belong to its phrase. */
function coreOf(tree: ClauseTree, token: Token): readonly Token[] {
  const below = new Set(
    subtree(tree, token, (child) => {
      const { relation } = child;
      if (!WITHIN_NAME.test(relation)) return relation !== 'det';
      if (relation === 'appos') return true;
      if (/^nmod$/u.test(relation))
        return !(
          caseOf(tree, child) === 'of' &&
          ((isCapital(child) && isCapital(token)) || (child.head === token.at && QUANTITY.test(token.text)))
        );
      return relation === 'amod' && child.upos === 'VERB' && child.at > token.at;
    }).map(({ at }) => at),
  );
  for (const { at, text } of tree.tokens)
    if (/^[-–.&]$/u.test(text) && below.has(at - 1) && below.has(at + 1)) below.add(at);
  let first = token.at;
  let last = token.at;
  while (below.has(first - 1) || isOneWord(tree, first - 1)) first -= 1;
  while (below.has(last + 1) || isOneWord(tree, last)) last += 1;
  for (let before = tree.tokens[first - 1]; before && isSameName(before, token); before = tree.tokens[first - 1])
    first -= 1;
  const run = tree.tokens.slice(first, last + 1);
  const possessive = run.findLastIndex(({ text }) => /^'s?$/u.test(text));
  return possessive === run.length - 1 ? run.slice(0, possessive) : run;
}

/** "Dunmore Central", where the reader has two subjects or objects. */
function isSameName(before: Token, token: Token): boolean {
  return (
    before.upos === 'PROPN' &&
    token.upos === 'PROPN' &&
    isCapital(before) &&
    before.relation === token.relation &&
    before.head === token.head &&
    before.name?.kind === token.name?.kind
  );
}

function isCapital({ written }: Token): boolean {
  return /^\p{Lu}/u.test(written);
}
