import { lexicalKind } from '../lexicon/kindLexicon.ts';
import { senseOf, type KindContext } from '../lexicon/kindOf.ts';
import { KIND_OF_NOUN, KIND_OF_VERB } from '../lexicon/kindWords.ts';
import { isVerbLemma, nounSense, verbSense } from '../lexicon/senses.ts';
import type { EventKind } from '../mentions/triggers.ts';
import { isLight } from '../clauseDates/clauseDates.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { harmKind } from './harmKind.ts';
import { isAboutSpace, nounKind } from './nounKind.ts';
import { objectOf, subjectOf } from './participants.ts';
import { childBy, childrenOf } from './treeWalk.ts';
import { countedBy, verbContext } from './verbContext.ts';
import { hasTo, verbGroup } from './verbGroup.ts';

/** Intransitive verbs that leave it to their subject to say what happened. */
const HAPPENS =
  /^(?:occur|happen|begin|start|end|continue|erupt|break|open|resume|come|follow|take|unfold|ensue|conclude|finish|schedule|plan|hold|set|due|intensify|stage)$/u;
/** Verbs that say of what happened only that somebody got, gave or filed it: "secured a deal", "handed him a defeat". */
const GETS =
  /^(?:hand|lodge|secure|seal|attract|register|record|ink|strike|agree|earn|snatch|grab|claim|clinch|recommence|commence|stage|voice|enjoy|celebrate|initiate|forge|broker|spearhead|perpetrate|inflict|instigate|provoke|spark|trigger|unleash|incite|carry|undertake|wage|oversee|usher|embark)$/u;
/** What is counted in matches. */
const POINTS =
  /^(?:point|goal|touchdown|run|yard|rebound|assist|basket|pass|wicket|lap|homer|pointer|penalty|shot|birdie|free-throw|try|inning|set|ace|double|double-double|triple-double|hat-trick|brace|strikeout|interception|equaliser|equalizer|winner|header|volley|spot-kick|kick)$/u;
/** Verbs that say of points only that somebody got or gave them. */
const SCORES =
  /^(?:add|average|bag|bang|blast|block|catch|claim|clock|collect|come|complete|concede|drain|drop|finish|get|give|grab|have|head|hit|hole|net|notch|post|produce|pull|rack|record|register|ring|save|shoot|sink|slam|slot|smash|snatch|take|tally|total)$/u;
const HARM = /^(?:kill|injure|wound|hurt)$/u;

/**
 * Says what kind of event a candidate tells. Of a verb, what is around it decides first, then the list by hand, then the
 * noun that a light verb leaves it to, then the lexicon from WordNet, which has many more words and knows them less well.
 */
export function kindOfClause(tree: ClauseTree, token: Token): EventKind {
  const known = knownKind(tree, token);
  if (token.upos === 'VERB') return known ?? lexicalKind(baseOf(token.lemma), 'verb') ?? 'other';
  return (known === 'other' ? lexicalKind(token.lemma, 'noun') : known) ?? 'other';
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
    missionKind(tree, lemma, context) ??
    scoreKind(tree, token, lemma) ??
    leftToFirst(tree, token) ??
    senseOf(lemma, context) ??
    leftToNoun(tree, token, lemma) ??
    leftToInfinitive(tree, token) ??
    // "Left off", "paid off": with a particle a verb says something else than alone.
    (context.particle === undefined ? undefined : lexicalKind(`${lemma} ${context.particle}`, 'verb')) ??
    KIND_OF_VERB.get(lemma) ??
    bySense(token) ??
    leftToSubject(tree, token)
  );
}

/** "Re-elect" and "recommence" are of the kind of what is done again. */
function baseOf(lemma: string): string {
  const base = /^re-?(?<base>\p{L}{4,})$/u.exec(lemma)?.groups?.['base'];
  if (base !== undefined && lemma.includes('-') && KIND_OF_VERB.has(base)) return base;
  // "Record" is no "cord" again.
  if (KIND_OF_VERB.has(lemma) || isVerbLemma(lemma)) return lemma;
  return base !== undefined && (KIND_OF_VERB.has(base) || lexicalKind(base, 'verb') !== undefined) ? base : lemma;
}

/** "Hit a single", "threw for a touchdown": not "fired shots", "set a goal", "demolished the access points". */
function pointsKind(lemma: string, { object }: KindContext): EventKind | undefined {
  return object && POINTS.test(object.lemma) && (SCORES.test(lemma) || KIND_OF_VERB.get(lemma) === 'performance')
    ? 'performance'
    : undefined;
}

/** How far from its verb a score may be. */
const SCORE_WORDS = 6;

/** "Advanced 3-1", "blanked the visitors 2-0": a score right after a verb makes it a match, unless it counts votes. */
function scoreKind({ tokens }: ClauseTree, verb: Token, lemma: string): EventKind | undefined {
  const own = KIND_OF_VERB.get(lemma);
  if (/^(?:decision|election|victory|match|performance)$/u.test(own ?? '')) return undefined;
  const after = tokens.slice(verb.at + 1, verb.at + 1 + SCORE_WORDS);
  const end = after.findIndex(({ upos }) => !/^(?:ADJ|ADP|ADV|DET|NOUN|NUM|PROPN)$/u.test(upos));
  const score = end > 0 ? after[end - 1] : undefined;
  const dash = end > 0 ? after[end] : undefined;
  const other = dash && tokens[dash.at + 1];
  const isScore =
    score?.upos === 'NUM' &&
    other?.upos === 'NUM' &&
    /^[-–]$/u.test(dash?.text ?? '') &&
    score.span[1] + 1 === other.span[0];
  if (!isScore) return undefined;
  return after.slice(0, end).some(({ upos }) => upos === 'PROPN') ? 'victory' : 'match';
}

/** "Launched its mission to Mars" beside "launched a rescue mission". */
function missionKind(tree: ClauseTree, lemma: string, { object }: KindContext): EventKind | undefined {
  if (object?.lemma !== 'mission' || !/^(?:launch|send|start|begin)$/u.test(lemma)) return undefined;
  return isAboutSpace(tree) ? 'launch' : 'operation';
}

/** The kind of the noun that a light verb leaves it to. */
function leftToNoun(tree: ClauseTree, verb: Token, lemma: string): EventKind | undefined {
  const object = verbGroup(tree, verb).passive ? subjectOf(tree, verb) : objectOf(tree, verb);
  // "Brought her a medal": of two objects, the last.
  const thing = childrenOf(tree, verb).findLast(({ relation, at }) => relation === 'obj' && at > verb.at) ?? object;
  const done =
    thing && (isLight(lemma) || GETS.test(lemma) || isSeenBy(tree, verb)) ? knownNounKind(tree, thing) : undefined;
  if (done) return lemma === 'win' && done === 'match' ? 'victory' : done;
  const happening = object ?? subjectOf(tree, verb);
  return happening && HAPPENS.test(lemma) ? knownNounKind(tree, happening) : undefined;
}

/** "The year saw a strike", "the series saw its launch": what does not look leaves it to what it saw. */
function isSeenBy(tree: ClauseTree, verb: Token): boolean {
  const subject = verb.lemma === 'see' ? subjectOf(tree, verb) : undefined;
  return subject !== undefined && subject.upos === 'NOUN' && nounSense(subject.lemma) !== 'person';
}

/** The kind of a noun that tells of something; undefined of others, and of those of no kind. */
function knownNounKind(tree: ClauseTree, head: Token): EventKind | undefined {
  const noun = countedBy(tree, head);
  if (noun.upos !== 'NOUN' && noun.upos !== 'PROPN') return undefined;
  const own = KIND_OF_VERB.has(noun.lemma) && !KIND_OF_NOUN.has(noun.lemma) ? undefined : nounKind(tree, noun);
  const kind = own === undefined || own === 'other' ? lexicalKind(noun.lemma, 'noun') : own;
  return kind === 'other' ? undefined : kind;
}

/** "Managed to win", "slated to open", "forced to close": verbs that leave it to their infinitive. */
const LEAVES_TO_INFINITIVE =
  /^(?:manage|set|go|start|begin|continue|proceed|come|help|get|prepare|rush|scramble|work|return|try|attempt|seek|schedule|slate|expect|plan|intend|force|compel|poise|gear|race|move)$/u;

function leftToInfinitive(tree: ClauseTree, verb: Token): EventKind | undefined {
  if (!LEAVES_TO_INFINITIVE.test(verb.lemma)) return undefined;
  const infinitive = childBy(tree, verb, /^(?:xcomp|advcl)$/u);
  if (infinitive?.upos !== 'VERB' || infinitive.at < verb.at) return undefined;
  // "Began falling", beside "began to fall".
  if (!hasTo(tree, infinitive) && !(infinitive.relation === 'xcomp' && infinitive.text.endsWith('ing')))
    return undefined;
  const kind = knownKind(tree, infinitive);
  return kind === 'other' ? undefined : kind;
}

/** "Became the first woman to win the prize": what was done first. */
function leftToFirst(tree: ClauseTree, verb: Token): EventKind | undefined {
  if (verb.lemma !== 'become') return undefined;
  const first = childBy(tree, verb, /^(?:xcomp|obj)$/u);
  const done = [...childrenOf(tree, verb), ...(first ? childrenOf(tree, first) : [])].find(
    (child) => child.at > verb.at && /^(?:acl|xcomp|advcl)/u.test(child.relation) && hasTo(tree, child),
  );
  return done?.upos === 'VERB' ? knownKind(tree, done) : undefined;
}

/** "The three games went to overtime": of a verb of no kind, what its subject tells. */
function leftToSubject(tree: ClauseTree, verb: Token): EventKind | undefined {
  if (lexicalKind(verb.lemma, 'verb') !== undefined && lexicalKind(verb.lemma, 'verb') !== 'other') return undefined;
  const subject = subjectOf(tree, verb);
  return subject?.event === 'OCCURRENCE' ? knownNounKind(tree, subject) : undefined;
}

function bySense({ lemma, event }: Token): EventKind | undefined {
  return event === 'REPORTING' || (event !== undefined && verbSense(lemma) === 'communication')
    ? 'statement'
    : undefined;
}
