import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { Clause } from '../clauses/clause.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { nounSense } from '../lexicon/senses.ts';
import { objectOf, subjectOf } from '../clauses/participants.ts';
import { childBy, parentOf, subtree } from '../clauses/treeWalk.ts';
import { verbGroup } from '../clauses/verbGroup.ts';
import { isNarrative } from './narrative.ts';
import { isSceneDay, isWithinOneDay, saysWhereInScene } from './sceneDay.ts';
import { HEARING } from './storyPlaces.ts';

/** How many sentences further on a story may be taken up without a word in common. */
const SENTENCES_BACK = 2;

/** What happens on one day, as far as it has been told. */
export interface Story {
  readonly date: DateExpression;
  readonly occasion: Occasion;
  /** Whether it is the only day that the article tells of. */
  readonly isOnly: boolean;
  /** The names and nouns of the clauses so far. */
  readonly cast: Set<string>;
  sentence: number;
  paragraph: number;
  section: number;
  /** Whether what was told last is of that day, and not of another time. */
  isOpen: boolean;
  /** The paragraph in which another time was told last; -1 if none was. */
  endedIn: number;
}

/** What was announced on a day has times of its own: only what was said or shown belongs to that day. */
type Occasion = 'announcement' | 'hearing' | 'happening';

/** What was done on a stated day, or what was said on it if the whole report is of that. */
export function opensStory(clause: Clause): boolean {
  if (!isDone(clause) || !isSceneDay(clause)) return false;
  return !PLAIN_SAYING.test(clause.token.lemma) || clause.place.index === 0;
}

export function storyOf(opener: Clause, { date, isOnly }: Pick<Story, 'date' | 'isOnly'>): Story {
  const { kind, token, place, tree } = opener;
  const isSaid = /^(?:statement|claim|launch|publication)$/u.test(kind);
  const actor = subjectOf(tree, token);
  const isBody = actor?.name?.kind === 'org';
  return {
    date,
    occasion: HEARING.test(token.lemma) ? 'hearing' : isSaid ? 'announcement' : 'happening',
    isOnly,
    cast: new Set([...nounsAmong(tree.tokens), ...(isBody ? BODIES : [])]),
    sentence: place.index,
    paragraph: place.paragraph,
    section: place.section,
    isOpen: true,
    endedIn: -1,
  };
}

/** What a company is called once it has been named. */
const BODIES = ['company', 'firm', 'group'];

/** Whether an undated clause is told of the same day as the story so far. */
export function isOfStory(clause: Clause, story: Story): boolean {
  const { place, kind, tree, token } = clause;
  if (!isWithinOneDay(clause, story.date)) return false;
  if (story.isOnly && isMarketClose(clause)) return true;
  if (!fitsOccasion(clause, story)) return false;
  const back = place.index - story.sentence;
  const isNear = place.section === story.section && place.paragraph - story.paragraph <= 1;
  const isNext = story.isOpen && back <= SENTENCES_BACK && isNear;
  if (!isNext && !(story.isOnly && place.paragraph > Math.max(story.paragraph, story.endedIn))) return false;
  if (saysWhereInScene(tree)) return true;
  const actor = subjectOf(tree, token);
  // "He", "they": whoever was told of just before.
  if (actor && isOrOfPronoun(tree, actor)) return isNext && (back <= 1 || FIRST_PERSON.test(actor.text));
  if (isNext && isNarrative(clause)) return true;
  // Of several days, the next paragraph may be of another one.
  if (!story.isOnly && place.paragraph > story.paragraph) return false;
  const words = isNext ? castOf(clause) : nounsAmong(wordsBelow(tree, actor));
  return (
    words.some((word) => story.cast.has(word)) &&
    (!/^(?:growth|decline)$/u.test(kind) || nounSense(actor?.lemma ?? '') === 'person')
  );
}

/** "They", "his voice". */
function isOrOfPronoun(tree: ClauseTree, actor: Token): boolean {
  return actor.upos === 'PRON' || childBy(tree, actor, /^nmod:poss$/u)?.upos === 'PRON';
}

/** "Its shares closed down 4 percent": what a report says of the market without a date is of its day. */
function isMarketClose({ tree, token }: Clause): boolean {
  return (
    /^(?:close|open|end|finish)$/u.test(token.lemma) &&
    /^(?:share|stock|index)s?$/u.test(subjectOf(tree, token)?.lemma ?? '')
  );
}

function fitsOccasion({ kind, token, tree }: Clause, { occasion }: Story): boolean {
  if (occasion === 'announcement')
    return token.event === 'REPORTING' || SHOWN.test(kind) || OUTLOOK.test(objectOf(tree, token)?.lemma ?? '');
  return occasion === 'hearing' || !(HEARING.test(token.lemma) || /^(?:trial|lawsuit)$/u.test(kind));
}

/** What belongs to the day of an announcement. */
const SHOWN = /^(?:statement|claim|launch|publication|study|performance)$/u;
const OUTLOOK = /^(?:forecast|outlook|guidance|dividend|target|estimate)$/u;
const FIRST_PERSON = /^(?:i|we)$/u;

/** A main clause in the simple past outside quotations. */
export function isDone(clause: Clause): boolean {
  const { tree, token, modality } = clause;
  if (modality !== 'actual' || token.upos !== 'VERB' || tree.quoted[token.at] === true || !isMain(clause)) return false;
  return verbGroup(tree, token).tense === 'past';
}

/** What people only say they may have said at any time. */
export const PLAIN_SAYING = /^(?:say|tell|add|note|explain|report|ask)$/u;

/** A main clause, or one that somebody is said to have told: "the plane landed at 6 a.m., an official said". */
export function isMain({ tree, token }: Clause): boolean {
  let at: Token | undefined = token;
  for (let head = parentOf(tree, at); head && at; head = parentOf(tree, at)) {
    const isTold = at.relation === 'ccomp' && head.event === 'REPORTING' && head.at > at.at;
    if (!/^(?:conj|parataxis)$/u.test(at.relation) && !isTold) return false;
    at = head;
  }
  return at.relation === 'root';
}

/** The names and nouns of a clause's subject and object. */
export function castOf({ tree, token }: Clause): readonly string[] {
  return nounsAmong([...wordsBelow(tree, subjectOf(tree, token)), ...wordsBelow(tree, objectOf(tree, token))]);
}

function nounsAmong(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap(({ upos, lemma, name }) =>
    /^(?:NOUN|PROPN)$/u.test(upos) && name?.kind !== 'time' ? [lemma] : [],
  );
}

/** The words of a subject or object, without what a clause says of it. */
function wordsBelow(tree: ClauseTree, head: Token | undefined): readonly Token[] {
  return head ? subtree(tree, head, ({ relation }) => /^(?:acl|advcl)/u.test(relation)) : [];
}
