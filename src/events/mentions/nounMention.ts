import type { Word } from '../sentence.ts';
import { TRIGGERS, type Trigger } from '../triggers.ts';
import { FAILS, FOILS, GENERAL, NEGATION, PLANNED, PLANS, POSSIBLE } from './clauseWords.ts';
import type { Mention, Modality } from './mention.ts';

/** Verbs that turn a noun into an event: "conducted attacks", "claimed responsibility for shootings". */
const SUPPORT =
  /^(?:conduct|carr(?:y|ied)|commit|perpetrat|launch|stage|mount|claim|mak(?:e|ing)|made|suffer|hold|held|see|saw|witness|report|unleash|order|execut|survive|include|plant|place|hurl|thr[eo]w|detonat|explod|participat)/u;
const DOUBTS =
  /^(?:risk|risks|fear|fears|feared|likelihood|possibility|danger|potential|possible|likely|unlikely|probable|threat|threats|warn|warned|warning|warns|warnings|closer|chance|chances|plans|plan|capable|ability|able|hypothetical|if|any|against|prone|could|may|might|would|should|can|will)$/u;
/** How far back a noun's governor is looked for. */
const GOVERNOR_WORDS = 9;

export function nounMention(trigger: Trigger, words: readonly Word[], at: number): Mention | undefined {
  const next = words[at + 1];
  if (
    next &&
    !next.afterMark &&
    /^(?:helicopters?|aircraft|planes?|rifles?|squads?|force|forces|unit|units|wing|lines?|dogs?|victims?|scene|site|suspects?|squad|disposal|threats?|plans?|rate|rates|warrant|warrants|toll|penalty|sentence|row|campaign|commission|results?|day|fraud|machine|officer|officials?)$/u.test(
      next.text,
    ) &&
    !(trigger.kind === 'election' && next.text === 'results')
  )
    return undefined;
  if (DEVICE.test(trigger.base) && !isUsed(words, at)) return undefined;
  if (isOtherSense(trigger, words, at)) return undefined;
  if (trigger.generic && !happens(words, at)) return undefined;
  const { clause } = words[at]!;
  let support: number | undefined;
  let modality: Modality = 'actual';
  for (let back = at - 1; back >= Math.max(0, at - GOVERNOR_WORDS); back -= 1) {
    const word = words[back]!;
    if (word.clause !== clause) break;
    if (FOILS.test(word.text)) {
      modality = isDenied(words, back) ? 'actual' : 'foiled';
      support = back;
      break;
    }
    if (SUPPORT.test(word.text) && !word.capital) {
      support = back;
      modality = supportModality(words, back);
      break;
    }
    if (PLANS.test(word.text) && !/^plans?$|^plot/u.test(word.text)) {
      modality = 'planned';
      break;
    }
    if (
      DOUBTS.test(word.text) &&
      !(word.text === 'against' || (word.text === 'any' && back !== at - 1)) &&
      back >= at - 6
    ) {
      modality = 'possible';
      break;
    }
  }
  const opener = words.find((word) => word.clause === clause)?.text ?? '';
  if (/^(?:if|unless|whether)$/u.test(opener)) modality = 'possible';
  const existential = words
    .slice(Math.max(0, at - 5), at)
    .map((word) => word.text)
    .join(' ');
  if (/\bno\b/u.test(existential.split(' ').slice(-2).join(' '))) modality = 'denied';
  if (/\b(?:there is|there are)\b/u.test(existential) && /^(?:before|until|if)$/u.test(opener)) modality = 'possible';
  const ahead = words
    .slice(at + 1, at + 12)
    .filter((word) => word.clause === clause)
    .map((word) => word.text)
    .join(' ');
  if (
    /^(?:\S+ ){0,8}(?:is|are|remains?) (?:\S+ ){0,2}(?:likely|possible|probable|inevitable|expected|planned)\b/u.test(
      ahead,
    )
  )
    modality = 'possible';
  if (
    /^(?:\S+ ){0,6}(?:will|is (?:set|due|scheduled|expected)|are (?:set|due|scheduled|expected))\b/u.test(ahead) &&
    modality === 'actual'
  )
    modality = 'planned';
  if (
    next &&
    !next.afterMark &&
    TRIGGERS.get(next.text)?.some(({ word }) => word === 'noun') &&
    !/^(?:kill|murder|attack|march|strike)$/u.test(next.text)
  )
    return undefined;
  const general = words.some((other) => other.clause === clause && GENERAL.test(other.text));
  const happened =
    modality === 'foiled' ||
    (modality === 'actual' && !general && (support !== undefined || isSubject(words, at) || isAgent(words, at)));
  return {
    trigger,
    at,
    from: at,
    modality,
    finite: happened,
    passive: false,
    ...(support === undefined ? {} : { support }),
  };
}

const SUBJECT_WORDS = 12;
const PAST_VERB =
  /^(?:was|were|has|had|occurred|happened|took|left|came|began|ended|struck|hit|went|rang|shook|(?!hundred|need|speed|indeed)\p{L}{3,}ed)$/u;

/** Tells whether something was done by or in what a noun tells of: "destroyed by a blast", "killed in an attack". */
function isAgent(words: readonly Word[], at: number): boolean {
  const by = words.findLastIndex(
    (word, index) => index < at && index >= at - 4 && /^(?:by|in|during)$/u.test(word.text),
  );
  if (by < 1 || words[by]!.clause !== words[at]!.clause || words[by - 1]!.clause !== words[at]!.clause) return false;
  return /^(?:shot|hit|hurt|(?!hundred|need|speed|indeed|involved|based|interested)\p{Ll}{3,}ed)$/u.test(
    words[by - 1]!.text,
  );
}

/** Tells whether a noun is the subject of a verb in the past: "the attack left five dead". */
function isSubject(words: readonly Word[], at: number): boolean {
  const ahead = words.slice(at + 1, at + 1 + SUBJECT_WORDS);
  const verb = ahead.findIndex((word) => PAST_VERB.test(word.text) && !word.capital);
  if (verb === -1 || ahead.slice(0, verb + 1).some((word) => word.clause !== words[at]!.clause)) return false;
  const before = words.slice(Math.max(0, at - 4), at).filter((word) => word.clause === words[at]!.clause);
  const object = before.findIndex((word) =>
    /^(?:of|in|on|for|to|with|by|against|from|during|about|after)$/u.test(word.text),
  );
  return object === -1 && !NEGATION.test(ahead[verb + 1]?.text ?? '');
}

/** Things that tell of an event only where somebody uses them or they go off. */
const DEVICE = /^(?:bomb|grenade|explosive)$/u;
const USE =
  /^(?:explo|detonat|plant|plac|hurl|thr[eo]w|toss|lobb|went|gone|rocked|blew|blown|struck|kill|injur|wound|destroy|damag|ripp)/u;
const USE_WORDS = 6;

function isUsed(words: readonly Word[], at: number): boolean {
  return words
    .slice(Math.max(0, at - USE_WORDS), at + 1 + USE_WORDS)
    .some((word) => word.clause === words[at]!.clause && word !== words[at] && USE.test(word.text));
}

const FIGURATIVE =
  /^(?:custody|court|legal|political|ideological|electoral|election|courtroom|uphill|verbal|war-of|population|demographic|baby|price|cost|culture|bidding|relegation|title|heart|panic|bear|bull)$/u;

/** "A custody battle", "a population explosion", "a demonstration of the game". */
function isOtherSense({ kind, base }: Trigger, words: readonly Word[], at: number): boolean {
  if (base === 'demonstration') return words[at + 1]?.text === 'of';
  return /^(?:clash|bombing|attack|shooting)$/u.test(kind) && FIGURATIVE.test(words[at - 1]?.text ?? '');
}

const HAPPENS = /^(?:occurred|happened|took|committed|perpetrated|staged|carried)$/u;
const HAPPENS_WORDS = 8;

/** Tells whether a noun that stands for anything is said to have happened: "the incident occurred", "this crime, which took place". */
function happens(words: readonly Word[], at: number): boolean {
  return words.slice(at + 1, at + 1 + HAPPENS_WORDS).some(({ text }) => HAPPENS.test(text));
}

function supportModality(words: readonly Word[], at: number): Modality {
  const group = words
    .slice(Math.max(0, at - 3), at)
    .filter((word) => word.clause === words[at]!.clause)
    .map((word) => word.text);
  if (group.some((word) => NEGATION.test(word))) return 'denied';
  if (group.some((word) => POSSIBLE.test(word))) return 'possible';
  if (group.some((word) => PLANNED.test(word))) return 'planned';
  if (group.includes('to')) return 'possible';
  return words[at]!.text.endsWith('ing') && group.some((word) => /^(?:to|of|closer)$/u.test(word))
    ? 'possible'
    : 'actual';
}

function isDenied(words: readonly Word[], at: number): boolean {
  return words.slice(Math.max(0, at - 3), at).some((word) => NEGATION.test(word.text) || FAILS.test(word.text));
}
