import {
  answerFit,
  deedHeld,
  hasNumber,
  measured,
  namesAnother,
  tellsWords,
  wordsHeld,
  type Fit,
  type Passage,
} from '../answerFit.ts';
import type { QuestionAsked, QuestionKind } from '../questionAsked.ts';

type Beside = Pick<Passage, 'text' | 'around'>;

/** A sentence, and the words of it that the reader takes for the answer. Default: all of them. */
type Answering = Beside & Partial<Pick<Passage, 'span'>>;

/** What speaks against a sentence, and how sure the reader must be, of the sentence alone, to outweigh it. */
interface Doubt {
  readonly isDoubted: (asked: QuestionAsked, sentence: Answering) => boolean;
  readonly outweighed: number;
  /** Whether another sentence may be put first for it: what has no years tells no age. */
  readonly isCertain?: true;
}

/**
 * What a reason is told by: a conjunction, a preposition or a verb of cause, another clause, an aim. A single clause without any
 * ("The outage lasted eleven hours") tells none.
 */
const REASON =
  /[—–;:“"]|\b(?:because|since|due|owing|thanks|result|caus(?:e[ds]?|ing)|reasons?|after|amid|over|for|following|therefore|blam(?:e[ds]?|ing)|response|attribut(?:e[ds]?|ing)|as|by|from|with|given|contribut(?:e[ds]?|ing)|factors?|want(?:s|ed)?|need(?:s|ed)?|fear(?:s|ed)?|hop(?:e[ds]?|ing)|could|would|too|if|when|but|who|which|that|to)\b|\p{L}ing\b/iu;

/** What is asked for that the answer's own words must have: elsewhere in the sentence, it is mostly that of something else. */
const TOLD_BY_WORDS = ['quantity', 'when', 'who', 'where'] as const satisfies readonly (QuestionKind & Fit)[];

/** What says how many there are, rather than what some of them did: "has 60 members", not "four members were arrested". */
const HOLDING =
  /\b(?:(?:has|have|had)(?! been)|having|[Ww]ith|[Tt]here (?:is|are|was|were)|(?:is|are|was|were) (?!\p{L}+(?:ed|en)\b)|consist(?:s|ed|ing)?|compris(?:e[ds]?|ing)|includes?|contain(?:s|ed|ing)?|employ(?:s|ed|ing)?|made up|divided into|split into|distributed|belong(?:s|ed|ing)?|works?|working|total(?:s|led|ed|ling)?|number(?:s|ed|ing)|strong|[Hh]ome to|hous(?:e[ds]?|ing)|own(?:s|ed|ing)?|r[au]n(?:s|ning)?|operat(?:e[ds]?|ing)|command(?:s|ed|ing)?|carr(?:y|ies|ied|ying)|h[eo]ld(?:s|ing)?|seat(?:s|ed|ing)?|serv(?:e[ds]?|ing)|boast(?:s|ed|ing)?|keeps?|kept|liv(?:e[ds]?|ing)|form(?:s|ed|ing)?|won)\b|\p{N}-\p{L}|\b(?:[Tt]wo|[Tt]hree|four|five|six|seven|eight|nine|ten|twelve|twenty)-\p{L}/u;

/** In order of the questions that they are about. Each was held against the public sets: hardly an answer is lost to it. */
const DOUBTS: readonly Doubt[] = [
  // A reason that no word tells.
  { isDoubted: ({ kind }, { text }) => kind === 'why' && !REASON.test(text), outweighed: Infinity },
  // A price without money, an age without years.
  {
    isDoubted: (asked, { text }) => asked.kind === 'quantity' && measured(asked, text) === -1,
    outweighed: 2.5,
    isCertain: true,
  },
  // A number, a day, a person or a place that the words taken for the answer have not.
  { isDoubted: lacksKind, outweighed: -3.5 },
  // A number of some of them, where it is asked how many there are.
  {
    isDoubted: ({ isOfWhole }, { text }) => isOfWhole && !(hasNumber(text) && HOLDING.test(text)),
    outweighed: 4.5,
    isCertain: true,
  },
  // What somebody said, where nobody speaks.
  { isDoubted: ({ kind }, { text }) => kind === 'said' && !tellsWords(text), outweighed: 4.5 },
  // The mayor, of whom the text says much, but no name.
  { isDoubted: (asked, { text }) => asked.isIdentity && !namesAnother(text, asked), outweighed: -1.5 },
  // Somebody else, of whom it does not say that they are what is asked for.
  { isDoubted: (asked, sentence) => asked.isIdentity && lacksWords(asked, sentence), outweighed: 1.5 },
  // Somebody, or some day, but nothing of what was asked of them.
  { isDoubted: (asked, sentence) => asked.kind === 'who' && lacksWords(asked, sentence), outweighed: -1.5 },
  { isDoubted: (asked, sentence) => asked.kind === 'when' && lacksWords(asked, sentence), outweighed: -3.5 },
  { isDoubted: (asked, sentence) => asked.kind === 'why' && lacksWords(asked, sentence), outweighed: -5.5 },
  // A deed that neither the sentence nor those beside it tell of: who *founded* the firm, of which only who advised it is said.
  { isDoubted: (asked, sentence) => asked.kind === 'who' && lacksDeed(asked, sentence), outweighed: -3.5 },
  { isDoubted: (asked, sentence) => asked.kind === 'when' && lacksDeed(asked, sentence), outweighed: -1.5 },
  { isDoubted: (asked, sentence) => asked.kind === 'quantity' && lacksDeed(asked, sentence), outweighed: -7.5 },
];

/** Whether a sentence lacks what its kind of question asks for, and the reader is not sure enough of it all the same. */
export function isDoubted(asked: QuestionAsked, sentence: Answering, score: number): boolean {
  return DOUBTS.some((doubt) => score < doubt.outweighed && doubt.isDoubted(asked, sentence));
}

/** Whether it lacks that so surely that another sentence should be put first. */
export function isRuledOut(asked: QuestionAsked, sentence: Answering, score: number): boolean {
  return DOUBTS.some((doubt) => doubt.isCertain && score < doubt.outweighed && doubt.isDoubted(asked, sentence));
}

function lacksKind(asked: QuestionAsked, { text, span = [0, text.length], around }: Answering): boolean {
  const fits = answerFit(asked, { text, span, around });
  return TOLD_BY_WORDS.some((kind) => kind === asked.kind && fits[kind] < 1);
}

function lacksDeed(asked: QuestionAsked, { text, around }: Beside): boolean {
  return deedHeld(asked, `${around} ${text}`) === false;
}

function lacksWords(asked: QuestionAsked, { text, around }: Beside): boolean {
  return wordsHeld(asked, `${around} ${text}`) === 0;
}
