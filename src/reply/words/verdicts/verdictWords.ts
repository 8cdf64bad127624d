import type { AnswerOf } from '../../../answer/answer.ts';
import type { Article } from '../../../article/article.ts';
import { counted, listed } from '../counted.ts';
import { contains } from '../../../language/span.ts';
import { struckSpans } from '../../../language/struck.ts';
import { truncate } from '../../truncate.ts';
import { shownWords } from './shownWords.ts';
import { entryAt } from '../../../runtime/entryAt.ts';

type Verdict = AnswerOf<'verdict'>;
type Unjudged = NonNullable<Verdict['unjudged']>[number];

/** What a check compares; said by `/help verify`, and with a verdict in a terminal. */
export const CONTRACT =
  'Words, digits and negations are compared with the source itself. Typography (quotation marks, dashes, spaces, line breaks, invisible characters, ligatures, letter case, words that are struck out) may differ, and so may the number or letter of a list item that only the quotation or only the source has; each such difference is listed; similarity alone never counts as a match.';

/** Names of the kinds of difference; other kinds use their identifier. */
const KINDS: Readonly<Record<string, string>> = {
  'quote-mark': 'quotation mark',
  'line-break': 'line break',
  'soft-hyphen': 'soft hyphen',
  'zero-width': 'invisible character',
  ellipsis: 'mark of omission',
  case: 'letter case',
  ending: 'closing mark',
  hyphenation: 'hyphen at a line’s end',
  inserted: 'words in brackets',
  'note-mark': 'number of a footnote',
  'list-mark': 'mark of a list',
  added: 'words',
  removed: 'words',
  'out-of-order': 'earlier in the source',
  'far-apart': 'from another place',
  repeated: 'repeated',
};
const FLAGS: Readonly<Record<string, string>> = {
  negation: 'a negation',
  number: 'a number',
  quantity: 'part of an amount',
  denial: 'a denial or a doubt',
  condition: 'a condition or an open question',
};

/** Whether a quotation was not found, or only something like it, so that it matters where it was looked for. */
export function isMissing({ verdict, editions = [] }: Verdict): boolean {
  return (verdict === 'absent' || verdict === 'altered') && !editions.some(({ present }) => !present);
}

/** A verdict's short name, and a sentence that says what it means. */
export function verdictInWords(verdict: Verdict): { readonly name: string; readonly sentence: string } {
  const { differences, matches, places = matches.length, more = false } = verdict;
  const count = `${more ? 'more than ' : ''}${counted(places, 'place')}`;
  const several =
    places > 1 ? ` It is in ${count}${more || places > matches.length ? ', not all of them shown' : ''}.` : '';
  const subject = subjectInWords(verdict);
  const gaps = verdict.omitted.filter(({ at }) => at !== undefined).length;
  const sentences: Readonly<Record<Verdict['verdict'], readonly [name: string, sentence: string]>> = {
    exact: ['Exact', `${subject} in the source, word for word.${several}`],
    folded: [
      'Same words, different typography',
      `${subject} in the source, but for ${besidesInWords(verdict)}: ${counted(differences.length, 'difference')}, listed below.${several}`,
    ],
    spliced: ['Spliced together', splicedInWords(gaps, differences)],
    altered: ['Altered', alteredInWords(verdict)],
    elsewhere: [
      'In a different place',
      `${subject} in the source${differences.length === 0 ? ', word for word' : `, but for ${besidesInWords(verdict)}`}, but in another place.${several}`,
    ],
    'too-short': [
      'Too short to judge',
      `So few words could come from anywhere${places > 0 ? `; they are in ${count}` : ''}. Give at least three words and 12 characters.`,
    ],
    absent: [verdict.elsewhere ? 'In a different article' : 'Not found', absentInWords(verdict)],
  };
  const [name, sentence] = sentences[verdict.verdict];
  return { name, sentence };
}

/** Names what sets a quotation apart that has the words of the source. */
function besidesInWords({ differences }: Verdict): string {
  const marks = differences.filter(({ kind }) => kind === 'list-mark').length;
  if (marks === 0) return 'typography';
  return marks === differences.length ? 'the marks of a list' : 'typography and the marks of a list';
}

/** Names what was judged: "This is" if that is all that was typed, otherwise "The words without “— Total Lies” are". */
function subjectInWords(verdict: Verdict): string {
  const left = (verdict.unjudged ?? []).filter(({ text }) => !isClaim(text, verdict));
  return left.length === 0 ? 'This is' : `The words without ${listed(left.map(({ text }) => shownWords(text)))} are`;
}

/** Differences that change words, or combine them in a way the source does not. */
const OF_WORDS: ReadonlySet<string> = new Set([
  'added',
  'removed',
  'word',
  'name',
  'number',
  'negation',
  'inserted',
  'note-mark',
  'out-of-order',
  'far-apart',
  'repeated',
]);

function isTypography({ kind, flag }: Verdict['differences'][number]): boolean {
  return !OF_WORDS.has(kind) && flag === undefined;
}

/** Differences that combine real words in a way the source does not. */
const APART: ReadonlySet<string> = new Set(['out-of-order', 'far-apart', 'repeated']);

function splicedInWords(gaps: number, differences: Verdict['differences']): string {
  if (gaps === 0 && differences.some(({ kind }) => kind === 'inserted'))
    return 'The words outside the brackets are in the source, in this order.';
  return `The parts are in the source in this order, with ${gaps === 0 ? 'no words' : `${counted(gaps, 'stretch', 'stretches')} of words`} left out at the marks.`;
}

function alteredInWords({ differences, omitted, passage, parts = [] }: Verdict): string {
  const gaps = omitted.filter(({ at }) => at !== undefined).length;
  const places = differences.length + gaps;
  if (gaps === 0 && differences.length > 0 && differences.every((difference) => isTypography(difference)))
    return `The words are in the source in this order, but the punctuation or typography differs in ${counted(places, 'place')}.`;
  if (parts.length > 0) {
    const isOneArticle = new Set(parts.flatMap(({ matches }) => matches.map(({ article }) => article))).size === 1;
    const each = parts.map(({ text, verdict, matches }) => {
      const how = verdict === 'exact' ? 'word for word' : 'but for typography';
      const of = isOneArticle ? '' : ` of ${entryAt(matches, 0).article}`;
      return `${shownWords(text)} is, ${how}, at ${listed(matches.map(({ reference }) => reference))}${of}`;
    });
    return `Not all of this is in the source. The part ${listed(each)}; what differs is listed below.`;
  }
  if (!passage && differences.some(({ kind }) => APART.has(kind)))
    return 'The source does not say this. Each part is in the source, but not together like this.';
  return `The source does not say this. The closest passage differs in ${counted(places, 'place')}.`;
}

function absentInWords({ elsewhere, nearest, occurring = [], searched }: Verdict): string {
  if (elsewhere) return 'This was not found in the article that was named. Another article has it; it is below.';
  const where = searched.length === 1 ? 'article' : 'articles';
  if (occurring.length === 0)
    return `Nothing like this was found in the ${where} searched. It may well be in a text that is not loaded here.`;
  const struck = struckSpans(nearest?.text ?? '').length > 0 ? '; words are struck out there' : '';
  const near = nearest ? ` The closest sentence, below, shares some of its words${struck}.` : '';
  return `This was not found in the ${where} searched.${near} It may well be in a text that is not loaded here.`;
}

/** Says whether the claimed place is right; undefined if none was named, or nothing can be said about it. */
export function claimInWords(
  { claimed, verdict }: Verdict,
  articles: ReadonlyMap<string, Article>,
): string | undefined {
  if (!claimed || verdict === 'absent' || verdict === 'too-short') return undefined;
  const article =
    claimed.article === undefined
      ? []
      : [`in “${truncate(articles.get(claimed.article)?.title ?? claimed.article, 100)}”`];
  const place = [...(claimed.reference === undefined ? [] : [claimed.reference]), ...article].join(' ');
  if (place === '') return undefined;
  if (verdict === 'altered' || verdict === 'spliced')
    return `${claimed.holds ? 'It is' : 'It is not'} the place that was named, ${place}.`;
  return `It is ${claimed.holds ? '' : 'not '}where it is supposed to be: ${place}.`;
}

/**
 * Lists every difference, every omission and what was not judged, one clause each; equal ones once, with their count.
 */
export function detailsInWords(verdict: Verdict): readonly string[] {
  const counts = new Map<string, number>();
  const clauses = [
    ...verdict.differences.map(differenceInWords),
    ...verdict.omitted
      .filter(isToldAlone(verdict))
      .map((omission) => omissionInWords(omission, sideOf(verdict, omission))),
    ...(verdict.unjudged ?? []).map((unjudged) => unjudgedInWords(unjudged, verdict)),
  ];
  for (const clause of clauses) counts.set(clause, (counts.get(clause) ?? 0) + 1);
  return Array.from(counts, ([clause, count]) => (count === 1 ? clause : `${clause} (${count} times)`));
}

/** Words replaced by brackets are listed with these; alone only if they matter by themselves. */
function isToldAlone({ differences }: Verdict): (omission: Verdict['omitted'][number]) => boolean {
  return ({ span, at, flag }) =>
    at !== undefined ||
    flag !== undefined ||
    !differences.some((other) => other.kind === 'inserted' && contains(other.span, span));
}

/** Says briefly that a negation or part of an amount differs, or that words were not judged; empty if none does. */
export function warningInWords({ differences, omitted, unjudged = [] }: Verdict): string {
  const flags = new Set([...differences, ...omitted].map(({ flag }) => flag));
  const found = Object.entries(FLAGS).flatMap(([flag, words]) => (flags.has(flag) ? [words] : []));
  const careful = found.length === 0 ? '' : ` (careful: ${listed(found)} left out, added or changed)`;
  return `${careful}${unjudged.some(({ why }) => why === 'attribution') ? ' (who said it was not checked)' : ''}`;
}

function unjudgedInWords({ text, why }: Unjudged, verdict: Verdict): string {
  if (why === 'markup') return `not judged: ${shownWords(text)}, treated as chat markup`;
  if (isClaim(text, verdict)) return `not part of the quotation: ${shownWords(text)}, taken for where it is from`;
  return `not judged: ${shownWords(text)}, taken for who said it or where it is from; whether that is true was not checked`;
}

/** Whether words that were taken off name the place that was looked up. */
function isClaim(text: string, { claimed }: Verdict): boolean {
  return claimed?.reference !== undefined && text.includes(claimed.reference);
}

function differenceInWords({ kind, quoted, source, flag }: Verdict['differences'][number]): string {
  if (APART.has(kind)) return `${KINDS[kind] ?? kind}: ${words(quoted)}`;
  const name = kind === 'punctuation' && flag === 'quantity' ? 'sign' : (KINDS[kind] ?? kind.replaceAll('-', ' '));
  const warning = flag === undefined || kind === 'negation' ? '' : `; careful, that is or holds ${FLAGS[flag] ?? flag}`;
  const careful = kind === 'negation' ? '; careful, this can reverse the meaning' : warning;
  const alphabet = isOtherAlphabet(quoted, source) ? '; some of its letters are from another alphabet' : '';
  if (kind === 'struck') return `left out, being struck out in the source: ${words(source || quoted)}`;
  if (quoted === '') return `${name} left out${namedWords(name, source)}${careful}`;
  if (source === '') return `${name} added${namedWords(name, quoted)}${careful}`;
  return `${name}: the quote has ${words(quoted)}, the source ${words(source)}${alphabet}${careful}`;
}

/** Whether a quotation has letters that only look like those of the source. */
function isOtherAlphabet(quoted: string, source: string): boolean {
  return OTHER_ALPHABETS.test(quoted) && /\p{Script=Latin}/u.test(source) && !OTHER_ALPHABETS.test(source);
}

const OTHER_ALPHABETS = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Puts a difference's name before its words, unless the name says it all: "line break left out". */
function namedWords(name: string, text: string): string {
  const shown = words(text);
  return shown === `a ${name}` ? '' : `: ${shown}`;
}

/** Shows words without the white space around them. */
function words(text: string): string {
  const bare = text.trim();
  return QUOTATION_MARK.test(bare) ? bare : shownWords(bare === '' ? text : bare);
}

/** Punctuation that would be hard to read between quotation marks. */
const QUOTATION_MARK = /^["“”„‟«»‹›‘’']+$/u;

type Side = 'before' | 'within' | 'after';

function omissionInWords({ text, flag }: Verdict['omitted'][number], side: Side): string {
  const warning =
    flag === undefined ? '' : `; careful, that is ${side === 'within' ? 'or holds ' : ''}${FLAGS[flag] ?? flag}`;
  return `${side === 'within' ? 'left out:' : `just ${side} it the source has`} ${words(text)}${warning}`;
}

/** Words before and after a quotation cut from its sentence are listed apart from words left out of it. */
function sideOf({ verdict, passage, matches: [first] }: Verdict, { span, at }: Verdict['omitted'][number]): Side {
  const own = passage?.span ?? first?.span;
  if (at !== undefined || own === undefined || (verdict === 'altered' && !passage)) return 'within';
  return span[1] <= own[0] ? 'before' : span[0] >= own[1] ? 'after' : 'within';
}
