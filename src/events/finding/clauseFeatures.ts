import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import { nounSense, verbSense } from '../lexicon/senses.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { caseOf, childBy, childrenOf, parentOf, relationOf } from '../clauses/treeWalk.ts';
import { hasTo, verbGroup } from '../clauses/verbGroup.ts';
import { addContent, addParticipants, isName } from './participantFeatures.ts';
import { addPosition } from './positionFeatures.ts';
import type { AddFeature, Features, SentencePlace } from './sentencePlace.ts';

/** Computes what the model knows of a candidate. */
export function clauseFeatures(
  tree: ClauseTree,
  token: Token,
  {
    place,
    date,
    kind,
    modality,
    dated,
  }: { place: SentencePlace; date: DateExpression | undefined; kind: string; modality: string; dated: boolean },
): Features {
  const features: Features = new Map([['bias', 1]]);
  const add = (name: string, value: number | boolean = 1): void => {
    if (Number(value) !== 0) features.set(name, Number(value));
  };
  const head = parentOf(tree, token);
  const verbal = token.upos === 'VERB';
  const word = verbal ? 'verb' : token.upos === 'NOUN' || token.upos === 'PROPN' ? 'noun' : 'other';
  add('telling', token.telling);
  add(`word:${word}`);
  add(`class:${token.event ?? 'none'}:${word}`);
  add(`relation:${token.relation}:${word}`);
  add(`sense:${(verbal ? verbSense(token.lemma) : nounSense(token.lemma)) ?? 'none'}:${word}`);
  add(`kind:${kind}`);
  add(`modality:${modality}`);
  add(`modality:${modality}:${word}`);
  add(`kind:${kind}:${word}`);
  addClause(add, tree, token, date !== undefined);
  addParticipants(add, tree, token);
  addGovernor(add, tree, { token, head });
  addContent(add, tree, token);
  add('date', date !== undefined);
  add('date in sentence', dated);
  add(`date:${date === undefined ? 'none' : precision(date.edtf)}:${word}`);
  add(`date:${date === undefined ? 'none' : date.certainty}`);
  addPosition(add, place, { token, tree });
  return features;
}

function precision(edtf: string | null): string {
  if (edtf === null) return 'unknown';
  if (edtf.includes('/')) return 'interval';
  return edtf.length >= 10 ? 'day' : edtf.length >= 7 ? 'month' : 'year';
}

/** Verbs that only say who said it. */
const PLAIN_REPORT = /^(?:say|tell|add|note|report|explain|write|comment|think|believe)$/u;

function addClause(add: AddFeature, tree: ClauseTree, token: Token, dated: boolean): void {
  const word = token.upos === 'VERB' ? 'verb' : 'noun';
  const group = verbGroup(tree, token);
  if (word === 'verb') {
    add(`tense:${group.tense}`);
    add(`tense:${group.tense}:${token.event ?? 'none'}`);
    add('passive', group.passive);
    add('negated', group.negated);
    add('to', hasTo(tree, token));
  } else {
    add('plural', token.upos === 'NOUN' && token.text !== token.lemma);
    const det = childBy(tree, token, /^det/u)?.text;
    add(`determiner:${det === undefined ? 'none' : /^(?:the|an?|this|that|these|no|any)$/u.test(det) ? det : 'other'}`);
    add('possessive', childBy(tree, token, /^nmod:poss$/u) !== undefined);
    add('case', caseOf(tree, token) !== '');
    add(
      'noun of',
      childrenOf(tree, token).some((child) => child.at > token.at && caseOf(tree, child) === 'of'),
    );
    add('number', childBy(tree, token, /^nummod/u) !== undefined);
    add(
      'named',
      childrenOf(tree, token).some((child) => child.relation === 'compound' && isName(child, tree)),
    );
  }
  const mark = childBy(tree, token, /^mark$/u)?.text;
  if (mark !== undefined && mark !== 'to')
    add(
      `mark:${/^(?:if|unless|whether)$/u.test(mark) ? 'if' : /^(?:when|after|before|until|since|as|while|once)$/u.test(mark) ? 'time' : mark === 'that' ? 'that' : 'other'}`,
    );
  add('plain report', PLAIN_REPORT.test(token.lemma));
  add('plain report with date', PLAIN_REPORT.test(token.lemma) && dated);
  add('in brackets', /^[([]/u.test(tree.tokens[0]?.text ?? ''));
  add('quoted', tree.quoted[token.at] === true);
  add('question', tree.tokens.at(-1)?.text === '?');
  add(
    'adverb:habit',
    childrenOf(tree, token).some(({ text }) =>
      /^(?:often|usually|always|sometimes|typically|generally|regularly|frequently|ever|normally|commonly)$/u.test(
        text,
      ),
    ),
  );
  add('dislocated', token.relation === 'root' && token.upos !== 'VERB');
}

function addGovernor(
  add: AddFeature,
  tree: ClauseTree,
  { token, head }: { token: Token; head: Token | undefined },
): void {
  if (!head) return;
  const sense = head.upos === 'VERB' ? verbSense(head.lemma) : undefined;
  const link = relationOf(token);
  add(`governor:${head.event ?? (head.upos === 'VERB' ? 'verb' : 'none')}:${link}`);
  if (sense !== undefined && /^(?:xcomp|ccomp|obj|nsubj)$/u.test(link)) add(`governor:${sense}:${link}`);
  if (head.upos === 'VERB' && /^(?:xcomp|ccomp|obj|nsubj|obl|advcl|conj)$/u.test(link))
    add(`governor tense:${verbGroup(tree, head).tense}:${link}`);
}
