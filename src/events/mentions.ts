import type { Sentence, Word } from './sentence.ts';
import { TRIGGERS, type Trigger } from './triggers.ts';

/** Whether an event happened, as its clause says. */
export type Modality = 'actual' | 'foiled' | 'planned' | 'possible' | 'denied';

/** A word of a sentence that tells of an event. */
export interface Mention {
  readonly trigger: Trigger;
  /** Index of the trigger among the sentence's words. */
  readonly at: number;
  /** Index of the first word of its verb group ("have been arrested"); the same as `at` for nouns. */
  readonly from: number;
  readonly modality: Modality;
  /** A verb that tells of one time: past, perfect, or under way; a noun that such a verb has as its object. */
  readonly finite: boolean;
  readonly passive: boolean;
  /** The verb that makes an event of a noun: "conducted" of "conducted attacks"; its index. */
  readonly support?: number;
}

const DETERMINER =
  /^(?:the|an?|this|that|these|those|its|his|her|their|our|my|your|no|any|each|every|several|some|many|few|more|other|another|such|one|two|three|four|five|six|seven|eight|nine|ten|\d+|first|second|third|recent|latest|last|new|deadly|brutal|major|alleged|suspected|possible|armed|terrorist|terror|bomb|suicide|of|deadliest|notable|mass|series|wave|similar|successful|previous|further|large|big|massive|joint)$/u;
const AUXILIARY =
  /^(?:be|been|being|is|are|was|were|am|has|have|had|having|will|would|shall|should|can|could|may|might|must|to|not|never|do|does|did|didn't|don't|doesn't|wasn't|weren't|hasn't|haven't|hadn't|won't|wouldn't|couldn't|can't|cannot|isn't|aren't|get|got)$/u;
const ADVERB =
  /^(?:\w+ly|also|still|already|again|just|even|then|now|first|later|twice|once|ever|subsequently|reportedly|allegedly|jointly|since|today|yesterday|all|each|both)$/u;
const NEGATION =
  /^(?:not|never|no|didn't|don't|doesn't|wasn't|weren't|hasn't|haven't|hadn't|won't|wouldn't|couldn't|can't|cannot|isn't|aren't)$/u;
const BE = /^(?:be|been|being|is|are|was|were|am|wasn't|weren't|isn't|aren't|get|got)$/u;
const HAVE = /^(?:has|have|had|having|hasn't|haven't|hadn't)$/u;
const POSSIBLE = /^(?:would|should|can|could|may|might|must|cannot|can't|couldn't|wouldn't)$/u;
const PLANNED = /^(?:will|shall|won't)$/u;
const PRONOUN = /^(?:i|you|he|she|it|we|they|who|which|that)$/u;
const PREPOSITION =
  /^(?:of|in|for|by|after|before|from|without|on|about|against|with|during|since|at|and|or|between|into|over|amid|despite|following|including|like|as)$/u;

/** Verbs that turn a noun into an event: "conducted attacks", "claimed responsibility for shootings". */
const SUPPORT =
  /^(?:conduct|carr(?:y|ied)|commit|perpetrat|launch|stage|mount|claim|mak(?:e|ing)|made|suffer|hold|held|see|saw|witness|report|unleash|order|execut|survive|include|plant|place|hurl|thr[eo]w|detonat|explod|participat)/u;
const FOILS = /^(?:foil|thwart|prevent|avert|disrupt|stopp|intercept|defus|deactivat|frustrat)/u;
const FAILS = /^(?:fail|refus|declin|deni|deny)/u;
const PLANS =
  /^(?:plan|prepar|intend|vow|threat|conspir|plott|aim|hop|want|schedul|expect|propos|consider|promis|pledg|call|urg|incit|encourag)/u;
const DOUBTS =
  /^(?:risk|risks|fear|fears|feared|likelihood|possibility|danger|potential|possible|likely|unlikely|probable|threat|threats|warn|warned|warning|warns|warnings|closer|chance|chances|plans|plan|capable|ability|able|hypothetical|if|any|against|prone|could|may|might|would|should|can|will)$/u;
/** Words that make a clause tell of what is so in general. */
const GENERAL =
  /^(?:regularly|often|frequently|usually|typically|generally|traditionally|always|repeatedly|routinely|increasingly|sometimes|normally)$/u;
/** How far back a noun's governor is looked for. */
const GOVERNOR_WORDS = 9;

/** Finds the words of a sentence that tell of an event. */
export function mentionsIn(sentence: Sentence): readonly Mention[] {
  const { words } = sentence;
  return words.flatMap((word, at) => {
    const phrase = phraseMention(words, at);
    if (phrase) return [phrase];
    const candidates = TRIGGERS.get(word.text);
    if (!candidates || (word.capital && at > 1 && !word.afterMark && words[at - 1]!.capital)) return [];
    const trigger = candidates.length === 1 ? candidates[0]! : chosen(candidates, words, at);
    const mention =
      trigger && (trigger.word === 'verb' ? verbMention(trigger, words, at) : nounMention(trigger, words, at));
    return mention ? [mention] : [];
  });
}

/** Nouns that tell of an event only with one of these verbs before them: "set … on fire", "took … hostage". */
const PHRASES: readonly (readonly [noun: RegExp, verb: RegExp, kind: Trigger['kind']])[] = [
  [/^(?:fire|ablaze|alight)$/u, /^(?:set|setting|sets)$/u, 'arson'],
  [
    /^(?:hostages?|captive|prisoner)$/u,
    /^(?:take|takes|took|taken|taking|hold|holds|held|holding|kept)$/u,
    'kidnapping',
  ],
  [/^(?:fire)$/u, /^(?:open|opened|opening)$/u, 'shooting'],
];
const PHRASE_WORDS = 6;

function phraseMention(words: readonly Word[], at: number): Mention | undefined {
  for (const [noun, verb, kind] of PHRASES) {
    if (!noun.test(words[at]!.text)) continue;
    const from = words.findLastIndex((word, index) => index < at && index >= at - PHRASE_WORDS && verb.test(word.text));
    if (from === -1) continue;
    const form = /(?:ing)$/u.test(words[from]!.text) ? 'gerund' : 'past';
    const found = verbMention({ kind, word: 'verb', base: words[at]!.text, form, weak: false }, words, from);
    if (found) return found;
  }
  return undefined;
}

function chosen(candidates: readonly Trigger[], words: readonly Word[], at: number): Trigger | undefined {
  const noun = candidates.find(({ word }) => word === 'noun');
  const verbs = candidates.filter(({ word }) => word === 'verb');
  const verb = verbs.find(({ weak }) => !weak) ?? verbs[0];
  if (!noun || !verb) return noun ?? verb;
  return isNoun(verb, words, at) ? noun : verb;
}

function isNoun({ form }: Trigger, words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const after = words[at + 1]?.text ?? '';
  if (!before) return form === 'gerund' || form === 'base' ? after === 'of' || after === 'in' : true;
  if (form === 'past') return false;
  if (before.possessive || DETERMINER.test(before.text)) return true;
  if (form === 'gerund')
    return (
      after === 'of' ||
      (PREPOSITION.test(before.text) && !/^(?:the|an?|\d+|its|his|their|at)$/u.test(after)) ||
      (!BE.test(before.text) && /^(?:in|at|on|by|that)$/u.test(after))
    );
  if (before.text === 'to') return /^(?:and|or|by|on|in)$/u.test(after) && form !== 'base';
  if (AUXILIARY.test(before.text) && !BE.test(before.text)) return false;
  if (form === 'base') return !PRONOUN.test(before.text) && !ADVERB.test(before.text);
  return !/^(?:he|she|it|who|which)$/u.test(before.text);
}

function verbMention(trigger: Trigger, words: readonly Word[], at: number): Mention | undefined {
  const { clause } = words[at]!;
  let from = at;
  const group: string[] = [];
  while (
    from > 0 &&
    at - from < 6 &&
    words[from - 1]!.clause === clause &&
    !words[from]!.afterMark &&
    (AUXILIARY.test(words[from - 1]!.text) || ADVERB.test(words[from - 1]!.text))
  ) {
    from -= 1;
    group.unshift(words[from]!.text);
  }
  const before = words[from - 1];
  const has = (pattern: RegExp): boolean => group.some((word) => pattern.test(word));
  const passive = trigger.form === 'past' && has(BE);
  const perfect = has(HAVE);
  if (
    trigger.form === 'past' &&
    group.length === 0 &&
    before &&
    DETERMINER.test(before.text) &&
    !/^(?:that|one|some|many|several|others?|all|\d+)$/u.test(before.text)
  )
    return undefined;
  if (trigger.form === 'base' && (has(HAVE) || (has(BE) && !group.includes('to')))) return undefined;
  const infinitive = group.includes('to') && trigger.form === 'base';
  const modality = verbModality({ group, has, infinitive }, words, from);
  const finite =
    trigger.form === 'past' ||
    (trigger.form === 'gerund' && has(/^(?:was|were|been)$/u)) ||
    (trigger.form === 'gerund' && words[from]!.afterMark);
  const general = words.some((other) => other.clause === clause && GENERAL.test(other.text));
  return {
    trigger,
    at,
    from,
    modality,
    finite: (finite || perfect || (infinitive && modality === 'actual')) && !general,
    passive,
  };
}

function verbModality(
  { group, has, infinitive }: { group: readonly string[]; has: (pattern: RegExp) => boolean; infinitive: boolean },
  words: readonly Word[],
  from: number,
): Modality {
  if (group.some((word) => NEGATION.test(word))) return 'denied';
  if (has(POSSIBLE)) return 'possible';
  if (has(PLANNED)) return 'planned';
  if (group.includes('being') && words[from - 1]?.text === 'from') return 'possible';
  const opener = words.find((word) => word.clause === words[from]!.clause)?.text ?? '';
  if (/^(?:if|unless|whether)$/u.test(opener)) return 'possible';
  if (!infinitive) return 'actual';
  const governor = words.slice(Math.max(0, from - 4), from).map((word) => word.text);
  if (governor.some((word) => FAILS.test(word))) return 'denied';
  if (governor.some((word) => /^(?:attempt|tried|trying|manage|began|begin|continu|forc|helped|used)/u.test(word)))
    return 'actual';
  return governor.some((word) => PLANS.test(word) || /^(?:set|due|decid|agree)/u.test(word)) ? 'planned' : 'possible';
}

function nounMention(trigger: Trigger, words: readonly Word[], at: number): Mention | undefined {
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
