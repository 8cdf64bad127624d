import type { ParagraphRole } from '../../article/article.ts';
import { primaryLanguage } from '../../language/words/stem.ts';
import { creditOf } from '../../segment/credit.ts';
import { datelineOf, isAllCaps, isByline, isFigureText } from '../../segment/shape.ts';
import { AUTHOR_NOTE, FURNITURE } from './furniture.ts';
import type { QuotationState } from './openQuotation.ts';

/** A sentence with what decides whether it can be printed by itself. */
export interface Line {
  readonly text: string;
  readonly role: ParagraphRole | 'caption' | 'standfirst' | undefined;
  /** How many words it has. */
  readonly words: number;
  readonly marks: QuotationState;
  /** The last sentence of its block, if that is short enough to belong to a picture. */
  readonly last: string | undefined;
  /** Its block quotes an earlier message, with a mark at its start. */
  readonly isEarlierMessage: boolean;
  /** It opens the text of a letter, where many languages write a small letter: the block before it is a greeting. */
  readonly isGreeted: boolean;
  /** Its block is one of the last three of the article. */
  readonly isAtEnd: boolean;
  /** The text closes its sentences; some scripts and notes do not. */
  readonly textIsClosed: boolean;
  /** It begins its sentences with capitals. */
  readonly textIsCapitalised: boolean;
  readonly language: string;
}

interface Rule {
  readonly refuses: (line: Line) => boolean;
  /** It says something, in a form that no editor prints: it fills in if the text has nearly nothing else. */
  readonly mayFillIn?: true;
}

const MIN_WORDS = 4;
const MAX_CHARS = 700;
const CREDIT_MAX_WORDS = 8;
const FIGURE_MARK_WITHIN = 24;
const END_MARK = /[\p{STerm}…।。！？؟۔](?:["'”’»›“)\]」』）]|\[\d{1,3}\]|[¹²³⁰-⁹])*\s*$/u;
const ADDRESS = /https?:\/\/|\bwww\.|\bpic\.twitter\.com|\bt\.co\/|\S@\S+\.\p{L}{2,}|\S\/\S+\/\S+\//u;
/** What ends a post that an article shows: all of it is somebody else's words. */
const POST = /\bpic\.twitter\.com\/\S+\s*$|\bt\.co\/\S+\s*$/u;
const SPEECH: Readonly<Record<string, string>> = {
  en: 'said|says|say|told|tells|added|adds|explained|explains|noted|notes|wrote|writes|continued|asked|asks|recalled|recalls|argued|argues|insisted|admitted|replied|warned|warns|stressed|joked|tweeted|concluded|acknowledged|claimed|claims|believes?|thinks?|thought|suggested|suggests|observed|stated|states|points? out|pointed out',
  de: 'sagte|sagt|erklärte|meinte|betonte|schrieb|fügte|berichtete',
  fr: 'dit|déclaré|expliqué|ajouté|estime|affirme|précise|raconte',
};
const PRONOUN: Readonly<Record<string, string>> = {
  en: 'he|she|they|it|i|we|you',
  de: 'er|sie|ich|wir|es',
  fr: 'il|elle|ils|elles|je|on|nous',
};

/**
 * Why a sentence cannot be printed by itself, decided from the block it is in, its marks and the words that all texts
 * share, never from what a text is about. Tried in this order.
 */
const RULES = {
  /** Under a picture: it describes what is not shown here. */
  caption: { refuses: ({ role }) => role === 'caption', mayFillIn: true },
  /** A cell, a note or code is read with what it belongs to. */
  aside: { refuses: ({ role }) => role === 'row' || role === 'footnote' || role === 'code', mayFillIn: true },
  /** "> Can you come on Friday?": the message that this one answers, which is no part of what it says. */
  earlierMessage: { refuses: ({ isEarlierMessage }) => isEarlierMessage, mayFillIn: true },
  tooShort: { refuses: ({ words }) => words < MIN_WORDS },
  /** Nobody reads half a page as one line of a summary. */
  tooLong: { refuses: ({ text }) => text.length > MAX_CHARS, mayFillIn: true },
  furniture: { refuses: ({ text }) => isFurniture(text) },
  authorNote: { refuses: ({ text, isAtEnd }) => isAtEnd && AUTHOR_NOTE.test(text) },
  byline: {
    refuses: ({ text }) => !END_MARK.test(text) && (isByline(text) || datelineOf(text)?.trim() === text.trim()),
  },
  /** The sentence is a credit, or its block ends with one, so that all of it belongs to a picture. */
  credit: {
    refuses: ({ text, last }) => isFigureLine(text) || hasCredit(text) || (last !== undefined && hasCredit(last)),
  },
  /** Posts and contact lines: an address is read where it can be followed. */
  address: { refuses: ({ text, last }) => ADDRESS.test(text) || (last !== undefined && POST.test(last)) },
  /** Words that were taken back. */
  struck: { refuses: ({ text }) => text.includes('~~'), mayFillIn: true },
  markup: { refuses: ({ text }) => /[{}]|<\/?\p{L}|\s(?:=>?|\|)\s/u.test(text) },
  /** "IN THE DISTRICT COURT OF MAREN": a line of a title page, set as no sentence is. */
  capitals: { refuses: ({ text }) => isAllCaps(text) && !END_MARK.test(text), mayFillIn: true },
  /** "Pepsi Center, Denver, CO.", "JANE ROE, et al.": names without a verb, which is written small. */
  namesOnly: { refuses: ({ text }) => isNamesOnly(text), mayFillIn: true },
  /** "See Roe v. Board, 459 F. Supp. 3d 273.": where it is written, and not what. */
  citation: { refuses: ({ text }) => CITATION.test(text) && hasFewWords(text) },
  /** "The reasons are:" goes on in what is left out. */
  leadIn: {
    refuses: ({ text }) =>
      /[:：][)\]"”»]*\s*$|\b(?:as follows|the following|listed below)\P{L}*$|^\P{L}*here(?:['’]s| is| are)\s/iu.test(
        text,
      ),
  },
  /** A question without its answer, a question asked in an interview, and an answer's label. */
  question: {
    refuses: ({ text }) => /[?？؟][)\]"'”’»]*\s*$|^(?:Q|F|Question|Frage)\s?[:.]\s/u.test(text),
    mayFillIn: true,
  },
  /** An aside in brackets, and one whose bracket is elsewhere. */
  brackets: { refuses: ({ text }) => /^[([].*[)\]][.!]?\s*$/su.test(text) || isUnbalanced(text) },
  cutQuotation: { refuses: ({ marks }) => marks.beginsInside || marks.endsInside },
  /** Words of somebody who is not named. */
  noSpeaker: { refuses: hasNoSpeaker, mayFillIn: true },
  /** The rest of a sentence that was broken. */
  begunBefore: {
    refuses: ({ text, textIsCapitalised, isGreeted }) => textIsCapitalised && !isGreeted && beginsSmall(text),
    mayFillIn: true,
  },
  noEndMark: { refuses: ({ text, textIsClosed }) => textIsClosed && !END_MARK.test(text), mayFillIn: true },
} as const satisfies Readonly<Record<string, Rule>>;

/** Why a sentence is unfit for a summary. */
export type Unfit = keyof typeof RULES;

/** Returns the first reason why a sentence cannot be printed by itself; undefined if it can. */
export function unfitness(line: Line): Unfit | undefined {
  return (Object.keys(RULES) as Unfit[]).find((reason) => RULES[reason].refuses(line));
}

/** Whether a sentence that is unfit for this reason may stand in a summary that has nearly nothing else. */
export function mayFillIn(reason: Unfit): boolean {
  return (RULES[reason] as Rule).mayFillIn === true;
}

/** Whether a sentence ends as sentences do. */
export function isClosedSentence(text: string): boolean {
  return END_MARK.test(text);
}

/** Whether a sentence begins with a small letter, in a word that has no other ("iPhone"). */
export function beginsSmall(text: string): boolean {
  return /^[^\p{L}\p{N}]*\p{Ll}[\p{Ll}'’-]*(?:[\s,.;:]|$)/u.test(text);
}

const CITATION = /^(?:(?:but )?see(?: also|, e\.g\.)?|cf\.?|compare|accord|id\.|citing|quoting)[\s,](?=.*\d)/iu;
/** Of the words of a sentence, more begin small. */
const SMALL_SHARE = 0.5;

function hasFewWords(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => /^\p{Ll}{2}/u.test(word)).length < words.length * SMALL_SHARE;
}

/** The words that are small in names too. */
const SMALL_IN_NAMES = /^(?:et|al|and|of|the|von|van|de|der|la|le|du|da|v|vs|a|an|in|for|und|y)$/u;

/** Whether what should be a sentence has no word that begins small, but those of names. Capitals throughout and scripts without them say nothing. */
function isNamesOnly(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  return (
    words.some((word) => /^\p{Lu}/u.test(word)) &&
    words.some((word) => /\p{Ll}/u.test(word)) &&
    words.every((word) => !/^\p{Ll}/u.test(word) || SMALL_IN_NAMES.test(word))
  );
}

/** "Figure 3: …": looked at closely only if it opens with a mark that such lines have. */
function isFigureLine(text: string): boolean {
  return /[:|–—：．.]/u.test(text.slice(0, FIGURE_MARK_WITHIN)) && isFigureText(text);
}

function hasCredit(text: string): boolean {
  if (/^\P{L}*[Cc]redits?\s?(?::|\p{Lu})/u.test(text) && !END_MARK.test(text)) return true;
  if (END_MARK.test(text) && text.split(/\s+/u).length > CREDIT_MAX_WORDS) return false;
  return creditOf(text)?.[0] === 0;
}

/** Everything is quoted, or who said it is a pronoun: `“…,” he said`, `… is over, she said.` */
function hasNoSpeaker({ text, marks, language }: Line): boolean {
  if (!/\p{L}/u.test(marks.outside)) return true;
  const patterns = speechPatterns(primaryLanguage(language));
  return patterns !== undefined && patterns.unnamed.test(marks.outside.toLowerCase()) && !patterns.named.test(text);
}

interface SpeechPatterns {
  /** In small letters: a pronoun says what is quoted or what came before a comma. */
  readonly unnamed: RegExp;
  readonly named: RegExp;
}

const patternsByLanguage = new Map<string, SpeechPatterns>();

function speechPatterns(language: string): SpeechPatterns | undefined {
  const known = patternsByLanguage.get(language);
  const speech = SPEECH[language];
  const pronoun = PRONOUN[language];
  if (known !== undefined || speech === undefined || pronoun === undefined) return known;
  const saidByPronoun = String.raw`(?:(?:${pronoun})\s(?:\p{L}+ly\s|also\s|then\s)?(?:${speech})|(?:${speech})(?:\s|-|-t-)(?:${pronoun}))`;
  const made: SpeechPatterns = {
    unnamed: new RegExp(
      String.raw`”[\s,]*${saidByPronoun}(?![\p{L}-])|,\s${saidByPronoun}(?:\s[^,”]{0,30})?[.!]?\s*$`,
      'u',
    ),
    named: new RegExp(String.raw`\p{Lu}[\p{L}'’.-]*\s(?:${speech})(?![\p{L}-])`, 'u'),
  };
  patternsByLanguage.set(language, made);
  return made;
}

function isFurniture(text: string): boolean {
  const small = text.toLowerCase();
  return FURNITURE.some((pattern) => pattern.test(small));
}

function isUnbalanced(text: string): boolean {
  let depth = 0;
  // "1) …, 2) …" counts and encloses nothing.
  for (const sign of text.replaceAll(/(?<=^|\s)[\p{L}\d]{1,2}\)/gu, '')) {
    if (sign === '(' || sign === '[') depth += 1;
    else if ((sign === ')' || sign === ']') && (depth -= 1) < 0) return true;
  }
  return depth > 0;
}
