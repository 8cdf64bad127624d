import type { AnswerOf } from '../answer/answer.ts';
import type { Article } from '../article/article.ts';
import { counted } from './counted.ts';
import { label } from './label.ts';
import { shownWords } from './shownWords.ts';

type Verdict = AnswerOf<'verdict'>;

/** What a check compares, said with every verdict. */
export const CONTRACT =
  'Words, digits and negations are compared with the source itself. Typography (quotation marks, dashes, spaces, line breaks, soft hyphens, ligatures, letter case) may differ, and each such difference is listed; likeness is never a verdict.';

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
const FLAGS: Readonly<Record<string, string>> = { negation: 'a negation', number: 'a number' };

/** Names a verdict in a word or two, and says in a sentence what it means. */
export function verdictInWords(verdict: Verdict): { readonly name: string; readonly sentence: string } {
  const { differences, matches, places = matches.length } = verdict;
  const several =
    places > 1
      ? ` They stand in ${counted(places, 'place')}${places > matches.length ? '; some are below' : ', all below'}.`
      : '';
  const gaps = verdict.omitted.filter((omission) => !isBefore(verdict, omission)).length;
  const sentences: Readonly<Record<Verdict['verdict'], readonly [name: string, sentence: string]>> = {
    exact: ['Exact', `These words stand in the source, letter for letter.${several}`],
    folded: [
      'The same words',
      `These words stand in the source but for typography: ${counted(differences.length, 'difference')}, listed below.${several}`,
    ],
    spliced: [
      'Put together from pieces',
      `The pieces stand in the source in this order, with ${gaps === 0 ? 'nothing' : `${counted(gaps, 'stretch', 'stretches')} of words`} left out.`,
    ],
    altered: [
      'Altered',
      `These words do not stand in the source like this. The passage that comes nearest differs in ${counted(differences.length, 'place')}.`,
    ],
    elsewhere: ['Real, but elsewhere', `These words stand in the source, but not where they are said to.${several}`],
    'too-short': [
      'Too short to judge',
      `So few words could come from anywhere; they occur in ${counted(places, 'place')}. Give at least three words and 12 characters.`,
    ],
    absent: [
      'Not found',
      'Neither these words nor words near them are in what was searched. They may well stand in a text that is not loaded here.',
    ],
  };
  const [name, sentence] = sentences[verdict.verdict];
  return { name, sentence };
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
  const edition =
    claimed.edition === undefined
      ? ''
      : ` (The claim names edition ${claimed.edition}; this is judged in the present one.)`;
  if (verdict === 'altered' || verdict === 'spliced')
    return `${claimed.holds ? 'It is' : 'It is not'} the place that was named, ${place}.${edition}`;
  return `They ${claimed.holds ? 'stand where they were said to' : 'do not stand where they were said to'}: ${place}.${edition}`;
}

/** Says every difference and every stretch that was left out, a clause each; the same ones once, with their number. */
export function detailsInWords(verdict: Verdict): readonly string[] {
  const counts = new Map<string, number>();
  const clauses = [
    ...verdict.differences.map(differenceInWords),
    ...verdict.omitted.map((omission) => omissionInWords(omission, isBefore(verdict, omission))),
  ];
  for (const clause of clauses) counts.set(clause, (counts.get(clause) ?? 0) + 1);
  return Array.from(counts, ([clause, count]) => (count === 1 ? clause : `${clause} (${count} times)`));
}

function differenceInWords({ kind, quoted, source }: Verdict['differences'][number]): string {
  const name = KINDS[kind] ?? kind.replaceAll('-', ' ');
  if (quoted === '') return `${name} left out: ${shownWords(source)}`;
  if (source === '') return `${name} added: ${shownWords(quoted)}`;
  return `${name}: the quote has ${shownWords(quoted)}, the source ${shownWords(source)}`;
}

function omissionInWords({ text, flag }: Verdict['omitted'][number], before: boolean): string {
  const words = shownWords(text);
  const warning = flag === undefined ? '' : `; careful, that is ${before ? '' : 'or holds '}${FLAGS[flag] ?? flag}`;
  return `${before ? 'just before it the source has' : 'left out:'} ${words}${warning}`;
}

/** Words before a quotation that begins in the middle of a sentence are told apart from those left out of it. */
function isBefore({ matches: [first] }: Verdict, { span }: Verdict['omitted'][number]): boolean {
  return first !== undefined && span[1] <= first.span[0];
}
