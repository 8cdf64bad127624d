import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { subjectOf } from '../clauses/participants.ts';
import { childrenOf, parentOf } from '../clauses/treeWalk.ts';
import { mentionedIn, type Mentioned, type ReferentKind } from './mentionedBefore.ts';

const PRONOUNS: readonly (readonly [RegExp, ReferentKind])[] = [
  [/^(?:he|she|him|her|his)$/u, 'person'],
  [/^(?:they|them|their)$/u, 'people'],
  [/^(?:it|its)$/u, 'body'],
];
const FIRST_PERSON = /^(?:i|my|me)$/u;
/** How many sentences back a pronoun's antecedent is looked for. */
const SENTENCES_BACK = 2;

/** What pronouns stand for, by their tokens. One that could be several, or none, has no entry. */
export type Antecedents = ReadonlyMap<Token, Mentioned>;

/**
 * Finds what the pronouns of consecutive sentences stand for: the last subject before them that fits, if no other could
 * be meant, and never somebody who is "she" elsewhere for "he". "I" within a quotation is its speaker.
 */
export function antecedentsIn(trees: readonly (ClauseTree | undefined)[]): Antecedents {
  const found = new Map<Token, Mentioned>();
  const before: (readonly Mentioned[])[] = [];
  const genders = new Map<string, string>();
  let speaker: { readonly who: Mentioned; readonly sentence: number } | undefined;
  for (const [index, tree] of trees.entries()) {
    if (!tree) {
      before.push([]);
      continue;
    }
    const mentioned = [...mentionedIn(tree)];
    const own: Mentioned[] = [];
    for (const token of tree.tokens) {
      if (token.upos !== 'PRON') {
        const named = mentioned.find((each) => each.token === token);
        if (named) own.push(named);
        continue;
      }
      const kind = PRONOUNS.find(([pattern]) => pattern.test(token.text))?.[1];
      const isQuoted = tree.quoted[token.at] === true;
      const all = [
        own.filter((each) => tree.quoted[each.token.at] === isQuoted || !isQuoted),
        ...before.slice(-SENTENCES_BACK).toReversed(),
      ];
      const gender = genderOf(token);
      const fits = (each: Mentioned): boolean => {
        const known = genders.get(each.token.text);
        return gender === undefined || known === undefined || known === gender;
      };
      const meant =
        kind && !isQuoted
          ? lastOf(
              kind,
              token,
              all.map((each) => each.filter(fits)),
            )
          : undefined;
      if (!meant) continue;
      if (gender !== undefined)
        for (const { text } of wordsFor(meant)) if (!genders.has(text)) genders.set(text, gender);
      found.set(token, meant);
      if (token.relation.startsWith('nsubj')) own.push({ ...meant, isSubject: true });
    }
    const teller = speakerOf(tree, found, mentioned);
    if (teller) speaker = { who: teller, sentence: index };
    if (speaker && index - speaker.sentence <= SENTENCES_BACK)
      for (const token of tree.tokens)
        if (FIRST_PERSON.test(token.text) && tree.quoted[token.at] === true) found.set(token, speaker.who);
    before.push(own);
  }
  return found;
}

/** "He" and "she" are never one person; other pronouns tell no two people apart. */
function genderOf({ text }: Token): 'he' | 'she' | undefined {
  if (/^(?:he|him|his)$/u.test(text)) return 'he';
  return /^(?:she|her|hers)$/u.test(text) ? 'she' : undefined;
}

/** The words that stand for somebody: "bookkeeper" and "Joan" of "a bookkeeper, Joan Petty". */
function wordsFor({ tree, token }: Mentioned): readonly Token[] {
  return [token, ...childrenOf(tree, token).filter(({ relation }) => relation === 'appos')];
}

/** The one of a kind in the nearest sentence that has any: its subject, or the only one. */
function lastOf(
  kind: ReferentKind,
  pronoun: Token,
  sentences: readonly (readonly Mentioned[])[],
): Mentioned | undefined {
  for (const [back, sentence] of sentences.entries()) {
    const fitting = sentence.filter(
      (each) =>
        each.kinds.includes(kind) && (back > 0 ? kind !== 'body' || isTopic(each) : each.token.head !== pronoun.at),
    );
    if (fitting.length === 0) continue;
    const subjects = fitting.filter(({ isSubject }) => isSubject);
    const [first, ...others] = subjects.length > 0 ? subjects : fitting;
    if (!first) continue;
    const last = others.at(-1);
    // Several subjects of one kind could be meant, unless all of them are the same.
    return last === undefined || others.every((other) => isOneMentioned(first, other)) ? first : undefined;
  }
  return undefined;
}

/** The subject of a sentence's main verb, which an "it" in the next one goes on about. */
function isTopic({ tree, token }: Mentioned): boolean {
  const head = parentOf(tree, token);
  return token.relation.startsWith('nsubj') && head !== undefined && /^(?:root|conj)$/u.test(head.relation);
}

function isOneMentioned(a: Mentioned, b: Mentioned): boolean {
  return a.token === b.token || a.token.text === b.token.text;
}

/** Who a sentence says is speaking, outside its quotations. */
function speakerOf(tree: ClauseTree, found: Antecedents, mentioned: readonly Mentioned[]): Mentioned | undefined {
  const verb = tree.tokens.find(
    ({ upos, event, at }) => upos === 'VERB' && event === 'REPORTING' && tree.quoted[at] !== true,
  );
  const subject = verb && subjectOf(tree, verb);
  if (!subject) return undefined;
  const who = found.get(subject) ?? mentioned.find(({ token }) => token === subject);
  return who?.kinds.includes('person') === true ? who : undefined;
}
