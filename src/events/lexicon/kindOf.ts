import type { EventKind } from '../mentions/triggers.ts';
import { lexicalKind, nounClass } from './kindLexicon.ts';
import { VERB_SENSES, type SenseRule, type Test } from './verbSenses.ts';

/** Who or what takes part in what a verb tells. */
export interface Participant {
  /** The base form of its head, in lower case. */
  readonly lemma: string;
  /** What it names, if it is a name; `unknown` if it is one of which nothing is known. */
  readonly name?: 'person' | 'group' | 'place' | 'unknown' | undefined;
  readonly isPlural?: boolean | undefined;
  /** Whether a name modifies it: "the Vega mission". */
  readonly isNamed?: boolean | undefined;
  /** Whether it is a number or an amount in signs: "$5". */
  readonly isNumber?: boolean | undefined;
}

/** What is around a word, as far as it is known. */
export interface KindContext {
  readonly subject?: Participant | undefined;
  /** What it is done to: of a passive, its grammatical subject. */
  readonly object?: Participant | undefined;
  /** Such as `off` in "lay off". */
  readonly particle?: string | undefined;
  /** What somebody or something is called or made: of "became president", "served as mayor". */
  readonly complement?: Participant | undefined;
  /** What follows it with a preposition, by the preposition. */
  readonly obliques?: ReadonlyMap<string, Participant> | undefined;
  /** Whether a clause with "that", or one like it, is its object. */
  readonly hasClause?: boolean | undefined;
  /** Whether an infinitive follows: "told him to leave". */
  readonly hasInfinitive?: boolean | undefined;
  /** Whether a number follows. */
  readonly hasNumber?: boolean | undefined;
}

/** Verbs that leave it to their object to say what happened. */
const LIGHT = new Set(
  'begin carry commit conduct deliver do end face file get give have hold impose initiate issue launch lodge make mount organize organise receive serve stage start suffer take undergo undertake wage'.split(
    ' ',
  ),
);
/** Verbs that leave it to their subject. */
const HAPPENING = new Set(
  'begin break commence conclude continue end ensue erupt follow happen occur resume start take unfold'.split(' '),
);
/** Pronouns that stand for people. */
const PERSONAL = new Set([
  'i',
  'you',
  'he',
  'she',
  'we',
  'they',
  'who',
  'him',
  'her',
  'them',
  'us',
  'me',
  'someone',
  'somebody',
  'everyone',
  'nobody',
  'anyone',
]);

/**
 * Returns the kind of event that a word tells where it is: a verb's by its particle, subject and object, a noun's by
 * itself. `other` if it tells of something that happens, but of no kind; undefined if it tells of nothing that happens, as
 * "belong", or if the lexicon does not have it.
 *
 * A caller with a sentence's tree gives the heads of subject and object as base forms (a passive's subject as `object`, its
 * agent as `subject`), and the word with the relation `compound:prt` as the particle; whatever it cannot say it leaves out.
 *
 *     kindOf('fire', 'verb', { object: { lemma: 'worker', isPlural: true } }) // layoff
 *     kindOf('fire', 'verb', { object: { lemma: 'shot', isPlural: true } }) // shooting
 */
export function kindOf(lemma: string, part: 'verb' | 'noun', context: KindContext = {}): EventKind | undefined {
  if (part === 'noun') return lexicalKind(lemma, 'noun');
  const { subject, object, particle } = context;
  const phrase = particle === undefined ? lemma : `${lemma} ${particle}`;
  const sense = senseOf(lemma, context);
  if (sense) return sense;
  const kind = particle === undefined ? undefined : lexicalKind(phrase, 'verb');
  if (kind !== undefined && kind !== 'other') return kind;
  return leftTo(object, lemma, LIGHT) ?? leftTo(subject, lemma, HAPPENING) ?? kind ?? lexicalKind(lemma, 'verb');
}

/** Returns the kind of the sense that what is around a verb decides; undefined if none of its senses is told by that. */
export function senseOf(lemma: string, context: KindContext): EventKind | undefined {
  const phrase = context.particle === undefined ? lemma : `${lemma} ${context.particle}`;
  return VERB_SENSES.get(phrase)?.find((rule) => fits(rule, context))?.kind;
}

/** The kind of the participant that a verb leaves it to; undefined if it is not such a verb. */
function leftTo(participant: Participant | undefined, verb: string, verbs: ReadonlySet<string>): EventKind | undefined {
  if (!participant || participant.name !== undefined || !verbs.has(verb)) return undefined;
  const kind = lexicalKind(participant.lemma, 'noun');
  return kind === 'other' ? undefined : kind;
}

function fits({ participants, clause, infinitive, number }: SenseRule, context: KindContext): boolean {
  return (
    (clause === undefined || context.hasClause === true) &&
    (infinitive === undefined || context.hasInfinitive === true) &&
    (number === undefined || context.hasNumber === true) &&
    participants.every(({ role, tests }) => isOneOf(participantIn(role, context), tests))
  );
}

function participantIn(role: string, { subject, object, complement, obliques }: KindContext): Participant | undefined {
  if (role === 'subject') return subject;
  if (role === 'object') return object;
  return role === 'complement' ? complement : obliques?.get(role);
}

/** What people are called, appointed or elected to. */
const OFFICE =
  /^(?:adviser|advisor|ambassador|bishop|captain|ceo|cfo|chair|chairman|chairperson|chairwoman|chancellor|chief|coach|commander|commissioner|conductor|consultant|coo|cto|curator|dean|deputy|director|editor|executive|general|governor|head|judge|justice|king|leader|manager|mayor|minister|officer|owner|partner|pope|premier|president|principal|professor|queen|secretary|senator|spokesman|spokesperson|spokeswoman|superintendent|treasurer)$/u;

function isOneOf(participant: Participant | undefined, tests: readonly Test[]): boolean {
  return tests.some((test) => {
    if (!participant) return test === 'none';
    const { lemma, name, isPlural = false } = participant;
    const isPerson =
      name === undefined
        ? nounClass(lemma) === 'person' || PERSONAL.has(lemma)
        : name === 'person' || name === 'unknown';
    if (test === 'any') return true;
    if (test === 'none') return false;
    if (participant.isNumber === true) return test === 'number';
    if (test === 'office') return OFFICE.test(lemma);
    if (test === 'named') return participant.isNamed === true || name === 'unknown';
    if (test === 'people') return isPerson && isPlural;
    if (test === 'person') return isPerson;
    if (test === 'place') return name === 'place';
    if (test === 'group' && name !== undefined) return name === 'group' || name === 'place';
    if (name !== undefined) return false;
    if (test.startsWith('=')) return test === `=${lemma}`;
    if (test.startsWith('~')) return test === `~${lexicalKind(lemma, 'noun')}`;
    return test === nounClass(lemma);
  });
}
