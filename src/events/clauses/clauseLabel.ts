import type { Span } from '../../language/span.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { labelEnd, phraseAfter } from './labelEnd.ts';
import { isDangling, isOfList, phraseAround } from './phraseAround.ts';
import { objectOf, particleOf, subjectOf } from './participants.ts';
import { childrenOf, isOpposed, isParted, parentOf, subtree, tokenAt } from './treeWalk.ts';
import { hasTo, verbGroup } from './verbGroup.ts';

const PHRASE_MAX_WORDS = 12;
const SUBJECT_MAX_WORDS = 8;
const GROUP_MAX_WORDS = 6;
/** What a label is made without: clauses, asides, and whatever else could be another event. */
const OUTSIDE = /^(?:acl|advcl|parataxis|appos|conj|cc|punct|ccomp|discourse|vocative|mark|nsubj|csubj|cop)/u;

/**
 * Says what happened in the source's own words: slices of the source, in order, with " … " where something is left out
 * between them.
 */
export function clauseLabel(source: string, tree: ClauseTree, token: Token): string {
  const pieces = token.upos === 'VERB' ? verbPieces(tree, token) : nounPieces(tree, token);
  let label = '';
  let end: number | undefined;
  for (const [start, to] of pieces) {
    const gap = end === undefined ? '' : source.slice(end, start);
    label +=
      (end === undefined ? '' : /^\s*$/u.test(gap) ? ' ' : ' … ') + source.slice(start, to).replace(/\s+/gu, ' ');
    end = to;
  }
  return label.replace(/[,;:]$/u, '');
}

function verbPieces(tree: ClauseTree, verb: Token): readonly Span[] {
  const subject = subjectOf(tree, verb);
  const whole = governorBefore(tree, verb) ?? verb;
  const group = verbGroup(tree, whole);
  const first = withDoubt(tree, firstOfGroup(tree, whole, group.auxiliaries));
  const own = subject && !/^(?:who|which|that)$/u.test(subject.text) ? subjectPhrase(tree, subject) : undefined;
  const isAlone = !own || own.last >= first;
  // "To be released in July", but "expand the fleet".
  const isInfinitive = tree.tokens[first - 1]?.text === 'to' && hasTo(tree, whole) && (!isAlone || first < whole.at);
  const rest = predicate(tree, verb, isInfinitive ? first - 1 : first);
  return isAlone ? [rest] : [spanAt(tree, own.first, own.last), rest];
}

/** Where the words of a verb group begin: "was built"; of "was built in 1931 and closed in 1971", "closed". */
function firstOfGroup(tree: ClauseTree, verb: Token, auxiliaries: readonly Token[]): number {
  const isOwn = ({ at }: Token): boolean =>
    at < verb.at &&
    verb.at - at < GROUP_MAX_WORDS &&
    !tree.tokens.slice(at + 1, verb.at).some(({ upos }) => upos === 'VERB');
  return auxiliaries.find(isOwn)?.at ?? verb.at;
}

/** "No longer answered", "nearly drowned": words before a verb without which a label would say that it was so. */
function withDoubt(tree: ClauseTree, first: number): number {
  let at = first;
  while (DOUBT.test(tree.tokens[at - 1]?.text ?? '')) at -= 1;
  return tree.tokens[at]?.text === 'longer' ? first : at;
}

const DOUBT = /^(?:no|longer|not|never|hardly|barely|scarcely|nearly|almost|allegedly|reportedly|supposedly)$/u;

/** "Hopes to buy land", "denied having met them": the verb right before another, which says that it is not so, or not yet. */
function governorBefore(tree: ClauseTree, verb: Token): Token | undefined {
  const head = parentOf(tree, verb);
  const isRight =
    /^(?:to|having)$/u.test(tree.tokens[verb.at - 1]?.text ?? '') && head?.upos === 'VERB' && verb.at === head.at + 2;
  return isRight && verb.relation === 'xcomp' ? head : undefined;
}

/** The words for who acts, with a noun right before a name that says what it is: "the ferry Maren". */
function subjectPhrase(tree: ClauseTree, subject: Token): { first: number; last: number } {
  const phrase = phraseAround(tree, subject, SUBJECT_MAX_WORDS, isOfList);
  const before = tree.tokens[phrase.first - 1];
  const isSame = before?.relation === subject.relation && before.head === subject.head;
  // "The ferry Maren", "Dunmore Central".
  if (isSame && subject.upos === 'PROPN' && /^(?:NOUN|PROPN)$/u.test(before.upos))
    return { first: phraseAround(tree, before, SUBJECT_MAX_WORDS).first, last: phrase.last };
  // "14 of 20 worms", where the reader has two subjects.
  const counted = before?.text === 'of' ? tree.tokens[before.at - 1] : undefined;
  if (counted?.upos === 'NUM' && counted.head === subject.head && counted.relation === subject.relation)
    return { first: counted.at, last: phrase.last };
  return phrase;
}

/** The verb group with what follows it: object and adjuncts, up to the next clause. */
function predicate(tree: ClauseTree, verb: Token, first: number): Span {
  const object = objectOf(tree, verb);
  const kept = new Set(
    subtree(tree, verb, (child) =>
      child.head === verb.at
        ? (OUTSIDE.test(child.relation) &&
            !(child.relation === 'ccomp' && child.at > verb.at && (!object || verb.event !== 'OCCURRENCE')) &&
            !/^(?:nsubj:pass)$/u.test(child.relation)) ||
          child.at < first
        : /^(?:acl:relcl|parataxis|appos|advcl)/u.test(child.relation),
    ).map(({ at }) => at),
  );
  const must = Math.max(verb.at, particleOf(tree, verb)?.at ?? 0);
  let last = verb.at;
  while (
    last + 1 < tree.tokens.length &&
    (kept.has(last + 1) || joins(tree, last + 1, kept)) &&
    !isParted(tree, last, last + 1) &&
    !isOpposed(tree, last, last + 1) &&
    last - verb.at < PHRASE_MAX_WORDS
  )
    last += 1;
  const isNear = object !== undefined && object.at - verb.at <= PHRASE_MAX_WORDS;
  if (isNear && object.at > last && !isParted(tree, last, object.at) && !isOpposed(tree, last, object.at))
    last = object.at;
  while (last > must && isDangling(tree, last)) last -= 1;
  last = Math.max(last, must);
  // What it is done to may hang from another word in the reader's tree.
  if (last === must) last = phraseAfter(tree, last, { startsWith: /^(?:DET|ADJ|NOUN|PROPN|NUM)$/u });
  return spanAt(tree, first, labelEnd(tree, { first, last, must }));
}

/** A mark or a conjunction within a phrase whose words go on after it: a hyphen, "and" of a list. */
function joins(tree: ClauseTree, at: number, kept: ReadonlySet<number>): boolean {
  const token = tree.tokens[at];
  return (
    token !== undefined &&
    kept.has(at + 1) &&
    /^(?:punct|cc)$/u.test(token.relation) &&
    !/^[,;:—–()]$/u.test(token.text)
  );
}

function nounPieces(tree: ClauseTree, noun: Token): readonly Span[] {
  const { first, last } = phraseAround(tree, noun, PHRASE_MAX_WORDS);
  const head = parentOf(tree, noun);
  // "The summit begins", "launched an attack": the verb says more than the noun alone.
  if (
    head &&
    hasPredicate(tree, head) &&
    /^(?:nsubj|obj)/u.test(noun.relation) &&
    noun.at - head.at < 8 &&
    head.at - last < PHRASE_MAX_WORDS
  ) {
    const group = verbGroup(tree, head);
    const from = group.auxiliaries[0]?.at ?? head.at;
    if (head.at > last) return [spanAt(tree, first, last), predicate(tree, head, Math.max(from, last + 1))];
    const subject = subjectOf(tree, head);
    const own =
      subject && !/^(?:who|which|that)$/u.test(subject.text)
        ? phraseAround(tree, subject, SUBJECT_MAX_WORDS)
        : undefined;
    const all: Span = spanAt(tree, from, last);
    return own && own.last < from ? [spanAt(tree, own.first, own.last), all] : [all];
  }
  const own: Span = spanAt(tree, first, nounEnd(tree, noun, { first, last }));
  const owner = head && isOnlyIts(tree, { first, last, noun }) ? subjectOf(tree, head) : undefined;
  if (!owner || (owner.upos !== 'NOUN' && owner.upos !== 'PROPN')) return [own];
  const of = phraseAround(tree, owner, SUBJECT_MAX_WORDS);
  if (of.last < first) return [spanAt(tree, of.first, of.last), own];
  return of.first > last ? [own, spanAt(tree, of.first, of.last)] : [own];
}

/** "Its 2014 founding": a noun that leaves it to a pronoun to say of what. */
function isOnlyIts(tree: ClauseTree, { first, last, noun }: { first: number; last: number; noun: Token }): boolean {
  return (
    last === noun.at &&
    childrenOf(tree, noun).some(
      ({ relation, text }) => relation === 'nmod:poss' && /^(?:its|their|his|her)$/u.test(text),
    ) &&
    tree.tokens.slice(first, last).every(({ upos }) => /^(?:PRON|DET|NUM|ADJ)$/u.test(upos))
  );
}

/** "The deaths of four members", also where the reader's tree has "members" elsewhere. */
function nounEnd(tree: ClauseTree, noun: Token, { first, last }: { first: number; last: number }): number {
  const end = last === noun.at ? phraseAfter(tree, last, { startsWith: /^ADP$/u }) : last;
  return labelEnd(tree, { first, last: end, must: noun.at });
}

/** A verb, or what has a copula: "due" of "is due to be held". */
function hasPredicate(tree: ClauseTree, { at, upos }: Token): boolean {
  return upos === 'VERB' || tree.tokens.some(({ relation, head }) => relation === 'cop' && head === at);
}

function spanAt(tree: ClauseTree, first: number, last: number): Span {
  return [tokenAt(tree, first).span[0], tokenAt(tree, last).span[1]];
}
