import { measured, namesAnother, wordsHeld, type Passage } from './answerFit.ts';
import type { QuestionAsked } from './questionAsked.ts';

type Beside = Pick<Passage, 'text' | 'around'>;

/** What speaks against a sentence, and how sure the reader must be, of the sentence alone, to outweigh it. */
interface Doubt {
  readonly isDoubted: (asked: QuestionAsked, sentence: Beside) => boolean;
  readonly outweighed: number;
}

/**
 * What a reason is told by: a conjunction, a preposition or a verb of cause, another clause, an aim. A single clause without any
 * ("The outage lasted eleven hours") tells none.
 */
const REASON =
  /[—–;:“"]|\b(?:because|since|due|owing|thanks|result|caus(?:e[ds]?|ing)|reasons?|after|amid|over|for|following|therefore|blam(?:e[ds]?|ing)|response|attribut(?:e[ds]?|ing)|as|by|from|with|given|contribut(?:e[ds]?|ing)|factors?|want(?:s|ed)?|need(?:s|ed)?|fear(?:s|ed)?|hop(?:e[ds]?|ing)|could|would|too|if|when|but|who|which|that|to)\b|\p{L}ing\b/iu;

/** In order of the questions that they are about. Each was held against the public sets: hardly an answer is lost to it. */
const DOUBTS: readonly Doubt[] = [
  // A reason that no word tells.
  { isDoubted: ({ kind }, { text }) => kind === 'why' && !REASON.test(text), outweighed: Infinity },
  // A price without money, an age without years.
  { isDoubted: (asked, { text }) => asked.kind === 'quantity' && measured(asked, text) === -1, outweighed: 4 },
  // The mayor, of whom the text says much, but no name.
  { isDoubted: (asked, { text }) => asked.isIdentity && !namesAnother(text, asked), outweighed: 0 },
  // Somebody, or some day, but nothing of what was asked of them.
  { isDoubted: (asked, sentence) => asked.kind === 'who' && lacksWords(asked, sentence), outweighed: 3 },
  { isDoubted: (asked, sentence) => asked.kind === 'when' && lacksWords(asked, sentence), outweighed: -2 },
  { isDoubted: (asked, sentence) => asked.kind === 'why' && lacksWords(asked, sentence), outweighed: -4 },
];

/** Whether a sentence lacks what its kind of question asks for, and the reader is not sure enough of it all the same. */
export function isDoubted(asked: QuestionAsked, sentence: Beside, score: number): boolean {
  return DOUBTS.some((doubt) => score < doubt.outweighed && doubt.isDoubted(asked, sentence));
}

function lacksWords(asked: QuestionAsked, { text, around }: Beside): boolean {
  return wordsHeld(asked, `${around} ${text}`) === 0;
}
