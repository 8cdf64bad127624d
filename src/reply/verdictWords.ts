import type { AnswerOf } from '../answer/answer.ts';
import type { Article } from '../article/article.ts';
import { counted } from './counted.ts';
import { label } from './label.ts';
import { shownWords } from './shownWords.ts';

type Verdict = AnswerOf<'verdict'>;

/** What a check compares, said with every verdict. */
export const CONTRACT =
  'Words, digits and negations are compared with the source itself. Typography (quotation marks, dashes, spaces, line breaks, invisible characters, ligatures, letter case) may differ, and each such difference is listed; similarity alone never counts as a match.';

/** What each kind of difference is called; other kinds by themselves. */
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
  added: 'words',
  removed: 'words',
  'out-of-order': 'other order',
  'far-apart': 'far apart in the source',
};
const FLAGS: Readonly<Record<string, string>> = {
  negation: 'a negation',
  number: 'a number',
  quantity: 'what a number is counted in',
};
const WHY: Readonly<Record<string, string>> = { attribution: 'an attribution', markup: 'chat markup' };

/** Names a verdict in a word or two, and says in a sentence what it means. */
export function verdictInWords(verdict: Verdict): { readonly name: string; readonly sentence: string } {
  const { differences, matches, places = matches.length, more = false } = verdict;
  const count = `${more ? 'more than ' : ''}${counted(places, 'place')}`;
  const several =
    places > 1 ? ` It is in ${count}${more || places > matches.length ? '; some are below' : ', all below'}.` : '';
  const gaps = verdict.omitted.filter(({ at }) => at !== undefined).length;
  const sentences: Readonly<Record<Verdict['verdict'], readonly [name: string, sentence: string]>> = {
    exact: ['Exact', `This is in the source, word for word.${several}`],
    folded: [
      'Same words, different typography',
      `This is in the source, but for typography: ${counted(differences.length, 'difference')}, listed below.${several}`,
    ],
    spliced: [
      'Spliced together',
      `The parts are in the source in this order, with ${gaps === 0 ? 'no words' : `${counted(gaps, 'stretch', 'stretches')} of words`} left out at the marks.`,
    ],
    altered: ['Altered', alteredInWords(verdict)],
    elsewhere: [
      'In a different place',
      `This is in the source${differences.length === 0 ? ', word for word' : ', but for typography'}, but not where it is supposed to be.${several}`,
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

/** Differences that put real words together in a way the source does not. */
const APART: ReadonlySet<string> = new Set(['out-of-order', 'far-apart']);

function alteredInWords({ differences, omitted, passage }: Verdict): string {
  if (!passage && differences.some(({ kind }) => APART.has(kind)))
    return 'The source does not say this. Each part is in the source, but not together like this.';
  const places = differences.length + omitted.filter(({ at }) => at !== undefined).length;
  return `The source does not say this. The closest passage differs in ${counted(places, 'place')}.`;
}

function absentInWords({ elsewhere, nearest, occurring = [], searched }: Verdict): string {
  if (elsewhere) return 'The article that was named does not say this. Another article does; it is below.';
  const where = searched.length === 1 ? 'article' : 'articles';
  if (occurring.length === 0)
    return `Nothing like this was found in the ${where} searched. It may well be in a text that is not loaded here.`;
  const near = nearest ? ' The closest sentence, below, shares some of its words.' : '';
  return `The ${where} searched ${searched.length === 1 ? 'does' : 'do'} not say this.${near} It may well be in a text that is not loaded here.`;
}

/** Says whether the place that was named holds; undefined where none was named, or nothing can be said of it. */
export function claimInWords(
  { claimed, verdict }: Verdict,
  articles: ReadonlyMap<string, Article>,
): string | undefined {
  if (!claimed || verdict === 'absent' || verdict === 'too-short') return undefined;
  const article =
    claimed.article === undefined
      ? []
      : [`in “${label(articles.get(claimed.article)?.title ?? claimed.article, 100)}”`];
  const place = [...(claimed.reference === undefined ? [] : [claimed.reference]), ...article].join(' ');
  if (place === '') return undefined;
  if (verdict === 'altered' || verdict === 'spliced')
    return `${claimed.holds ? 'It is' : 'It is not'} the place that was named, ${place}.`;
  return `It is ${claimed.holds ? '' : 'not '}where it is supposed to be: ${place}.`;
}

/** Says every difference, every stretch left out and what was not judged, a clause each; the same ones once, with their number. */
export function detailsInWords(verdict: Verdict): readonly string[] {
  const counts = new Map<string, number>();
  const clauses = [
    ...verdict.differences.map(differenceInWords),
    ...verdict.omitted.map((omission) => omissionInWords(omission, sideOf(verdict, omission))),
    ...(verdict.unjudged ?? []).map(({ text, why }) => `not judged: ${shownWords(text)}, read as ${WHY[why] ?? why}`),
  ];
  for (const clause of clauses) counts.set(clause, (counts.get(clause) ?? 0) + 1);
  return Array.from(counts, ([clause, count]) => (count === 1 ? clause : `${clause} (${count} times)`));
}

function differenceInWords({ kind, quoted, source, flag }: Verdict['differences'][number]): string {
  const name = KINDS[kind] ?? kind.replaceAll('-', ' ');
  const warning = flag === undefined || kind === 'negation' ? '' : `; careful, that is or holds ${FLAGS[flag] ?? flag}`;
  const careful = kind === 'negation' ? '; careful, this can turn the meaning round' : warning;
  if (quoted === '') return `${name} left out${namedWords(name, source)}${careful}`;
  if (source === '') return `${name} added${namedWords(name, quoted)}${careful}`;
  return `${name}: the quote has ${words(quoted)}, the source ${words(source)}${careful}`;
}

/** Shows words after what they are called, unless that says all: "line break left out". */
function namedWords(name: string, text: string): string {
  const shown = words(text);
  return shown === `a ${name}` ? '' : `: ${shown}`;
}

/** Shows words without the white space that goes with them. */
function words(text: string): string {
  const bare = text.trim();
  return QUOTATION_MARK.test(bare) ? bare : shownWords(bare === '' ? text : bare);
}

/** Marks that would be hard to read between quotation marks. */
const QUOTATION_MARK = /^["“”„‟«»‹›‘’']+$/u;

type Side = 'before' | 'within' | 'after';

function omissionInWords({ text, flag }: Verdict['omitted'][number], side: Side): string {
  const warning =
    flag === undefined ? '' : `; careful, that is ${side === 'within' ? 'or holds ' : ''}${FLAGS[flag] ?? flag}`;
  return `${side === 'within' ? 'left out:' : `just ${side} it the source has`} ${words(text)}${warning}`;
}

/** Words before and after a quotation that is cut from its sentence are told apart from those left out of it. */
function sideOf({ passage, matches: [first] }: Verdict, { span, at }: Verdict['omitted'][number]): Side {
  const own = passage?.span ?? first?.span;
  if (at !== undefined || own === undefined) return 'within';
  return span[1] <= own[0] ? 'before' : span[0] >= own[1] ? 'after' : 'within';
}
