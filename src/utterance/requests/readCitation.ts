import { isReference, parseHandleList } from '../../article/handle.ts';
import { parseReferences } from '../../article/references/parseReferences.ts';
import type { CitationFormat } from '../../excerpt/citation.ts';
import { using, use, type Intent } from '../intent.ts';
import { namedArticle } from '../namedArticle.ts';
import { numbersInFigures } from '../numbersInWords.ts';
import type { Said } from '../said.ts';

/** What people call the formats. Styles that there are none of lead to the passage, below which the others can be chosen. */
const FORMATS: readonly (readonly [pattern: string, format: CitationFormat | 'other'])[] = [
  ['apa(?: ?7| seventh)?', 'apa'],
  ['chicago(?: ?17)?(?: note)?', 'chicago'],
  ['bib ?tex|bib|latex', 'bibtex'],
  ['ris|endnote|end note|zotero|mendeley', 'ris'],
  ['csl(?:[ -]?json)?', 'csl-json'],
  ['(?:w3c )?web annotation', 'web-annotation'],
  ['markdown block ?quote|block ?quote', 'blockquote'],
  ['markdown', 'markdown'],
  ['plain text', 'plain'],
  ['mla(?: ?9)?|harvard|vancouver|ieee|turabian|ama', 'other'],
];
const NAMES = FORMATS.map(([pattern]) => pattern).join('|');
const IN_FORMAT = new RegExp(
  `(?:^|[ ,:(])(?:(?:as|in|using|with|to|for)(?: an?| the)? )?(${NAMES})(?: (?:format|style|citation|reference|form|entry))*(?=$|[ ,:;)])`,
  'u',
);
const CITE =
  /^(?:(?:how (?:do|can|should|would|could) (?:i|we|you)|how to) )?(?:(?:cite|reference|citing)(?= |$)|(?:the |an? )?(?:full |proper |correct |formatted )?(?:citation|reference|bibliography entry|footnote)(?= |$))(?: (?:of|for|to))?/u;
const IT =
  /^(?:this|that|it|above|the (?:above|answer|quote|passage|sentence)|this (?:quote|passage|sentence|answer|one|paragraph)|that (?:quote|passage|sentence|answer|one|paragraph))?$/u;

/** Reads requests for a citation: "cite 12.2 as APA", "bibtex for ¶3", and of an answer "cite this". */
export function readCitation({ phrase, surroundings: { articles, earlier } }: Said): Intent | undefined {
  const folded = numbersInFigures(phrase.folded);
  const [inFormat = '', name] = IN_FORMAT.exec(folded) ?? [];
  const format =
    name === undefined ? undefined : FORMATS.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'u').test(name))?.[1];
  const without = tidy(folded.replace(inFormat, ' '));
  const isCite = CITE.test(without);
  if (!isCite && format === undefined) return undefined;
  const rest = tidy(without.replace(CITE, '').replace(/^\s*(?:of|for|to) /u, ''));
  const options = format === undefined || format === 'other' ? {} : { format };
  if (isPlace(rest))
    return using(
      use('cite', { reference: rest, article: rest.includes('/') ? undefined : earlier?.article, ...options }),
    );
  const [whole = '', of = ''] = / (?:of|in|from) (.+)$/u.exec(rest) ?? [];
  const part = rest.slice(0, rest.length - whole.length);
  const place = whole !== '' && isPlace(part) ? namedArticle(of, articles) : undefined;
  if (place)
    return using(
      use('cite', { reference: part, article: place.kind === 'article' ? place.id : earlier?.article, ...options }),
    );
  if (IT.test(rest) && earlier && (isCite || format !== undefined))
    return using(use('cite', { reference: earlier.handle, ...options }));
  const named = isCite ? namedArticle(rest, articles) : undefined;
  if (named && named.kind !== 'all')
    return using(
      use('cite', { reference: 'title', article: named.kind === 'article' ? named.id : undefined, ...options }),
    );
  return isCite && without.startsWith('cite ') && rest !== '' ? using(use('quote', { text: rest })) : undefined;
}

function isPlace(text: string): boolean {
  return (
    text !== '' &&
    (isReference(text) ||
      (/\d|\b(?:last|first)\b/u.test(text) && (parseReferences(text) ?? parseHandleList(text)) !== undefined))
  );
}

function tidy(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s,:;(]+|[\s,:;.?!)]+$/gu, '')
    .replace(/^the (?=paragraph|sentence|last|first)/u, '');
}
