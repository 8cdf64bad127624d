const CARDINALS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const PART = '(?:paragraphs?|paras?|sentences?|sections?|figures?|chapters?|lines?)';
const CARDINAL = new RegExp(`(?<=\\b${PART} )(?:${CARDINALS.join('|')})\\b`, 'gu');
const ORDINAL = new RegExp(`\\b(${ORDINALS.join('|')}) (?=${PART}\\b)`, 'gu');
const FIGURE_ORDINAL = new RegExp(`\\b(\\d{1,4})(?:st|nd|rd|th) (${PART})\\b`, 'gu');
const SAID_ORDINAL = new RegExp(`\\b(\\d{1,4}) (${PART})\\b`, 'gu');

/** Writes the numbers of parts of a text in figures: "the third paragraph" as "the paragraph 3". Takes folded text. */
export function numbersInFigures(text: string): string {
  return text
    .replace(CARDINAL, (word) => String(CARDINALS.indexOf(word) + 1))
    .replace(ORDINAL, (_, word: string) => `${ORDINALS.indexOf(word) + 1} `)
    .replace(FIGURE_ORDINAL, '$2 $1')
    .replace(SAID_ORDINAL, '$2 $1');
}
