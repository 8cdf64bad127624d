import { fold } from '../../language/folding/fold.ts';
import { relatedStems } from '../../language/words/relatedWords.ts';
import { stemmerFor } from '../../language/words/stem.ts';
import { stopWordsOf } from '../../language/words/stopWords.ts';

/** What a question wants, as far as its words say. `said`: somebody's words; `name`: what something is called. */
export const QUESTION_KINDS = [
  'quantity',
  'when',
  'who',
  'where',
  'why',
  'said',
  'name',
  'which',
  'yes-no',
  'how',
  'what',
  'keywords',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What a quantity is measured in. */
type Measure = 'count' | 'money' | 'age' | 'duration' | 'length' | 'share' | 'other';

/** A question, read for what would answer it. */
export interface QuestionAsked {
  readonly kind: QuestionKind;
  /** Only with `quantity`. */
  readonly measure?: Measure;
  /** Stems of what is counted ("how many people": `peopl`), and of words related to it. */
  readonly counted: ReadonlySet<string>;
  /** Names in the question, each the folded words of it. */
  readonly names: readonly (readonly string[])[];
  /** Stems of its words, without stop words. */
  readonly stems: ReadonlySet<string>;
  /** Stems of the deed that it asks about ("who *founded* …"), and of words related to it. Default: not known. */
  readonly deed?: ReadonlySet<string> | undefined;
  /** Whether it asks about what is still to come. */
  readonly isFuture: boolean;
  /** Whether it says that what it asks about is still to come ("What will they do next?"). */
  readonly isAhead: boolean;
  /** Whether it asks about what may or should be, rather than what is or was so. */
  readonly isOfUnreal: boolean;
  /** Whether it asks how many there are in all of what somebody or something has ("How many members does the club have?"). */
  readonly isOfWhole: boolean;
  /** Whether it asks who somebody is by what they are ("who is the mayor"), which takes a name to answer. */
  readonly isIdentity: boolean;
}

const MEASURES: readonly (readonly [Measure, RegExp])[] = [
  ['age', /\b(?:how old|what age|whose age)\b/u],
  [
    'share',
    /\b(?:(?:what|which|how large a|how big a) (?:percentage|percent|proportion|share|fraction)|by what (?:percentage|percent)|what is the (?:percentage|rate|share|proportion))\b/u,
  ],
  [
    'money',
    /\b(?:how much (?:money|cash|compensation|severance|ransom|funding|aid)|how (?:much|big|large|expensive)\b.* (?:costs?|paid|pays?|paying|earn(?:s|ed|ing)?|worth|raised?|spen[dt]|fined?|donated?|invest(?:ed)?|reward|discount|salary|budget|price[ds]?|sold|bought|charged?|owed?|valued?)|what (?:is|was|were|are|will be)? ?(?:the )?(?:\w+ )?(?:price|cost|salary|fee|fine|budget|bail|rent)|(?:what|which) (?:price|cost|sum))\b/u,
  ],
  ['duration', /\bhow long\b|\bhow many (?:seconds|minutes|hours|days|weeks|months|years|decades)\b/u],
  [
    'length',
    /\bhow (?:far|tall|high|deep|wide|thick|heavy|fast|hot|cold|warm|large|big|small|tiny)\b|\bwhat (?:temperature|distance|height|length|depth|speed|size|weight)\b/u,
  ],
  ['count', /\bhow many\b|\b(?:what|which) number of\b|\bwhat (?:is|was|were|are) the (?:\w+ )?(?:number|total)\b/u],
  [
    'other',
    /\bhow (?:much|often|frequently|fast)\b|\bwhat (?:is|was) the (?:score|population|rate|amount)\b|\bwhat (?:score|amount|population)\b/u,
  ],
];

/** In order: the first that fits tells. Words of questions, not of any text. */
const KINDS: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'said',
    /\b(?:what|how) (?:do|does|did|has|have|had|will|would|was)\b.{0,80}\b(?:say|said|think|thought|tell|told|comment|commented|answer|answered|respond|responded|reply|replied|react|reacted|claim|claimed|believe|believed|tweet|write|argue|argued|call|response|reaction|make of)\b|\bwhat (?:is|was|were) .{0,60}\b(?:response|reaction|reply|comment|opinion|view|statement)\b/u,
  ],
  [
    'name',
    /\b(?:what|which) (?:is|was|are|were) the (?:\w+ )?(?:names?|titles?)\b|\bwhat (?:is|was|are|were)\b.*\b(?:called|named)\b/u,
  ],
  [
    'why',
    /\b(?:why|how come|what (?:is|was|were|are) the (?:reasons?|causes?|purposes?|motives?)|what (?:causes|caused|made|led)|for what (?:reason|purpose)s?)\b/u,
  ],
  ['when', /\b(?:when|(?:what|which) (?:year|date|day|month|decade|century|time)|how (?:long ago|recently|soon))\b/u],
  [
    'where',
    /\b(?:where|(?:what|which) (?:city|cities|country|countries|states?|regions?|places?|towns?|locations?|province|continent|county|village|street))\b/u,
  ],
  [
    'who',
    /\b(?:who|whom|whose|(?:what|which) (?:person|people|man|woman|men|women|judge|president|minister|company|companies|firm|team|teams|group|party|organi[sz]ation|agency|bank|banks|airline|club|player|author|scientist|scholar|official|actor|singer|artist|leader|leaders))\b/u,
  ],
  ['which', /\bwhich\b/u],
  [
    'yes-no',
    /^(?:and |so |but )?(?:is|are|was|were|am|did|does|do|has|have|had|can|could|will|would|should|may|might|must|isn't|aren't|wasn't|weren't|didn't|doesn't|don't|hasn't|haven't)\b/u,
  ],
  ['how', /\bhow\b/u],
  ['what', /\bwhat\b/u],
];

const IDENTITY = /^who(?:'s| is| was| are| were) (?:the|an?|our|their|his|her)\b/u;
/** What somebody has or holds, or is in or at a place. */
const WHOLE =
  /\b(?:have|got|own|employ|contain|hold|comprise|include|consist of)(?: (?:now|today|at present|altogether|in total|in all))? ?\??$|\bhow many (?:[^ ]{1,30} ){1,3}(?:are|is|were|was) (?:there )?(?:in|on|at|aboard)\b/u;
const AHEAD = /\b(?:will|shall|going to|plans? to|next)\b/u;
const FUTURE = /\b(?:will|shall|going to|plans? to|next)\b|\bwhen (?:is|are|does|do)\b/u;
const UNREAL =
  /\b(?:could|may|might|would|can|should|will|shall|going to|plan\w*|must|need\w*|allowed|if|possible|propos\w*)\b/u;
/** Words between "how many", or a number, and what is counted. */
export const BEFORE_COUNTED = new Set([
  'of',
  'the',
  'these',
  'those',
  'its',
  'his',
  'her',
  'their',
  'more',
  'other',
  'different',
  'new',
]);
/** Words in which what is counted is named ("how many HK-traded units does …"). */
const COUNTED_WORDS = 3;
/** A name: words with capitals, with small ones between ("Bank of England" is two; that is enough to look for them). */
const NAME = /\p{Lu}[\p{L}\p{M}\p{N}'’.-]*(?: \p{Lu}[\p{L}\p{M}\p{N}'’.-]*)*/gu;

/** Reads an English question for what would answer it. A text without a question word or mark is `keywords`. */
export function questionAsked(question: string, isQuestion: boolean): QuestionAsked {
  const folded = fold(question).trim();
  const measure = MEASURES.find(([, pattern]) => pattern.test(folded))?.[0];
  const special = KINDS.find(([, pattern]) => pattern.test(folded))?.[0];
  const first = special === 'said' || special === 'name' || special === 'why' ? special : undefined;
  const kind = first ?? (measure === undefined ? (special ?? (isQuestion ? 'what' : 'keywords')) : 'quantity');
  const stem = stemmerFor('en');
  const stop = stopWordsOf('en');
  const words = folded.match(/[\p{L}\p{N}'-]+/gu) ?? [];
  const counted = countedIn(words);
  return {
    kind,
    ...(kind === 'quantity' && measure !== undefined ? { measure } : {}),
    counted: new Set(
      counted
        .filter((word) => !stop.has(word))
        .map(stem)
        .flatMap((one) => [one, ...relatedStems(one)]),
    ),
    names: namesOf(question),
    // The list has "won" for "won't".
    stems: new Set(words.filter((word) => word === 'won' || !stop.has(word)).map(stem)),
    isFuture: FUTURE.test(folded),
    isAhead: AHEAD.test(folded),
    isOfUnreal: UNREAL.test(folded),
    isOfWhole: kind === 'quantity' && measure === 'count' && WHOLE.test(folded),
    isIdentity: kind === 'who' && IDENTITY.test(folded),
  };
}

function countedIn(words: readonly string[]): readonly string[] {
  const many = words.findIndex((word, at) => word === 'many' && words[at - 1] === 'how');
  if (many === -1) return [];
  const after = words.slice(many + 1);
  const first = after.findIndex((word) => !BEFORE_COUNTED.has(word));
  return first === -1 ? [] : after.slice(first, first + COUNTED_WORDS);
}

function namesOf(question: string): readonly (readonly string[])[] {
  const found = Array.from(question.matchAll(NAME), ({ 0: text, index }) => {
    const words = text.split(' ').map((word) => fold(word).replace(/(?:'s|[.'-])$/u, ''));
    // The first word of a question has a capital in any case.
    return index === 0 ? words.slice(1) : words;
  });
  return found.filter((words) => words.length > 0);
}
