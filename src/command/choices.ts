import { type Article, isBodyBlock } from '../article/article.ts';
import { formatHandle } from '../article/handle.ts';
import { passageOfBlock, passageOfSentences, referenceOfBlock, type Passage } from '../article/passage.ts';
import { formatReference } from '../article/references/reference.ts';
import { formatReferences } from '../article/references/references.ts';
import { parseReferences } from '../article/references/parseReferences.ts';
import { resolveReferences } from '../article/references/resolveReferences.ts';
import { sectionsOf } from '../article/sections.ts';
import { fold } from '../language/folding/fold.ts';
import { nearest } from '../language/nearest.ts';
import { truncate } from '../reply/truncate.ts';
import { AUTOCOMPLETE_MAX_CHOICES, CHOICE_MAX_CHARS } from '../reply/limits.ts';
import { unheadedName } from '../reply/words/unheadedName.ts';
import { ruleInWords } from '../reply/words/digests/ruleInWords.ts';
import { listSchedules } from '../schedule/schedules.ts';
import { parseZone } from '../settings/zones/parseZone.ts';
import { searchZones } from '../settings/zones/searchZones.ts';
import { zoneInWords } from '../reply/words/zoneInWords.ts';
import { cityOf } from '../settings/zones/zone.ts';
import { placesStarting } from '../settings/zones/zonePlaces.ts';
import type { Choice, CommandContext } from './command.ts';
import { mayManage } from './requireManagedGuild.ts';
import { entryAt } from '../runtime/entryAt.ts';

/** Suggests articles for an `article` option, by title; those that match the typed text first. */
export function articleChoices(typed: string, { library }: CommandContext): readonly Choice[] {
  return rankChoices(
    typed,
    [...library.articles.values()].map(({ id, title, published }) => ({
      name: published ? `${title} (${published})` : title,
      value: id,
    })),
  );
}

/** Suggests the sections of the chosen article for a `section` or `name` option. */
export function sectionChoices(typed: string, article: Article | undefined): readonly Choice[] {
  if (!article) return [];
  const sections = sectionsOf(article);
  const choices = sections.map(({ number, heading, paragraphs }) => {
    const range = paragraphs
      ? ` (¶${paragraphs[0] === paragraphs[1] ? paragraphs[0] : `${paragraphs[0]}-${paragraphs[1]}`})`
      : '';
    return { name: `${heading ?? unheadedName(sections)}${range}`, value: String(number) };
  });
  return rankChoices(typed, choices);
}

/** Suggests the digests of the caller's server. */
export async function scheduleChoices(typed: string, { caller, store }: CommandContext): Promise<readonly Choice[]> {
  if (caller.guild === undefined || !mayManage(caller)) return [];
  const schedules = await listSchedules(await store(), caller.guild);
  return rankChoices(
    typed,
    schedules.map(({ name, rule, zone }) => ({
      name: `${name}: ${ruleInWords(rule)} (${cityOf(zone)})`,
      value: name,
    })),
  );
}

/** Suggests time zones by city, country or abbreviation; popular ones if nothing is typed. */
export function zoneChoices(typed: string): readonly Choice[] {
  const reading = parseZone(typed);
  const exact = reading.kind === 'zone' ? [reading.zone] : reading.kind === 'several' ? reading.zones : [];
  const places = typed.trim() === '' ? [] : placesStarting(typed);
  const zones = [...new Set([...exact, ...searchZones(typed)])].slice(0, AUTOCOMPLETE_MAX_CHOICES);
  return zones.map((zone) => {
    const name = zoneInWords(zone);
    const place = places.find(([, zones]) => zones.includes(zone))?.[0];
    const known = place === undefined || fold(name).includes(place);
    return { name: choiceName(known ? name : `${name} (${inCapitals(place)})`), value: zone };
  });
}

function inCapitals(name: string): string {
  return name.replaceAll(/(?<=^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** "12." or "12.3": sentences whose reference starts like this are suggested. */
const SENTENCE_TYPED = /^(\d{1,5})\s?\.\s?(\d{0,4})$/u;

/** Suggests passages by reference, with their first words, for a `reference` option; values are handles. */
export function referenceChoices(
  typed: string,
  articles: Iterable<Article>,
  valueOf: (reference: string, article: Article) => string = (reference, article) => formatHandle(article, reference),
): readonly Choice[] {
  const wanted = typed
    .trim()
    .toLowerCase()
    .replace(/^(?:¶|p(?:ara(?:graph)?)?\.?)\s*(?=\d)/u, '');
  const choices: Choice[] = [];
  const all = [...articles];
  const sentence = SENTENCE_TYPED.exec(wanted);
  if (sentence) return all.flatMap((article) => sentencesOf(article)).slice(0, AUTOCOMPLETE_MAX_CHOICES);
  for (const article of all) {
    for (const [index, block] of article.blocks.entries()) {
      if (!isBodyBlock(block)) continue;
      const reference = formatReference(referenceOfBlock(article, index));
      const words = article.source.slice(...passageOfBlock(article, index).span);
      const isNamed = bareReference(reference).startsWith(bareReference(wanted));
      if (wanted !== '' && !isNamed && !words.toLowerCase().includes(wanted)) continue;
      const name = passageName(
        { reference, article: all.length > 1 ? article.id : undefined },
        words,
        isNamed ? '' : wanted,
      );
      choices.push({ name, value: valueOf(reference, article) });
      if (wanted === '' && choices.length === AUTOCOMPLETE_MAX_CHOICES) return choices;
    }
  }
  // What is typed whole comes first, then what begins with it, then what only has it in its words.
  const listed = all.flatMap((article) => listOf(article));
  const starts = (choice: Choice): boolean => bareReference(choice.name).startsWith(bareReference(wanted));
  const others = choices.filter(({ value }) => !listed.some((choice) => choice.value === value));
  return [...listed, ...others.filter(starts), ...others.filter((choice) => !starts(choice))].slice(
    0,
    AUTOCOMPLETE_MAX_CHOICES,
  );

  function sentencesOf(article: Article): readonly Choice[] {
    const [, number, prefix = ''] = sentence ?? [];
    return article.blocks.flatMap((block, index) => {
      if (block.kind !== 'paragraph' || block.number !== Number(number)) return [];
      return block.sentences.flatMap((_, at) =>
        String(at + 1).startsWith(prefix)
          ? [choiceOf(article, [passageOfSentences(article, index, [at, at + 1])])]
          : [],
      );
    });
  }

  /** The typed text itself, if it names passages of the article: `12-14`, `12.2,4`. */
  function listOf(article: Article): readonly Choice[] {
    const ranges = wanted === '' ? undefined : parseReferences(typed);
    const resolution = ranges && resolveReferences(article, ranges);
    return resolution?.kind === 'passages' ? [choiceOf(article, resolution.passages)] : [];
  }

  function choiceOf(article: Article, passages: readonly Passage[]): Choice {
    const reference = formatReferences(passages.map((passage) => passage.reference));
    const words = article.source.slice(...entryAt(passages, 0).span);
    const name = passageName({ reference, article: all.length > 1 ? article.id : undefined }, words);
    return { name, value: valueOf(reference, article) };
  }
}

/** A reference as people type it: "fig2" and "Fig. 2" are the same. */
function bareReference(reference: string): string {
  return reference.toLowerCase().replaceAll(/[¶.\s]/gu, '');
}

/**
 * Names a passage by its reference and first words, or those from shortly before what is typed; also by its article if there
 * are several.
 */
export function passageName(
  { reference, article }: { readonly reference: string; readonly article: string | undefined },
  words: string,
  typed = '',
): string {
  const place = [reference, ...(article === undefined ? [] : [article])].join(' · ');
  return choiceName(`${place} · ${fromTyped(words, typed.trim(), CHOICE_MAX_CHARS - place.length - 5)}`);
}

/** Words before what is typed that are shown with it. */
const CHARS_BEFORE = 16;

/** Cuts the beginning of a text off if what is typed, or a word of it, would not be among the characters shown. */
function fromTyped(words: string, typed: string, shown: number): string {
  const text = words.toLowerCase();
  const whole = text.indexOf(typed.toLowerCase());
  const parts =
    whole === -1
      ? typed
          .toLowerCase()
          .split(/[^\p{L}\p{N}]+/u)
          .filter((part) => part.length > 2)
      : [];
  const found = [whole, ...parts.map((part) => text.indexOf(part))].filter((at) => at !== -1);
  const at = Math.min(...found);
  if (typed === '' || found.length === 0 || at + Math.min(typed.length, shown / 2) <= shown) return words;
  const before = words.lastIndexOf(' ', at - CHARS_BEFORE);
  return `…${words.slice(Math.max(before, 0))}`;
}

/** Truncates the name of a choice to its maximum length. */
export function choiceName(text: string): string {
  return truncate(text, CHOICE_MAX_CHARS);
}

/**
 * Ranks choices by what is typed: what it is, what begins with it, what has a word that does, what contains it; then what is
 * near, unless the choices are closed: then those that do not contain it are left out.
 */
export function rankChoices(
  typed: string,
  choices: readonly Choice[],
  { isClosed = false }: { readonly isClosed?: boolean } = {},
): readonly Choice[] {
  const named = choices.map((choice) => ({ ...choice, name: choiceName(choice.name) }));
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return named.slice(0, AUTOCOMPLETE_MAX_CHOICES);
  const ranked = RANKS.flatMap((isRanked) =>
    named.filter(({ name, value }) => [value, name].some((text) => isRanked(text.toLowerCase(), wanted))),
  );
  if (!isClosed && ranked.length < AUTOCOMPLETE_MAX_CHOICES) {
    const order = nearest(typed, [...new Set(named.map(({ name }) => name))], AUTOCOMPLETE_MAX_CHOICES);
    ranked.push(...order.flatMap((name) => named.filter((choice) => choice.name === name)));
  }
  return [...new Set(ranked)].slice(0, AUTOCOMPLETE_MAX_CHOICES);
}

/** How a choice can fit what is typed, the best first. Both are in lower case. */
const RANKS: readonly ((text: string, wanted: string) => boolean)[] = [
  (text, wanted) => text === wanted,
  (text, wanted) => text.startsWith(wanted),
  (text, wanted) => text.split(/[\s(“"'-]+/u).some((word) => word.startsWith(wanted)) || text.includes(` ${wanted}`),
  (text, wanted) => text.includes(wanted),
];
