import { primaryLanguage } from '../../language/words/stem.ts';

/**
 * How a sentence hangs on the one before it: a `reference` cannot be understood alone ("She …", "The move came …"); a
 * `connective` can, but reads as if something were missing ("However, the board …").
 */
export type Leaning = 'reference' | 'connective';

const PERIOD =
  '(?:week|weekend|month|year|season|summer|autumn|fall|spring|winter|morning|afternoon|evening|decade|century|(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const EXISTS =
  "(?:['’](?:s|re|ll|d)|is|are|was|were|will|would|has|have|had|may|might|can|could|must|should|remains?|seems?|appears?)";

/** How much of a sentence is looked at, in small letters: patterns that ignore case take tens of milliseconds to compile. */
const OPENING_CHARS = 200;

/** Openings that stand for something named before. A language without a list is not checked. */
const REFERENCES: Readonly<Record<string, RegExp>> = {
  en: opening(
    // "It is unclear whether …" and "There are …" stand for nothing.
    String.raw`it(?!(?:['’]s|\s(?:is|was|remains))(?:\snot|\sstill|\salso)?\s(?!an?\s|the\s|one\s)(?:\p{L}+\s)?\p{L}+\s(?:that|whether)\s|(?:['’]s|\s(?:is|was|remains))(?:\snot|\sstill)?\s(?:im)?(?:possible|hard|difficult|easy|important|necessary|unclear|common|rare|better)\s(?:to|if|how|why|what|who|for)\s)`,
    'he|she|they|his|her|hers|their|theirs|its|him|them',
    String.raw`(?:this|that|these|those)(?!\s${PERIOD}(?![\p{L}-]))`,
    String.raw`such(?!\sas)|both(?!\s(?:the|an?)\s)|neither|either|another|others|(?:some|one|two|most|many|all|none|each|half) of (?:them|these|those|which)`,
    String.raw`(?:some|many|most|several|all|none|few)(?=\s(?:said|say|says|have|had|were|are|was|did|do|also|even|will|would|could|can|may|might)(?![\p{L}-]))`,
    String.raw`here|there(?!\s?${EXISTS}(?![\p{L}-]))|yes|no(?=,)|well(?=,)|oh|ah+`,
    String.raw`the (?:other|former|latter|same|pair|duo|trio|two(?=\s(?:have|are|were|had|will|also|then|later|did|do)))`,
    String.raw`(?:in|for) (?:either|both|each|any|my|our|some|such) cases?|at the time(?!\sof)|since then|until then|back then|by then|if (?:not|so)|as (?:such|before|for (?:him|her|it|them|that|this))|for (?:him|her|them)|on top of that|not only that|to that end`,
  ),
  de: opening(
    'er|sie|es|dies(?:e[rsmn]?)?|jene[rsmn]?|sein(?:e[rsmn]?)?|ihr(?:e[rsmn]?)?|dabei|damit|dafür|dagegen|so',
  ),
  fr: opening('il|elle|ils|elles|ce|cela|ceci|ces|cette|cet|son|sa|ses|leur|leurs'),
};

/** Openings that join a sentence to the one before. */
const CONNECTIVES: Readonly<Record<string, RegExp>> = {
  en: opening(
    String.raw`but|and|or|nor|yet|so(?!\sfar)|also|too|however|moreover|furthermore|nevertheless|nonetheless|therefore|thus|hence|instead(?!\sof)|meanwhile|likewise|similarly|otherwise|still|then|though|additionally|consequently|accordingly|besides|afterwards?|indeed|rather(?!\sthan)|conversely|alternatively|finally|lastly|secondly|thirdly|again|elsewhere|later|earlier|soon|eventually|first(?=,)|second(?=,)|third(?=,)|next(?=,)|to (?:start|begin|be sure|be clear)`,
    String.raw`for (?:example|instance|one thing|starters|now)|in (?:addition(?!\sto)|contrast(?!\s(?:to|with))|turn|fact|short|other words|particular|response(?!\sto)|return(?!\sfor)|exchange(?!\sfor)|retaliation(?!\sfor)|reality|essence|the meantime|an? (?:separate|similar|subsequent|follow-up|later))|at the (?:same time|very least|least)|of course|as (?:a result(?!\sof)|well)|by (?:contrast|comparison)|on (?:the other hand|another level|the contrary)|if (?:anything|only)|even so|after all|as a consequence(?!\sof)|just then|no wonder|either way`,
    String.raw`the (?:next|following|previous|same) (?:day|week|month|year|morning|night|season|time)`,
    String.raw`(?:an?|one|two|three|four|five|several|some|a few|\d{1,3}) (?:second|minute|hour|day|week|month|year)s? (?:later|earlier|before(?=,))`,
  ),
  de: opening(
    'aber|und|oder|doch|jedoch|daher|deshalb|dennoch|trotzdem|außerdem|zudem|ferner|allerdings|somit|stattdessen|auch|dann|zum beispiel',
  ),
  fr: opening(
    'mais|et|ou|donc|or|cependant|toutefois|pourtant|ainsi|aussi|de plus|en outre|par exemple|en revanche|néanmoins',
  ),
};

/**
 * A pronoun that nothing before it in its sentence can mean: only prepositions, conjunctions and adverbs stand there
 * ("As they left the hall, …", "Despite this, …", "Shortly before their arrival, …").
 */
const EARLY_PRONOUN = new RegExp(
  String.raw`^[^\p{L}]*(?:(?:after|although|as|at|because|before|besides|beyond|by|despite|during|even|ever|for|from|given|if|in|inside|just|like|most|near|of|off|on|once|only|other|out|over|regardless|since|than|though|through|to|under|unless|until|unlike|up|upon|what|when|whenever|where|whether|while|why|with|within|without|important|\p{L}{2,12}ly)\s){1,4}(?:(?:he|she|they|him|her|them|his|their|its|this|these|those)(?!\s${PERIOD})|it(?!\s(?:comes?\sto|is\s(?:possible|important|clear|likely)))|that(?=,|\s\p{L}{2,15},)|there(?=,)|then(?=,))(?![\p{L}'’-])`,
  'u',
);

/**
 * Nouns that sum up what was said ("shell nouns", Schmid 2000), as a subject without a word that says which:
 * "The move comes …", but not "The move by the board".
 */
const SHELL_NOUN =
  /^[^\p{L}]*the (?:move|decision|step|development|change|shift|announcement|news|comments?|remarks?|claims?|allegations?|accusations?|incident|episode|difference|idea|reason|problem|answer|point|trend|process|result|exercise|gesture|request|suggestion)(?=\s(?:is|are|was|were|has|have|had|will|would|could|may|might|can|comes?|came|follows?|followed|means?|meant|marks?|marked|makes?|made|drew|draws?|sparked|prompted|led|leads?|also|not|did|does|gives?|gave|puts?|raise[sd]?|takes?|took)(?![\p{L}-])|,)/u;

/** "So did Ohio", "Nor has he". */
const INVERTED =
  /^[^\p{L}]*(?:so|nor|neither) (?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|might|may)(?:n['’]t)? \p{L}/u;
/** What a sentence begins with that is often no sentence: "Nine.", "About half of them.", "Not yet.", "In Leeds." */
const FRAGMENT =
  /^[^\p{L}\p{N}$€£]*(?:[$€£]?\p{N}[\p{N}.,]{0,20}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|half|none|nobody|nothing|about|around|nearly|almost|roughly|just|only|perhaps|maybe|probably|mostly|mainly|not|never|at|in|on|by|for|from|since|until|because|to|with|without|under|over|after|before|during|through)(?![\p{L}'’-]))/u;
/** Of a fragment. */
const MOST_WORDS = 5;
const FINITE =
  /(?:^|[^\p{L}])(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|may|might|must|should|shall|\p{L}{2,12}ed|\p{L}{1,12}['’](?:s|re|ve|ll|d|m)|(?:is|are|was|were|do|does|did|has|have|had|wo|would|ca|could|should)n['’]t)(?![\p{L}-])/u;

/** Returns how a sentence hangs on the one before it, if it does. */
export function leaningOf(text: string, language: string): Leaning | undefined {
  const primary = primaryLanguage(language);
  const start = text.slice(0, OPENING_CHARS).toLowerCase();
  if (refersBack(start, primary) || (primary === 'en' && isElliptical(start))) return 'reference';
  const connective = CONNECTIVES[primary]?.exec(start);
  if (!connective) return undefined;
  const rest = start.slice(connective[0].length).replace(/^[\s,]+/u, '');
  return refersBack(rest, primary) ? 'reference' : 'connective';
}

function refersBack(text: string, primary: string): boolean {
  if (REFERENCES[primary]?.test(text)) return true;
  return primary === 'en' && (EARLY_PRONOUN.test(text) || SHELL_NOUN.test(text));
}

/** Whether a sentence leaves out what the one before it has said: it is turned round behind "so", or has no verb. */
function isElliptical(start: string): boolean {
  if (INVERTED.test(start)) return true;
  return (
    FRAGMENT.test(start) && !FINITE.test(start) && (start.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length <= MOST_WORDS
  );
}

function opening(...words: readonly string[]): RegExp {
  return new RegExp(String.raw`^[^\p{L}]*(?:${words.join('|')})(?![\p{L}-])`, 'u');
}
