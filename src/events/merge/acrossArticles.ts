import { fold } from '../../language/folding/fold.ts';
import { stemmerFor } from '../../language/words/stem.ts';
import { stopWordsOf } from '../../language/words/stopWords.ts';
import { tokensOf } from '../../language/words/tokens.ts';
import { nounLemma, verbLemma } from '../lexicon/lemma.ts';
import { familyOf, mayBeOneKind } from '../mentions/kinds.ts';
import type { SourcedEvent } from '../query/eventQuery.ts';

/** An event with the id of the article that tells of it. */
export interface ToldEvent extends SourcedEvent {
  readonly article: { readonly id: string };
}

/** So many of one word on one day are a running report of many events, and are not compared. */
const BUCKET_MAX = 40;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const NUMBERS = new Set(
  'one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands'.split(
    ' ',
  ),
);

/** What happens to somebody at most once a day. */
const ONCE = /^(?:death|birth|arrest|appointment|departure|victory|match|kidnapping|release|hijacking|wedding)$/u;

/** What two reports are compared by. */
interface Compared<Item> {
  readonly item: Item;
  readonly stems: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  /** The words of the label that carry it. */
  readonly content: ReadonlySet<string>;
  readonly before: Capitals['before'];
}

/**
 * Returns, for each event that several articles tell, all that tell it. Whatever the order of the events, the groups are the
 * same; each two of a group are one event by `isOneEvent`, and where that leaves a doubt, as with a third that is one event
 * with only one of two, none are joined.
 */
export function acrossArticles<Item extends ToldEvent>(items: readonly Item[]): readonly (readonly Item[])[] {
  const buckets = new Map<string, Item[]>();
  for (const item of items) {
    const { edtf } = item.event.date ?? {};
    if (edtf == null || !DAY.test(edtf)) continue;
    for (const stem of stemsOf(item)) {
      const key = `${edtf} ${familyOf(item.event.kind)} ${stem}`;
      const bucket = buckets.get(key) ?? [];
      if (bucket.length <= BUCKET_MAX) bucket.push(item);
      buckets.set(key, bucket);
    }
  }
  const known = new Map<Item, Compared<Item>>();
  const partners = new Map<Compared<Item>, Set<Compared<Item>>>();
  for (const bucket of buckets.values()) {
    if (bucket.length > BUCKET_MAX || new Set(bucket.map(({ article }) => article.id)).size < 2) continue;
    const all = bucket.map((item) => {
      const compared = known.get(item) ?? comparedBy(item);
      known.set(item, compared);
      return compared;
    });
    for (const [index, one] of all.entries())
      for (const other of all.slice(index + 1))
        if (isOneEventOf(one, other)) {
          partners.set(one, (partners.get(one) ?? new Set<Compared<Item>>()).add(other));
          partners.set(other, (partners.get(other) ?? new Set<Compared<Item>>()).add(one));
        }
  }
  const done = new Set<Compared<Item>>();
  return Array.from(partners.keys()).flatMap((first) => {
    if (done.has(first)) return [];
    const group = [first, ...(partners.get(first) ?? [])];
    const agrees = group.every(
      (member) =>
        partners.get(member)?.size === group.length - 1 &&
        group.every((other) => other === member || partners.get(member)?.has(other) === true),
    );
    if (!agrees) return [];
    for (const member of group) done.add(member);
    return [group.map(({ item }) => item)];
  });
}

/**
 * Returns true if two articles tell one event: by the same word and kind, on the same day, with a named actor or a place in
 * common, and, unless it can happen to that actor but once, in the same words or more. False if they give other numbers, name
 * others, or are at other places.
 */
export function isOneEvent(a: ToldEvent, b: ToldEvent): boolean {
  return isOneEventOf(comparedBy(a), comparedBy(b));
}

function isOneEventOf(a: Compared<ToldEvent>, b: Compared<ToldEvent>): boolean {
  const [one, other] = [a.item.event, b.item.event];
  if (a.item.article.id === b.item.article.id || one.modality !== other.modality) return false;
  const day = one.date?.edtf;
  if (day == null || !DAY.test(day) || day !== other.date?.edtf) return false;
  if (familyOf(one.kind) !== familyOf(other.kind) || !mayBeOneKind(one.kind, other.kind)) return false;
  if (!overlap(a.stems, b.stems) || one.kind === 'statement') return false;
  const isOnce = ONCE.test(one.kind) && ONCE.test(other.kind) && overlap(a.actors, b.actors);
  const isSameWords = holdsOther(a.content, b.content) && (overlap(a.places, b.places) || overlap(a.actors, b.actors));
  return (isOnce || isSameWords) && !areOthers(a, b);
}

/** Whether anything that two reports state sets them apart. */
function areOthers(a: Compared<ToldEvent>, b: Compared<ToldEvent>): boolean {
  const places = a.places.size > 0 && b.places.size > 0 && !overlap(a.places, b.places);
  const numbers = a.numbers.size > 0 && b.numbers.size > 0 && a.numbers.symmetricDifference(b.numbers).size > 0;
  return places || numbers || !holdsOther(a.names, b.names) || [...a.names].some((name) => isNamesake(name, a, b));
}

/** "John Hale" in one article, "Mary Hale" in the other, though both sentences say "Hale". */
function isNamesake(name: string, a: Compared<ToldEvent>, b: Compared<ToldEvent>): boolean {
  const [one, other] = [a.before.get(name), b.before.get(name)];
  return b.names.has(name) && one !== undefined && other !== undefined && !overlap(one, other);
}

function comparedBy<Item extends ToldEvent>(item: Item): Compared<Item> {
  const { event, source } = item;
  const sentence = source.slice(...event.span).replace(event.date?.phrase ?? '', ' ');
  const label = event.label.replace(event.date?.phrase ?? '', ' ');
  return {
    item,
    stems: stemsOf(item),
    numbers: new Set(
      tokensOf(sentence)
        .map(({ text }) => text)
        .filter((text) => /^\p{N}/u.test(text) || NUMBERS.has(text)),
    ),
    names: nameWords(label, capitalsOf(item)),
    before: capitalsOf(item).before,
    content: contentOf(label),
    places: new Set(event.places.filter(({ inferred }) => inferred === undefined).map(({ text }) => fold(text))),
    actors: new Set(event.actors.flatMap(({ text }) => [...nameWords(text, capitalsOf(item))])),
  };
}

/** The trigger as a verb and as a noun: "arrested" and "the arrest" are one word. */
function stemsOf({ event, source }: ToldEvent): ReadonlySet<string> {
  const trigger = fold(source.slice(...event.trigger));
  return new Set([verbLemma(trigger), nounLemma(trigger)].map((lemma) => stemmerFor('en')(lemma)));
}

const DETERMINER = /^(?:The|An?|This|That|His|Her|Its|Their)$/u;

/** The words of a text that are names: next to another capital, or written with one within a sentence of the article. */
function nameWords(text: string, { within }: Capitals): ReadonlySet<string> {
  const words = Array.from(text.matchAll(CAPITAL)).filter(([word]) => !DETERMINER.test(word));
  const isNext = (at: number, end: number): boolean =>
    words.some((other) => other.index === end + 1 || other.index + other[0].length + 1 === at);
  return new Set(
    words
      .filter(({ 0: word, index }) => within.has(fold(word)) || isNext(index, index + word.length))
      .map(([word]) => fold(word)),
  );
}

const CAPITAL = /\p{Lu}[\p{L}\p{M}\p{N}’'-]*/gu;

/** The names of an article, each with the names right before it: "Ann" of "Hale". */
interface Capitals {
  readonly within: ReadonlySet<string>;
  readonly before: ReadonlyMap<string, ReadonlySet<string>>;
}

const capitals = new WeakMap<object, Capitals>();

function capitalsOf({ article, source }: ToldEvent): Capitals {
  const known = capitals.get(article);
  if (known) return known;
  const within = new Set<string>();
  const before = new Map<string, Set<string>>();
  let last = { word: '', end: -1 };
  for (const { 0: word, index } of source.matchAll(CAPITAL)) {
    const name = fold(word);
    if (/[\p{Ll},] $/u.test(source.slice(Math.max(0, index - 2), index))) within.add(name);
    if (last.end === index - 1 && !DETERMINER.test(last.word))
      before.set(name, (before.get(name) ?? new Set<string>()).add(fold(last.word)));
    last = { word, end: index + word.length };
  }
  capitals.set(article, { within, before });
  return { within, before };
}

/** The words of a label that are not in every sentence. */
function contentOf(label: string): ReadonlySet<string> {
  const stops = stopWordsOf('en');
  return new Set(
    tokensOf(label)
      .filter(({ text }) => !stops.has(text))
      .map(({ text }) => stemmerFor('en')(text)),
  );
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return !a.isDisjointFrom(b);
}

function holdsOther(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.isSubsetOf(b) || b.isSubsetOf(a);
}
