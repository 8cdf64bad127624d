import { aboutDocument } from './aboutDocument.ts';
import { correctKeywords } from './correctKeywords.ts';
import { readFollowUp } from './followUp.ts';
import { using, use, type Intent, type Surroundings } from './intent.ts';
import { messageWords, withoutEntities } from './messageWords.ts';
import { articleInQuestion } from './namedArticle.ts';
import { foldSame, phraseOf } from './phrase.ts';
import { readCitation } from './requests/readCitation.ts';
import { readEvents } from './requests/readEvents.ts';
import { readHelp } from './requests/readHelp.ts';
import { readPassage } from './requests/readPassage.ts';
import { readQuoteRequest } from './requests/readQuoteRequest.ts';
import { readQuotedWords } from './requests/readQuotedWords.ts';
import { readSectionRequest } from './requests/readSectionRequest.ts';
import { readSlashLine } from './requests/readSlashLine.ts';
import { readSummaryRequest } from './requests/readSummaryRequest.ts';
import type { Said } from './said.ts';
import { smallTalkOf } from './smallTalk.ts';

/** The readings, in order: the first that makes sense of the words decides. */
const READINGS: readonly ((said: Said) => Intent | undefined)[] = [
  readQuotedWords,
  readPassage,
  readHelp,
  readCitation,
  readSummaryRequest,
  readDocumentQuestion,
  readFollowUp,
  readEvents,
  readSectionRequest,
  readQuoteRequest,
];
/** A message is at most 4,000 characters; a request put in more than these is prose, and the question is in it somewhere. */
const MAX_CHARS = 1000;

/**
 * Reads what somebody wants who writes to the bot in their own words, as a use of a command with its options. What fits no
 * reading is a question for `/ask`. Knows English; in other languages it still reads references, links, quotations, ids and
 * titles.
 */
export function readUtterance(message: string, surroundings: Surroundings): Intent {
  const raw = withoutEntities(message).trim();
  const words = messageWords(message);
  if (!/[\p{L}\p{N}¶§?]/u.test(words)) return emptyMessage(message, surroundings);
  if (words.length > MAX_CHARS) return question(words.slice(0, MAX_CHARS), surroundings);
  const typed = readSlashLine(raw, surroundings.commands);
  if (typed) return typed;
  const phrase = phraseOf(correctKeywords(words));
  const talk = smallTalkOf(foldSame(words)) ?? smallTalkOf(phraseOf(words).folded) ?? smallTalkOf(phrase.folded);
  if (talk !== undefined) return talk === 'remark' ? { kind: 'silence' } : { kind: 'talk', about: talk };
  const said: Said = { raw, words, phrase, surroundings, reread: (text) => readUtterance(text, surroundings) };
  if (surroundings.repliesToOther === true && ABOUT_A_MESSAGE.test(phrase.folded)) return { kind: 'message' };
  for (const reading of READINGS) {
    const intent = reading(said);
    if (intent) return intent;
  }
  return question(questionOf(words), surroundings);
}

/** What is said of somebody's message that is to be checked or found. */
const ABOUT_A_MESSAGE =
  /^(?:(?:is|was|are) (?:this|that|it|he|she|they|these|those)(?: (?:really|actually|quote|claim|statement|message))?(?: (?:true|right|correct|real|accurate|exact|verbatim|legit|genuine|so|from (?:the|an|this) (?:article|source|text)|in the (?:article|sources?|text|articles)|a (?:real|true|fair|correct|genuine) (?:quote|quotation)|what it says|in (?:there|it)))?|true|real|really|(?:please )?(?:check|verify|confirm|find|look up|source|cite|prove|debunk|fact[- ]?check)(?: (?:this|that|it|these|those|him|her|them|the (?:quotes?|quotations?|message|claim)|his (?:quote|claim)|her (?:quote|claim)|(?:this|that|these|those) (?:quotes?|quotations?|message|claims?|statement)))?|(?:the )?sources?(?: for (?:this|that))?|says who|who says|citation(?: needed)?|proof|where (?:is|was|does|did) (?:this|that|it)(?: (?:from|come from|say (?:this|that|so)|said|stated))?|(?:what|where) (?:is|are) (?:the|your|his|her) sources?(?: for (?:this|that))?|does (?:it|the (?:article|source|text)) (?:really |actually )?say (?:this|that|so)|what (?:about|do you say to|does the (?:article|source) say (?:about|to)) (?:this|that|it)|thoughts|this|that|\^+)$/u;

/** Of a member or a role. */
const MENTION = /<@[!&]?\d+>/gu;

function emptyMessage(message: string, { repliesToOther = false, earlier }: Surroundings): Intent {
  if (repliesToOther) return { kind: 'message' };
  // A mention alone asks how to ask; an emoji or a file is no question.
  return message.replaceAll(MENTION, '').trim() === '' && earlier === undefined
    ? { kind: 'talk', about: 'ask' }
    : { kind: 'silence' };
}

/** A question about a document as a whole, which may be named: "who wrote The Long Walk?" Asked in the words it was put in. */
function readDocumentQuestion({ words, phrase, surroundings: { articles, earlier } }: Said): Intent | undefined {
  for (const question of [questionOf(words), phrase.typed]) {
    const about = aboutDocument(question, articles);
    if (about) return using(use('ask', { question, article: about.article ?? earlier?.article, plain: true }));
  }
  return undefined;
}

function questionOf(words: string): string {
  const asked = words
    .replace(/^[,:;\-–— ]+/u, '')
    .replace(
      /^(?:hey|hi|hello|hallo|ok|okay|so|well|um|please)(?: bot| there)?(?:\s*[,:!.]+\s*|\s+(?=(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|did|does|do|tell)\b))/iu,
      '',
    );
  return asked === '' ? words : asked.replace(/ (?:in|from|at|to|of|for|by|on|with)\s*([?.!]*)$/iu, '$1');
}

/** A question for the text itself. One about a named article is asked there. */
function question(text: string, { articles, earlier }: Surroundings): Intent {
  const asked = text === '' ? '?' : text;
  const named = articleInQuestion(asked, articles);
  if (named) return using(use('ask', { question: named.rest, article: named.id, plain: true }));
  const everywhere = use('ask', { question: asked, plain: true });
  return earlier
    ? using(use('ask', { question: asked, article: earlier.article, plain: true }), everywhere)
    : using(everywhere);
}
