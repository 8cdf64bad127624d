import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import { nounSense, verbSense } from '../lexicon/senses.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { agentOf, objectOf, subjectOf } from '../clauses/participants.ts';
import { caseOf, childBy, childrenOf, parentOf, subtree, relationOf } from '../clauses/treeWalk.ts';
import { hasTo, verbGroup } from '../clauses/verbGroup.ts';

/** Inputs of the model, by name; those that are missing are 0. No name holds a word of a text. */
export type Features = Map<string, number>;

/** Where a sentence is in its article. */
export interface SentencePlace {
  readonly index: number;
  readonly count: number;
  readonly block: 'standfirst' | 'paragraph' | 'caption';
  /** Index of the paragraph, from 0. */
  readonly paragraph: number;
  /** Index in its block. */
  readonly inBlock: number;
  readonly role: string;
  /** Lemmas of the title's content words. */
  readonly title: ReadonlySet<string>;
  /** How often each lemma is used in the article. */
  readonly counts: ReadonlyMap<string, number>;
  /** Share of first-person words among the article's. */
  readonly firstPerson: number;
}

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

type Add = (name: string, value?: number | boolean) => void;

function precision(edtf: string | null): string {
  if (edtf === null) return 'unknown';
  if (edtf.includes('/')) return 'interval';
  return edtf.length >= 10 ? 'day' : edtf.length >= 7 ? 'month' : 'year';
}

/** Verbs that only say who said it. */
const PLAIN_REPORT = /^(?:say|tell|add|note|report|explain|write|comment|think|believe)$/u;

function addClause(add: Add, tree: ClauseTree, token: Token, dated: boolean): void {
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

function isName({ upos, written, name, at }: Token, tree: ClauseTree): boolean {
  return (
    (upos === 'PROPN' || name !== undefined) &&
    /^\p{Lu}/u.test(written) &&
    (at > 0 || upos === 'PROPN') &&
    tree.tokens.length > 0
  );
}

/** What kind of thing a participant is. */
function thingOf(tree: ClauseTree, token: Token | undefined): string {
  if (token === undefined) return 'none';
  const { upos, text, lemma } = token;
  if (upos === 'PRON' || upos === 'DET') {
    if (/^(?:i|we|me|us)$/u.test(text)) return 'first';
    if (/^(?:you|one|everyone|anyone|someone|people)$/u.test(text)) return 'you';
    if (/^(?:he|she|him|her)$/u.test(text)) return 'he';
    if (/^(?:they|them)$/u.test(text)) return 'they';
    return /^(?:who|which|that|what)$/u.test(text) ? 'relative' : 'it';
  }
  if (
    subtree(tree, token, (child) => !/^(?:flat|compound|appos)/u.test(child.relation)).some((each) =>
      isName(each, tree),
    )
  )
    return 'name';
  if (upos === 'NUM' || upos === 'SYM') return 'number';
  const sense = nounSense(lemma);
  if (sense === 'person' || sense === 'group') return text === lemma ? sense : `${sense}s`;
  return sense === undefined ? 'thing' : 'abstract';
}

function addParticipants(add: Add, tree: ClauseTree, token: Token): void {
  const verbal = token.upos === 'VERB' || token.relation === 'root';
  const subject = verbal ? subjectOf(tree, token) : undefined;
  if (verbal) {
    add(`subject:${thingOf(tree, subject)}`);
    const object = objectOf(tree, token);
    add(`object:${thingOf(tree, object)}`);
    if (object) add(`object sense:${nounSense(object.lemma) ?? (object.upos === 'NOUN' ? 'thing' : 'none')}`);
    add('object:number', object !== undefined && childBy(tree, object, /^nummod/u) !== undefined);
    add('object:event', object?.event !== undefined);
    add('subject:event', subject?.event !== undefined);
    add('complement', childBy(tree, token, /^ccomp$/u) !== undefined);
    add('infinitive', childBy(tree, token, /^xcomp$/u) !== undefined);
    add(
      'complement:event',
      childrenOf(tree, token).some((child) => /^(?:ccomp|xcomp)$/u.test(child.relation) && child.event !== undefined),
    );
  }
  add('agent', agentOf(tree, token) !== undefined);
}

function addGovernor(add: Add, tree: ClauseTree, { token, head }: { token: Token; head: Token | undefined }): void {
  if (!head) return;
  const sense = head.upos === 'VERB' ? verbSense(head.lemma) : undefined;
  const link = relationOf(token);
  add(`governor:${head.event ?? (head.upos === 'VERB' ? 'verb' : 'none')}:${link}`);
  if (sense !== undefined && /^(?:xcomp|ccomp|obj|nsubj)$/u.test(link)) add(`governor:${sense}:${link}`);
  if (head.upos === 'VERB' && /^(?:xcomp|ccomp|obj|nsubj|obl|advcl|conj)$/u.test(link))
    add(`governor tense:${verbGroup(tree, head).tense}:${link}`);
}

function addContent(add: Add, tree: ClauseTree, token: Token): void {
  const below = subtree(
    tree,
    token,
    (child) => child.upos === 'VERB' && /^(?:conj|advcl|parataxis|ccomp)/u.test(child.relation),
  );
  const names = below.filter((each) => isName(each, tree)).length;
  add('names', Math.min(names, 4) / 4);
  add('has name', names > 0);
  add(
    'numbers',
    below.some(({ upos }) => upos === 'NUM'),
  );
  add(
    'money',
    below.some(({ text }) => /^(?:[$€£¥]|percent|%|dollars?|euros?|pounds?|million|billion)$/u.test(text)),
  );
  add('length', Math.min(below.length, 30) / 30);
  add('short sentence', tree.tokens.length < 8);
  add('long sentence', tree.tokens.length > 35);
}

function addPosition(add: Add, place: SentencePlace, { token, tree }: { token: Token; tree: ClauseTree }): void {
  const { index, count, block, paragraph, inBlock, role, title, counts, firstPerson } = place;
  add('lead', block === 'paragraph' && paragraph === 0);
  add('first sentence', index === 0);
  add('first paragraphs', block === 'paragraph' && paragraph > 0 && paragraph < 4);
  add('first of paragraph', inBlock === 0);
  add('later part', index / count);
  add('long text', Math.min(count, 80) / 80);
  add(`block:${block}`);
  add(`role:${role}`);
  add('title word', title.has(token.lemma));
  const around = [
    subjectOf(tree, token),
    token.upos === 'VERB' ? objectOf(tree, token) : undefined,
    ...childrenOf(tree, token),
  ].filter((each) => each !== undefined);
  const shared = new Set(around.filter(({ lemma }) => title.has(lemma)).map(({ lemma }) => lemma)).size;
  add('title arguments', Math.min(shared, 3) / 3);
  add('often', Math.min(Math.log(counts.get(token.lemma) ?? 1), 2));
  add('first person', Math.min(firstPerson * 20, 1));
  add('from the front', token.at / tree.tokens.length);
}
