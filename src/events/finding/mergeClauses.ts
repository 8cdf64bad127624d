import { edtfInterval } from '../dates/edtfInterval.ts';
import { familyOf } from '../mentions/kinds.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import { agentOf, objectOf, subjectOf } from '../clauses/participants.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { childBy, childrenOf, parentOf, subtree } from '../clauses/treeWalk.ts';
import { verbGroup } from '../clauses/verbGroup.ts';
import { stemmerFor } from '../../language/words/stem.ts';
import type { Scored } from './foldClauses.ts';

/** One event, with all clauses that tell it, the one that represents it first. */
export interface ClauseGroup {
  readonly main: Scored;
  readonly members: readonly Scored[];
}

interface Told {
  readonly clause: Scored;
  readonly word: string;
  readonly doers: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
  readonly thingNames: ReadonlySet<string>;
  readonly definite: boolean;
}

/** Joins the clauses that tell one event. One clause per step, each linear in the events so far. */
export function* mergeClauses(clauses: readonly Scored[]): Steps<readonly ClauseGroup[]> {
  const groups: Told[][] = [];
  for (const clause of clauses) {
    const told = toldBy(clause);
    const group = groups.find(
      (members) =>
        members.some((member) => isSameEvent(member, told)) &&
        !members.some((member) => excludes(member.clause, clause)),
    );
    if (group) group.push(told);
    else groups.push([told]);
    yield;
  }
  return groups.map((members) => {
    const all = members.map(({ clause }) => clause);
    const main = all.reduce((best, next) => (next.score > best.score + 1e-9 ? next : best));
    return { main, members: [main, ...all.filter((each) => each !== main)] };
  });
}

function toldBy(clause: Scored): Told {
  const { tree, token } = clause;
  const stem = stemmerFor('en');
  const passive = token.upos === 'VERB' && verbGroup(tree, token).passive;
  const verb = token.upos === 'VERB' ? token : undefined;
  const subject = verb ? subjectOf(tree, verb) : undefined;
  const object = verb ? objectOf(tree, verb) : undefined;
  const doers = passive ? [agentOf(tree, token)] : [subject, agentOf(tree, token)];
  const obliques = childrenOf(tree, token).filter(
    ({ relation, name }) => /^(?:obl|nmod|compound|nmod:poss)/u.test(relation) && name?.kind !== 'time',
  );
  const head = verb ? undefined : parentOf(tree, token);
  const governing = head?.upos === 'VERB' ? subjectOf(tree, head) : undefined;
  const things = [passive ? subject : object, ...obliques, ...(governing && governing !== token ? [governing] : [])];
  const words = (tokens: readonly (Token | undefined)[]): Set<string> =>
    new Set(tokens.flatMap((each) => (each ? contentWords(tree, each) : [])).map((word) => stem(word)));
  return {
    clause,
    word: stem(token.lemma),
    doers: words(doers),
    things: words(things),
    thingNames: new Set([passive ? subject : object].flatMap((each) => (each ? namesOfToken(tree, each) : []))),
    definite:
      !verb &&
      /^(?:the|this|that|these|those|their|his|her|its)$/u.test(
        (childBy(tree, token, /^det/u) ?? childBy(tree, token, /^nmod:poss$/u))?.text ?? '',
      ),
  };
}

function contentWords(tree: ClauseTree, token: Token): readonly string[] {
  return subtree(tree, token, (child) => /^(?:acl|advcl|parataxis|appos)/u.test(child.relation))
    .filter(({ upos }) => /^(?:NOUN|PROPN)$/u.test(upos))
    .map(({ lemma }) => lemma);
}

function namesOfToken(tree: ClauseTree, token: Token): readonly string[] {
  return subtree(tree, token, (child) => /^(?:acl|advcl|parataxis|appos|nmod)/u.test(child.relation))
    .filter(({ upos, written }) => upos === 'PROPN' && /^\p{Lu}/u.test(written))
    .map(({ text }) => text);
}

const ONCE =
  /^(?:kidnapping|arrest|trial|killing|shooting|bombing|release|accident|death|birth|layoff|hijacking|founding|attack)$/u;
const ANOTHER = /^(?:another|other|second|third|similar|previous|earlier|separate|new)$/u;

function isAnother({ clause: { tree, token } }: Told): boolean {
  return subtree(tree, token, (child) => child.upos === 'VERB' || child.relation === 'punct').some(
    ({ text, upos }) => ANOTHER.test(text) && upos === 'ADJ',
  );
}

/** Kinds of which a text mostly tells several, so that kind alone makes no two mentions one. */
const MANY = /^(?:statement|other|performance|decision|purchase|study|publication)$/u;

function isSameEvent(a: Told, b: Told): boolean {
  if (a.clause.tree === b.clause.tree) return false;
  const kin = familyOf(a.clause.kind) === familyOf(b.clause.kind);
  const word = a.word === b.word;
  if (!kin && !word) return false;
  if (conflict(a.thingNames, b.thingNames)) return false;
  // Nobody is kidnapped, sentenced or sacked twice in one article, unless it names another or another day.
  if (
    word &&
    ONCE.test(a.clause.kind) &&
    a.clause.kind === b.clause.kind &&
    a.thingNames.size * b.thingNames.size === 0 &&
    !isAnother(a) &&
    !isAnother(b)
  )
    return true;
  if (b.definite && kin && ONCE.test(a.clause.kind) && !isAnother(b)) return true;
  const things = shared(a.things, b.things);
  const doers = shared(a.doers, b.doers);
  const crossed = shared(a.things, b.doers) + shared(a.doers, b.things);
  if (word)
    return (
      (things > 0 && (doers > 0 || a.doers.size === 0 || b.doers.size === 0)) ||
      ((a.definite || b.definite) && things + doers + crossed > 0) ||
      (doers > 0 && a.things.size * b.things.size === 0 && !MANY.test(a.clause.kind))
    );
  if (MANY.test(a.clause.kind)) return false;
  return (things > 0 && (doers > 0 || a.definite || b.definite)) || (b.definite && things + doers + crossed > 0);
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => b.has(word)).length;
}

/** Two names and none in common: two arrests, not one. */
function conflict(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && [...a].some((name) => !b.has(name)) && [...b].some((name) => !a.has(name));
}

function excludes(a: Scored, b: Scored): boolean {
  if ((a.modality === 'actual') !== (b.modality === 'actual') && a.modality !== 'possible' && b.modality !== 'possible')
    return true;
  const [first, second] = [a.date?.edtf, b.date?.edtf];
  if (first == null || second == null || first === second) return false;
  const [x, y] = [edtfInterval(first), edtfInterval(second)];
  return !x || !y || x[1] < y[0] || y[1] < x[0];
}
