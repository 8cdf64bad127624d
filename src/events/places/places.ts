import type { Span } from '../../language/span.ts';
import { PLACE_NAME_MAX_WORDS, placeNamed, type PlaceName } from './gazetteer.ts';
import { beforeFirst } from '../../language/beforeFirst.ts';

/** A place that a sentence names. */
export interface Place {
  readonly span: Span;
  /** The most exact part of the name, folded: `paris` of "Paris, France". Two mentions of one place share it. */
  readonly name: string;
  readonly countries: readonly string[];
  readonly kind: PlaceName['kind'] | 'named';
  /** Whether a word such as "in" or "at" precedes it. */
  readonly located: boolean;
  /** Undefined if the sentence names it. */
  readonly inferred?: 'dateline' | 'context' | undefined;
}

const NAME_WORD = /\p{Lu}[\p{L}\p{M}'’.-]*/gu;
const LOCATIVE =
  /(?:\b(?:in|at|near|from|to|outside|inside|across|throughout|around|into|toward|towards|off|over|within|between|of|and|or|reached|leaving|entered|visited|left|north|south|east|west|northern|southern|eastern|western|central|downtown|greater)|,|\(|—|–)\s+(?:the\s+)?(?:(?:north|south|east|west|northern|southern|eastern|western|central|city|town|village|capital|port|province|state|department|municipality|district|neighborhood|region)\s+(?:city\s+)?(?:of\s+)?)?$/iu;
const STRICTLY_IN =
  /\b(?:in|near|outside)\s+(?:(?:northern|southern|eastern|western|central|downtown)\s+)?$|\b(?:city|town|village|hamlet|municipality|port|neighbou?rhood|district|department|province|region)\s+of\s+$/iu;
/** Endings that mark a name as a place even if no list has it. */
const FACILITY =
  /\b(?:Airport|Avenue|Barracks|Base|Bay|Beach|Boulevard|Bridge|Building|Camp|Canal|Castle|Cathedral|Center|Centre|Church|City Hall|College|County|Department|Desert|District|Embassy|Gate|Hall|Harbou?r|Highway|Hospital|Hotel|Island|Islands|Lake|Mall|Market|Mosque|Mountain|Mountains|Museum|Neighborhood|Neighbourhood|Palace|Park|Peninsula|Plaza|Port|Prison|Province|River|Road|School|Square|Stadium|Station|Street|Temple|Terminal|Theater|Theatre|Tower|University|Valley|Village)$/u;
/** A common noun that marks the name before it as a place: "Escalon neighborhood". */
const COMMON_AFTER =
  /^\s+(?:neighbou?rhood|district|department|province|county|municipality|street|avenue|airport|hotel|university|hospital|prison|highway|river|valley|region|village|hamlet|border|barracks|island)\b/u;
/** Cities whose name is just as often a person's or a word: only a place after a word such as "in". */
const SURELY_NOT_AFTER = /^\s+(?:\p{Lu}\p{Ll}+|said|says|told)\b/u;
const DIRECTION =
  /(?:^|\s)(?:north|south|east|west|northern|southern|eastern|western|central|northeastern|northwestern|southeastern|southwestern)\s$/iu;
const NO_PLACE =
  /^(?:The|A|An|I|He|She|It|They|We|You|His|Her|Their|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Congress|Parliament|Senate|English|French|Spanish|German|Arabic|Christmas|Easter|God|Islam|Internet|Twitter|Facebook|Mr|Mrs|Ms|Dr|President|Minister|General|Colonel|Major|Captain|But|And|In|On|At|Of|For|No|Not|This|That|These|Those|When|While|If|As|So|All|Both|Many|Some|Most|Other|One|Two|Three)$/u;

/** Lists the places that a text names, in order: by the gazetteer, and by the context of a name. */
export function placesIn(text: string, [from, to]: Span): readonly Place[] {
  const stretch = text.slice(from, to);
  const words = Array.from(stretch.matchAll(NAME_WORD), (match): Span => [match.index, match.index + match[0].length]);
  const places: Place[] = [];
  let last: Found | undefined;
  for (let index = 0; index < words.length;) {
    const found = placeAt(stretch, { words, index, last });
    last = found;
    if (found) places.push({ ...found.place, span: [found.place.span[0] + from, found.place.span[1] + from] });
    index += found?.words ?? 1;
  }
  return joinedPlaces(text, places);
}

interface Found {
  /** Its span is of the stretch. */
  readonly place: Place;
  readonly words: number;
  /** What says that a place follows. */
  readonly before: string;
}

function placeAt(
  stretch: string,
  { words, index, last }: { words: readonly Span[]; index: number; last: Found | undefined },
): Found | undefined {
  const start = words[index]?.[0] ?? stretch.length;
  // "In Ghana and Malawi": what is said of the first is said of the second.
  const first = last && stretch.slice(last.place.span[1], start) === ' and ' ? last : undefined;
  const own = stretch.slice(Math.max(0, start - 60), start);
  for (const run of runsFrom(stretch, words, index)) {
    const count = run.length;
    const end = clippedEnd(stretch, [start, run.at(-1)?.[1] ?? start]);
    const written = stretch.slice(start, end);
    const known = placeNamed(written);
    const after = stretch.slice(end, end + 30);
    // "Kim was held in Oslo and Hansen in Bergen" goes on with somebody.
    const before = first && !after.startsWith(' in ') ? first.before : own;
    if (known && isPlace(known, { written, before, after }))
      return { words: count, before, place: placed([start, end], written, { ...known, before }) };
    if (known === undefined && isNamed(written, { before, after })) {
      const noun = COMMON_AFTER.exec(after)?.[0].length ?? 0;
      return {
        words: count,
        before,
        place: { span: [start, end + noun], name: written.toLowerCase(), countries: [], kind: 'named', located: true },
      };
    }
  }
  return undefined;
}

function placed(span: Span, written: string, known: PlaceName & { before: string }): Place {
  const direction = DIRECTION.exec(known.before)?.[0].trimStart().length ?? 0;
  return {
    span: [span[0] - direction, span[1]],
    name: written.toLowerCase().replace(/\./gu, ''),
    countries: known.country === undefined ? [] : [known.country],
    kind: known.kind,
    located: LOCATIVE.test(known.before),
  };
}

/** Consecutive capitalized words to try as one name, longest first. */
function* runsFrom(stretch: string, words: readonly Span[], index: number): Generator<readonly Span[]> {
  const run: Span[] = [];
  for (const word of words.slice(index, index + PLACE_NAME_MAX_WORDS)) {
    const last = run.at(-1);
    if (last && !goesOn(stretch, last, word)) break;
    run.push(word);
  }
  for (let count = run.length; count >= 1; count -= 1) yield run.slice(0, count);
}

function goesOn(stretch: string, word: Span, next: Span): boolean {
  return (
    !/['’]s?$/u.test(stretch.slice(...word)) &&
    /^(?:\s|\s(?:of|de|del|da|do|di|la|las|los|and|the|of the|de la)\s|-)$/u.test(stretch.slice(word[1], next[0]))
  );
}

/** Drops a possessive ending and the full stop of a sentence. */
function clippedEnd(stretch: string, [start, end]: Span): number {
  const written = stretch.slice(start, end);
  const ending = /(?:['’]s?|(?<=^[^.]*)\.|-)$/u.exec(written)?.[0].length ?? 0;
  return end - ending;
}

function isPlace(
  { kind }: PlaceName,
  { written, before, after }: { written: string; before: string; after: string },
): boolean {
  if (/^(?:USA?|U\.S\.(?:A\.)?|UK|U\.K\.)$/u.test(written)) return true;
  if (!/^\p{Lu}/u.test(written) || written === 'Us' || NO_PLACE.test(written)) return false;
  if (kind === 'country' || kind === 'region') return !/^\s+\p{Lu}\p{Ll}+\s+(?:said|told)/u.test(after);
  const located = LOCATIVE.test(before);
  const qualified =
    /^,\s+\p{Lu}/u.test(after) &&
    placeNamed(/^,\s+(\p{Lu}[\p{L}.]+(?:\s\p{Lu}[\p{L}.]+)?)/u.exec(after)?.[1] ?? '') !== undefined;
  if (kind === 'city')
    return located || qualified || !(SURELY_NOT_AFTER.test(after) || /\p{Lu}[\p{L}.]*\s$/u.test(before));
  // "The University of Bergen": a small place's name, but of something else here.
  if (/^\s+of\s+(?:the\s+)?\p{Lu}/u.test(after)) return false;
  return (
    qualified ||
    (located &&
      !/^\s+\p{Lu}\p{Ll}+/u.test(after) &&
      !/\b(?:and|or|to|of|from),?\s+(?:the\s+)?$/u.test(before) &&
      !/,\s+$/u.test(before))
  );
}

function isNamed(written: string, { before, after }: { before: string; after: string }): boolean {
  if (NO_PLACE.test(beforeFirst(written, ' ')) || /^[\p{Lu}\d.-]+$/u.test(written)) return false;
  // "In Ghana and Malawi" names two, and so does "in Lund and Port Moira", however many words of it are read.
  if (/ and /u.test(written)) return FACILITY.test(written) && !/^\s\p{Lu}/u.test(after);
  if (written.includes(' ') && FACILITY.test(written)) return true;
  if (COMMON_AFTER.test(after)) return true;
  return (
    STRICTLY_IN.test(before) &&
    /^(?:[,.;)]|\s+(?:and|on|by|when|where|after|before|in|at|this|today|yesterday|last|early|late|to|with|from|department|province)\b|$)/u.test(
      after,
    )
  );
}

/** Joins a place with the country or state after it: "Paris, France" is one place. */
function joinedPlaces(text: string, places: readonly Place[]): readonly Place[] {
  const out: Place[] = [];
  for (const place of places) {
    const last = out.at(-1);
    const gap = last && text.slice(last.span[1], place.span[0]);
    if (last && gap !== undefined && /^,\s+$/u.test(gap) && within(last, place)) {
      out[out.length - 1] = {
        ...last,
        span: [last.span[0], place.span[1]],
        countries: [...new Set([...last.countries, ...place.countries])],
      };
      continue;
    }
    out.push(place);
  }
  return out;
}

function within(inner: Place, outer: Place): boolean {
  if (outer.kind !== 'country' && outer.kind !== 'region') return false;
  if (inner.kind === 'country') return false;
  return (
    inner.countries.length === 0 ||
    outer.countries.length === 0 ||
    outer.countries.slice(0, 1).some((country) => inner.countries.includes(country)) ||
    inner.kind === 'small'
  );
}
