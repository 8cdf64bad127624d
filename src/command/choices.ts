import type { Article } from '../article/article.ts';
import { formatHandle } from '../article/handle.ts';
import { passageOfBlock, referenceOfBlock } from '../article/passage.ts';
import { formatReference } from '../article/reference.ts';
import { isTextBlock } from '../article/article.ts';
import { sectionsOf } from '../article/section.ts';
import { nearest } from '../language/nearest.ts';
import { label } from '../reply/label.ts';
import { AUTOCOMPLETE_MAX_CHOICES, CHOICE_MAX_CHARS } from '../reply/limits.ts';
import { describeWhen } from '../schedule/describeWhen.ts';
import { listSchedules } from '../schedule/schedules.ts';
import { searchZones } from '../settings/searchZones.ts';
import { cityOf } from '../settings/zone.ts';
import type { Choice } from './command.ts';
import type { CommandContext } from './context.ts';

/** Lists articles for an `article` option: by title, those that fit what is typed first. */
export function articleChoices(typed: string, { library }: CommandContext): readonly Choice[] {
  return rank(
    typed,
    [...library.articles.values()].map(({ id, title, published }) => ({
      name: published ? `${title} (${published})` : title,
      value: id,
    })),
  );
}

/** Lists the sections of the article that is meant, for a `section` or `name` option. */
export function sectionChoices(typed: string, article: Article | undefined): readonly Choice[] {
  if (!article) return [];
  const choices = sectionsOf(article).map(({ number, heading, paragraphs }) => {
    const range = paragraphs
      ? ` (¶${paragraphs[0] === paragraphs[1] ? paragraphs[0] : `${paragraphs[0]}-${paragraphs[1]}`})`
      : '';
    return { name: `${heading ?? 'Before the first heading'}${range}`, value: String(number) };
  });
  return rank(typed, choices);
}

/** Lists the digests of the server that the caller is in. */
export async function scheduleChoices(typed: string, { caller, store }: CommandContext): Promise<readonly Choice[]> {
  if (caller.guild === undefined || !caller.manages) return [];
  const schedules = await listSchedules(await store(), caller.guild);
  return rank(
    typed,
    schedules.map(({ name, rule, zone }) => ({
      name: `${name}: ${describeWhen(rule)} (${cityOf(zone)})`,
      value: name,
    })),
  );
}

/** Lists time zones by what is typed of their cities; popular ones when nothing is. */
export function zoneChoices(typed: string): readonly Choice[] {
  return searchZones(typed).map((zone) => ({ name: zone.replaceAll('_', ' '), value: zone }));
}

/** Lists passages by reference, with their first words, for a `reference` option; values are handles. */
export function referenceChoices(
  typed: string,
  articles: Iterable<Article>,
  valueOf: (reference: string, article: Article) => string = (reference, article) => formatHandle(article, reference),
): readonly Choice[] {
  const wanted = typed
    .trim()
    .toLowerCase()
    .replace(/^[¶p]\s*(?=\d)/u, '');
  const choices: Choice[] = [];
  const all = [...articles];
  for (const article of all) {
    for (const [index, block] of article.blocks.entries()) {
      if (!isTextBlock(block)) continue;
      const reference = formatReference(referenceOfBlock(article, index));
      const words = article.source.slice(...passageOfBlock(article, index).span);
      const bare = reference.replace('¶', '').toLowerCase();
      if (wanted !== '' && !bare.startsWith(wanted) && !words.toLowerCase().includes(wanted)) continue;
      const name = passageName({ reference, article: all.length > 1 ? article.id : undefined }, words);
      choices.push({ name, value: valueOf(reference, article) });
      if (wanted === '' && choices.length === AUTOCOMPLETE_MAX_CHOICES) return choices;
    }
  }
  const starts = (choice: Choice): boolean => choice.name.toLowerCase().replace('¶', '').startsWith(wanted);
  return [...choices.filter(starts), ...choices.filter((choice) => !starts(choice))].slice(0, AUTOCOMPLETE_MAX_CHOICES);
}

/** Names a passage by its reference and first words; also by its article where there are several. */
export function passageName(
  { reference, article }: { readonly reference: string; readonly article: string | undefined },
  words: string,
): string {
  return choiceName([reference, ...(article === undefined ? [] : [article]), words].join(' · '));
}

/** Cuts the name of an entry to as many characters as it may have. */
export function choiceName(text: string): string {
  return label(text, CHOICE_MAX_CHARS);
}

function rank(typed: string, choices: readonly Choice[]): readonly Choice[] {
  const named = choices.map((choice) => ({ ...choice, name: choiceName(choice.name) }));
  if (typed.trim() === '') return named.slice(0, AUTOCOMPLETE_MAX_CHOICES);
  const order = nearest(typed, [...new Set(named.map(({ name }) => name))], AUTOCOMPLETE_MAX_CHOICES);
  return order.flatMap((name) => named.filter((choice) => choice.name === name)).slice(0, AUTOCOMPLETE_MAX_CHOICES);
}
