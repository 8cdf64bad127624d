import { isReference } from '../../article/handle.ts';
import { using, use, type Intent, type Surroundings } from '../intent.ts';
import { namedArticle } from '../namedArticle.ts';
import { numbersInFigures } from '../numbersInWords.ts';
import type { Said } from '../said.ts';
import { headingNamed } from './headingNamed.ts';

const LENGTHS: readonly (readonly [RegExp, 'brief' | 'standard' | 'full'])[] = [
  [
    /\b(?:short|brief(?! (?:me|us|on)\b)|quick|concise|one[- ]line|tl;?dr|in short|in brief|briefly|quickly|in (?:a nutshell|one sentence|a sentence|[123] sentences|(?:two|three|a few|few) sentences|a few words))\b/u,
    'brief',
  ],
  [/\b(?:long|longer|full|detailed|complete|thorough|extensive|comprehensive|in detail|in depth|in-depth)\b/u, 'full'],
];
const LENGTH_WORDS =
  /(?:^| )(?:short|brief(?! (?:me|us|on)\b)|quick|concise|one[- ]line|long|longer|full|detailed|complete|thorough|extensive|comprehensive|executive|simple|good|nice|standard|whole)(?= |$)/gu;
const LENGTH_PHRASES =
  / (?:in short|in brief|briefly|quickly|in detail|in depth|in (?:a nutshell|one sentence|a sentence|a few words|(?:\d{1,2}|two|three|four|five|six|ten|a few|few) (?:sentences|points|bullets|bullet points|lines)))$/u;
const SUMMARY =
  /^(?:(?:a|an|the|your|me|us) )*(?:(?:summarize|summarise|summarizing|summarising|sum up|recap|boil down|condense|tl;?dr|tl dr)(?: (?:me|us))?(?:$|[ :])(?:of |on |for |about |from )?|(?:summary|summaries|overview|recap|gist|precis|synopsis|briefing|brief|highlights)(?: (?:me|us))?(?:$|:\s*| (?:of|on|for|about|from) ))/u;

/** Reads requests for a summary, of an article, a section or all there is. One of a topic is a question about it. */
export function readSummaryRequest({ phrase, surroundings, reread }: Said): Intent | undefined {
  const length = LENGTHS.find(([pattern]) => pattern.test(phrase.folded))?.[1];
  const plain = phrase.folded.replace(LENGTH_WORDS, ' ').replace(LENGTH_PHRASES, '').replaceAll(/\s+/gu, ' ').trim();
  const folded = plain === '' && length === 'brief' ? 'summary' : plain;
  const asked = SUMMARY.exec(folded)?.[0] ?? SUMMARY.exec(`${folded} `)?.[0];
  if (asked === undefined) return readLeadingName(folded, { length, surroundings });
  const rest = folded.slice(asked.length).trim();
  return ofPart(rest, { length, surroundings }) ?? topic(phrase.typed.slice(-rest.length), reread);
}

interface Wanted {
  readonly length: string | undefined;
  readonly surroundings: Surroundings;
}

function ofPart(rest: string, { length, surroundings }: Wanted): Intent | undefined {
  const { articles, earlier } = surroundings;
  const number = /^(?:the )?(?:section|chapter|part|§) ?(\d{1,3})(?: (?:of|in|from) (.+))?$/u.exec(
    numbersInFigures(rest),
  );
  if (number) {
    const named = number[2] === undefined ? undefined : namedArticle(number[2], articles);
    const article = named?.kind === 'article' ? named.id : earlier?.article;
    return using(use('summary', { section: number[1], article, length }));
  }
  if (isReference(rest)) return using(use('quote', { text: rest, article: earlier?.article }));
  const named = namedArticle(rest, articles);
  if (named?.kind === 'article') return using(use('summary', { article: named.id, length }));
  if (named) {
    const own = named.kind === 'this' ? earlier?.article : undefined;
    return using(use('summary', { article: own ?? allIfSeveral(surroundings), length }));
  }
  const heading = headingNamed(rest, surroundings);
  return heading && using(use('summary', { section: heading.section, article: heading.article, length }));
}

/** "The Long Walk summary", "article summary". */
function readLeadingName(folded: string, wanted: Wanted): Intent | undefined {
  const name = /^(.+?)(?:'s)? (?:summary|overview|recap|synopsis|tl;?dr|in (?:short|brief|a nutshell))$/u.exec(
    folded,
  )?.[1];
  return name === undefined ? undefined : ofPart(name, wanted);
}

/** All articles, unless there is only one, or one is the default, which the command takes by itself. */
function allIfSeveral({ articles, hasDefault = false }: Surroundings): string | undefined {
  return articles.length > 1 && !hasDefault ? '*' : undefined;
}

function topic(text: string, reread: Said['reread']): Intent | undefined {
  return text.trim() === '' ? undefined : reread(text);
}
