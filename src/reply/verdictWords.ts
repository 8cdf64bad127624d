import type { AnswerOf } from '../answer/answer.ts';
import { counted } from './counted.ts';
import { label } from './label.ts';

type Verdict = AnswerOf<'verdict'>;

/** What a check compares, said with every verdict. */
export const CONTRACT =
  'Letters, digits and words are compared one by one with the source. Differences in typography alone (quotation marks, dashes, spaces, line breaks, letter case) are let pass, and each is listed.';

const FLAGS: Readonly<Record<string, string>> = { negation: 'a negation', number: 'a number', name: 'a name' };
const TYPED_MAX_CHARS = 300;

/** Names a verdict in a word or two, and says in a sentence what it means. */
export function verdictInWords({ verdict, differences, omitted, matches, places = matches.length }: Verdict): {
  readonly name: string;
  readonly sentence: string;
} {
  const several = matches.length > 1 ? ` They stand in ${counted(matches.length, 'place')}, all of them below.` : '';
  const sentences: Readonly<Record<Verdict['verdict'], readonly [name: string, sentence: string]>> = {
    exact: ['Exact', `These words stand in the source, letter for letter.${several}`],
    folded: [
      'The same words',
      `These words stand in the source but for typography: ${counted(differences.length, 'difference')}, listed below.${several}`,
    ],
    spliced: [
      'Put together from pieces',
      `The pieces stand in the source in this order, but ${omitted.length === 0 ? 'not as one run' : `${counted(omitted.length, 'stretch', 'stretches')} between them ${omitted.length === 1 ? 'is' : 'are'} left out`}.`,
    ],
    altered: [
      'Altered',
      `These words do not stand in the source. The passage that comes nearest differs in ${counted(differences.length, 'place')}.`,
    ],
    elsewhere: ['Real, but elsewhere', `These words stand in the source, but not where they are said to.${several}`],
    'too-short': [
      'Too short to judge',
      `So few words could come from anywhere; they occur in ${counted(places, 'place')}. Give at least three words and 12 characters.`,
    ],
    absent: [
      'Not found',
      'These words, or words near them, are not in what was searched. They may well stand in a text that is not loaded here.',
    ],
  };
  const [name, sentence] = sentences[verdict];
  return { name, sentence };
}

/** Says whether the place that was named holds; undefined where none was named. */
export function claimInWords({ claimed, verdict }: Verdict): string | undefined {
  if (!claimed) return undefined;
  const place = [claimed.reference, claimed.article && `in “${claimed.article}”`].filter(Boolean).join(' ');
  if (place === '') return undefined;
  if (verdict === 'altered' || verdict === 'spliced')
    return claimed.holds
      ? `It is the place that was named: ${place}.`
      : `It is not the place that was named: ${place}.`;
  if (verdict === 'absent' || verdict === 'too-short') return undefined;
  return claimed.holds
    ? `They stand where they were said to: ${place}.`
    : `They were said to stand at ${place}; they do not.`;
}

/** Says every difference and every stretch that was left out, a clause each; the same ones once, with their number. */
export function detailsInWords({ differences, omitted }: Verdict): readonly string[] {
  const counts = new Map<string, number>();
  for (const clause of [...differences.map(differenceInWords), ...omitted.map(omittedInWords)])
    counts.set(clause, (counts.get(clause) ?? 0) + 1);
  return Array.from(counts, ([clause, count]) => (count === 1 ? clause : `${clause} (${count} times)`));
}

/** Says one difference: what the quote has, and what the source has. */
function differenceInWords({ kind, quoted, source }: Verdict['differences'][number]): string {
  const what = kind.replaceAll('-', ' ');
  if (quoted === '') return `${what}: the source has ${shown(source)} here, the quote has nothing`;
  if (source === '') return `${what}: ${shown(quoted)} is not in the source`;
  return `${what}: the quote has ${shown(quoted)}, the source ${shown(source)}`;
}

/** Says one stretch that a spliced quote leaves out, and warns where it holds what turns the meaning. */
function omittedInWords({ text, flag }: Verdict['omitted'][number]): string {
  const warning = flag === undefined ? '' : ` (careful: it holds ${FLAGS[flag] ?? flag})`;
  return `left out: ${shown(text)}${warning}`;
}

/** Shows a few words; characters that cannot be seen by their numbers. */
function shown(text: string): string {
  const line = /\S/u.test(text) ? label(text, TYPED_MAX_CHARS) : '';
  const hidden = Array.from(
    text.matchAll(/[\p{Cf}\p{Zl}\p{Zp}\u00A0\u2000-\u200A\u202F\u205F\u3000\t\n\r]/gu),
    ([character]) => codePoint(character),
  );
  if (/^[\s\p{Cf}]*$/u.test(text)) return text === ' ' ? 'a space' : Array.from(text, codePoint).join(' ');
  return hidden.length === 0 ? `“${line}”` : `“${line}” (with ${hidden.slice(0, 4).join(', ')})`;
}

function codePoint(character: string): string {
  const number = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  const names: Readonly<Record<string, string>> = {
    '\n': 'a line break',
    '\t': 'a tab',
    ' ': 'a space',
    '\u00A0': 'a no-break space',
    '\u00AD': 'a soft hyphen',
    '\u200B': 'a zero-width space',
    '\u202F': 'a narrow no-break space',
  };
  return names[character] ?? number;
}
