import type { DateExpression } from '../language/dates/dateExpressions.ts';
import type { Span } from '../language/span.ts';
import { actorsOf } from './actors.ts';
import { enumerated } from './enumerated.ts';
import { governingDate, modifies, placedIn } from './governingDate.ts';
import { labelOf } from './label.ts';
import { mentionsIn, type Mention, type Modality } from './mentions.ts';
import { placesIn, type Place } from './places.ts';
import { sentenceAt, type Sentence } from './sentence.ts';
import type { EventKind } from './triggers.ts';

/** What one sentence tells of one event. */
export interface EventMention {
  readonly label: string;
  readonly kind: EventKind;
  readonly modality: Modality;
  readonly date: DateExpression | undefined;
  readonly places: readonly Place[];
  readonly actors: readonly Span[];
  /** The sentence. */
  readonly span: Span;
  /** The word that tells of the event. */
  readonly trigger: Span;
  readonly mention: Mention;
  /** A place opens the sentence, or stands close to the trigger. */
  readonly placed: boolean;
  /** It only goes back to what was told before: "the attack", "this crime". */
  readonly anaphoric: boolean;
  /** How much makes it one definite event. */
  readonly weight: number;
}

/** What a sentence is read with. */
export interface SentenceContext {
  readonly text: string;
  /** The date expressions of the whole text. */
  readonly dates: readonly DateExpression[];
}

type Bare = Omit<EventMention, 'label' | 'weight' | 'placed' | 'anaphoric'>;

/** A time that says nothing of when something was. */
const NO_TIME = /^holds at the article/u;

/** Finds the events that a sentence tells of, in order, one for each. */
export function sentenceEvents(span: Span, { text, dates }: SentenceContext): readonly EventMention[] {
  const sentence = sentenceAt(text, span);
  const mentions = reduced(mentionsIn(sentence), sentence);
  if (mentions.length === 0) return [];
  const inside = dates.filter((date) => date.span[0] >= span[0] && date.span[1] <= span[1] && !NO_TIME.test(date.rule));
  const places = placesIn(text, span);
  const owners = placeOwners(places, { text, sentence, mentions });
  const events = mentions.flatMap((mention) => {
    const date = governingDate(mention, { sentence, dates: inside, mentions });
    const own = places.filter((_, index) => owners[index]!.includes(mention));
    const actors = actorsOf(text, mention, sentence);
    const found: Bare = {
      kind: kindOf(mention, sentence.words),
      modality: mention.modality,
      date,
      places: own,
      actors,
      span,
      trigger: sentence.words[mention.at]!.span,
      mention,
    };
    return splitByPlace(found, text).map((event) => described(event, { text, sentence, own }));
  });
  const told = [...withoutEchoes(events), ...enumerated(text, { sentence, mentions, places })];
  return told.filter(({ kind, mention }) => !(kind === 'statement' && mention.trigger.weak && told.length > 1));
}

function described(
  event: Bare,
  { text, sentence, own }: { text: string; sentence: Sentence; own: readonly Place[] },
): EventMention {
  const split = event.places.length < own.length;
  const { mention, places, date } = event;
  const label = labelOf(text, { mention, sentence, places, date: split ? own[0]!.span : date?.span, split });
  const anaphoric = isAnaphoric(event, sentence);
  return { ...event, label, placed: isPlaced(event, sentence), anaphoric, weight: weightOf(event, sentence) };
}

/** Leaves out mentions that only carry another one: the verb of "launched an attack", the "attack" of "a plot to attack". */
function reduced(mentions: readonly Mention[], { words }: Sentence): readonly Mention[] {
  return mentions.filter((mention, index) => {
    const { trigger, at, from } = mention;
    const carried = mentions.some((other) => other.support === at);
    if (
      carried &&
      (trigger.weak ||
        /^(?:launch|plot|claim|publication|operation|order|statement|discovery|growth|founding)$/u.test(trigger.kind))
    )
      return false;
    const before = mentions[index - 1];
    const told =
      before?.trigger.word === 'noun' && trigger.weak && trigger.word === 'verb' && at - before.at <= SUBJECT_WORDS;
    if (told && words[at]!.clause === words[before.at]!.clause) return false;
    const infinitive = trigger.word === 'verb' && words.slice(from, at).some(({ text }) => text === 'to');
    if (infinitive && before && at - before.at <= 8 && words[at]!.clause === words[before.at]!.clause) return false;
    return !(
      trigger.word === 'verb' &&
      trigger.form === 'base' &&
      !infinitive &&
      mention.modality === 'actual' &&
      from === at
    );
  });
}

/** How far a weak verb may be from the noun it says something of: "an earthquake struck". */
const SUBJECT_WORDS = 4;
const OWNER_MAX_COST = 20;

/** For each place, the mentions it belongs to: the nearest one, or all where the place opens the sentence. */
function placeOwners(
  places: readonly Place[],
  { text, sentence: { words }, mentions }: { text: string; sentence: Sentence; mentions: readonly Mention[] },
): readonly (readonly Mention[])[] {
  let previous: readonly Mention[] = [];
  return places.map((place, index) => {
    const last = places[index - 1];
    const listed =
      last !== undefined && /^,?\s*(?:and|or|,)?\s*(?:the\s+)?$/u.test(text.slice(last.span[1], place.span[0]));
    if (listed && previous.length > 0) return previous;
    const from = words.findIndex((word) => word.span[1] > place.span[0]);
    const after = text.slice(place.span[1], place.span[1] + 24);
    const before = text.slice(Math.max(0, place.span[0] - 12), place.span[0]);
    const adjective = isAdjective(before, after) && !mentions.some(({ at }) => at === from + 1);
    previous = adjective ? [] : ownersAt(from, { words, mentions });
    return previous;
  });
}

const FUNCTION_WORD =
  /^\s(?:in|on|at|and|or|by|to|of|for|from|with|was|were|is|are|has|have|had|after|before|during|when|where|who|which|that|while|as|because|since|until|will|would|could|but|this|last|early|late|today|yesterday|killing|leaving|\p{Ll}+ed|\p{Ll}+ly)\b/u;

/** Tells whether a place's name only says of whom or what: "US" of "US authorities". */
function isAdjective(before: string, after: string): boolean {
  if (
    /^\s(?:and|or)\s\p{Lu}[\p{L}-]*\s(?!in\b|and\b|or\b|on\b)\p{Ll}/u.test(after) &&
    !/\b(?:in|at|near)\s+(?:the\s+)?$/iu.test(before)
  )
    return true;
  return (
    /^\s\p{Ll}/u.test(after) &&
    !FUNCTION_WORD.test(after) &&
    !/\b(?:in|at|near|outside|across|throughout)\s+(?:the\s+)?$/iu.test(before)
  );
}

function ownersAt(
  from: number,
  { words, mentions }: { words: Sentence['words']; mentions: readonly Mention[] },
): readonly Mention[] {
  if (
    from <= 2 &&
    words.slice(0, from).every(({ text }) => /^(?:in|at|near|across|throughout|the|outside)$/u.test(text)) &&
    from > 0
  )
    return mentions;
  let best: { mention: Mention; cost: number } | undefined;
  for (const mention of mentions) {
    const ahead = from > mention.at;
    const between = ahead ? from - mention.at : mention.from - from;
    const clauses = Math.abs(words[from]!.clause - words[mention.at]!.clause);
    const others = mentions.filter((other) =>
      ahead ? other.at > mention.at && other.at < from : other.at > from && other.at < mention.at,
    ).length;
    if (
      !ahead &&
      mention.trigger.word === 'noun' &&
      (between > 2 || clauses > 0) &&
      !(mention.support !== undefined && clauses === 0)
    )
      continue;
    const cost = between + clauses * 6 + others * 6 + (ahead || between === 1 ? 0 : 3);
    if (cost <= OWNER_MAX_COST && (!best || cost < best.cost)) best = { mention, cost };
  }
  return best ? [best.mention] : [];
}

/** "Attacks in A and B" are an event for each place; one verb with several places is one. */
function splitByPlace(event: Bare, text: string): readonly Bare[] {
  const { mention, places } = event;
  const listed = places.filter((place, index) => {
    const last = places[index - 1];
    return last === undefined || /^,?\s*(?:and|or)?\s*(?:in\s+)?$/u.test(text.slice(last.span[1], place.span[0]));
  });
  const exact = listed.every(({ kind }) => kind === 'city' || kind === 'small' || kind === 'named');
  if (mention.trigger.form !== 'plural' || listed.length < 2 || listed.length !== places.length || !exact)
    return [event];
  return places.map((place) => at(event, place));
}

function isAnaphoric({ date, places, mention }: Bare, { words }: Sentence): boolean {
  const { trigger, at } = mention;
  if (trigger.word !== 'noun' || trigger.form !== 'singular' || date !== undefined || places.length > 0) return false;
  return /^(?:the|this|that)$/u.test(words[at - 1]?.text ?? '') && !hasNamedObject(mention, words);
}

const CLOSE_WORDS = 5;

function isPlaced({ places, mention, span }: Bare, { words }: Sentence): boolean {
  return places.some((place) => {
    const from = words.findIndex((word) => word.span[1] > place.span[0]);
    return (
      place.span[0] - span[0] < 'throughout the '.length || (from > mention.at && from - mention.at <= CLOSE_WORDS)
    );
  });
}

function at(event: Bare, place: Place): Bare {
  return { ...event, places: [place] };
}

/** Two words of one sentence for one thing ("killed and wounded", "attack … killing five") are one event, of the more exact kind. */
function withoutEchoes(events: readonly EventMention[]): readonly EventMention[] {
  return events.flatMap((event, index) => {
    const echoes = events.filter((other) => echo(other, event));
    if (
      echoes.some(
        (other) => other.weight > event.weight || (other.weight === event.weight && events.indexOf(other) < index),
      )
    )
      return [];
    return [
      {
        ...event,
        kind: exactKind([event, ...echoes]),
        date: event.date ?? echoes.find(({ date }) => date)?.date,
        places: event.places.length > 0 ? event.places : (echoes.find(({ places }) => places.length > 0)?.places ?? []),
        actors: event.actors.length > 0 ? event.actors : (echoes.find(({ actors }) => actors.length > 0)?.actors ?? []),
        weight:
          event.weight +
          echoes.reduce(
            (sum, { date, places }) =>
              sum + (date && !event.date ? 2 : 0) + (places.length > 0 && event.places.length === 0 ? 2 : 0),
            0,
          ),
      },
    ];
  });
}

const ECHO_WORDS = 14;

function echo(other: EventMention, event: EventMention): boolean {
  if (other === event || familyOf(other.kind) !== familyOf(event.kind) || other.mention === event.mention) return false;
  if ((other.modality === 'actual') !== (event.modality === 'actual')) return false;
  if (event.date && other.date && event.date !== other.date) return false;
  if (event.places.length > 0 && other.places.length > 0 && event.places[0] !== other.places[0]) return false;
  return Math.abs(event.mention.at - other.mention.at) <= ECHO_WORDS;
}

/** Kinds of one family, from the one that says how to the one that says only that something was. */
const EXACT: readonly EventKind[] = [
  'bombing',
  'arson',
  'shooting',
  'killing',
  'attack',
  'operation',
  'clash',
  'injury',
  'death',
];

/** Gives the kind that says most among mentions of one event. */
export function exactKind(mentions: readonly Pick<EventMention, 'kind'>[]): EventKind {
  return EXACT.find((kind) => mentions.some((mention) => mention.kind === kind)) ?? mentions[0]!.kind;
}

const BY_BOMB = /^(?:bombs?|dynamite|explosives?|grenades?|landmines?|mines|car-bombs?)$/u;
/** How far from the trigger what it was done with may stand. */
const MEANS_WORDS = 10;

/** An attack with a bomb is a bombing, whatever word tells of it. */
function kindOf({ trigger: { kind }, at }: Mention, words: Sentence['words']): EventKind {
  if (!/^(?:attack|killing|injury|death)$/u.test(kind)) return kind;
  const near = words.slice(Math.max(0, at - MEANS_WORDS), at + MEANS_WORDS);
  return near.some(({ text, clause }) => clause === words[at]!.clause && BY_BOMB.test(text)) ? 'bombing' : kind;
}

/** Kinds that tell of one thing in different words. */
export function familyOf(kind: EventKind): string {
  if (/^(?:attack|bombing|killing|shooting|injury|death|clash|arson|operation)$/u.test(kind)) return 'violence';

  if (/^(?:threat|warning|order)$/u.test(kind)) return 'threat';
  return kind;
}

const OBJECT_WORDS = 6;

const NAME_WORDS = 7;

/** Tells whether a name is no adjective of what follows: "Jesuits", but not "IS" of "IS sympathizers". */
function standsAlone(words: Sentence['words'], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || next.afterMark || next.capital || words[at]!.possessive) return true;
  return /^(?:in|on|at|and|or|by|to|of|for|from|with|was|were|is|are|has|have|had|after|before|during|when|who|which|that|while|as|last|this|yesterday|today|will|would|could)$/u.test(
    next.text,
  );
}

/** Tells whether somebody or something by name is what the verb is about. */
function hasNamedObject({ at, from, passive, trigger }: Mention, words: Sentence['words']): boolean {
  if (trigger.word === 'noun') {
    if (!/^(?:of|on|against)$/u.test(words[at + 1]?.text ?? '') || (at > 0 && words[at]!.capital)) return false;
    return words
      .slice(at + 2, at + 2 + NAME_WORDS)
      .some((word, index) => word.capital && word.clause === words[at]!.clause && standsAlone(words, at + 2 + index));
  }
  const [start, end] = passive ? [Math.max(1, from - OBJECT_WORDS), from] : [at + 1, at + 1 + OBJECT_WORDS];
  return words.slice(start, end).some((word) => word.capital && word.clause === words[at]!.clause);
}

function weightOf({ date, places, actors, mention }: Bare, { words }: Sentence): number {
  const { trigger, finite, at } = mention;
  let weight = trigger.weak ? 0 : 1;
  if (date && date.edtf !== null) weight += date.certainty === 'vague' ? 1 : 2;
  if (places.length > 0) weight += 2;
  if (actors.length > 0) weight += 1;
  if (hasNamedObject(mention, words)) weight += trigger.word === 'noun' ? 2 : 1;
  if (finite) weight += 2;
  if (trigger.word === 'noun' && date) {
    const placed = placedIn(words, date);
    if (placed && modifies(words, placed, mention)) weight += 2;
  }
  const before = words[at - 1];
  if (
    trigger.word === 'noun' &&
    trigger.form === 'singular' &&
    before &&
    (before.possessive ||
      before.text === 'the' ||
      words.slice(Math.max(0, at - 4), at).some(({ text }) => text === 'the'))
  )
    weight += 1;
  return weight;
}
