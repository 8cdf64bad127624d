import { fold } from './folding/fold.ts';

/** What a request wants that no text can answer: arithmetic, something to be written, or the time at which it is asked. */
export type Beyond = 'sum' | 'writing' | 'clock';

/** Longer ones are about something in particular. */
const MAX_CHARS = 200;

const COURTESY =
  /^(?:(?:so|and|ok|okay|hey|hi|hello|please|pls|can you|could you|would you|will you|i want you to|i need you to|i would like you to|i'd like you to|now)[ ,]+)+/u;

const NUMBER = String.raw`[-(]{0,3}\d[\d.,]{0,20}%?[)!]{0,3}`;
/** A hyphen or a stroke between two numbers is a sign of arithmetic only with blanks around it: "9/11" is a day. */
const OPERATOR = String.raw`(?: ?[+*×÷^] ?| [-−/x] | of (?=\d)(?<=% of )| (?:plus|minus|times|over|mod|percent of|divided by|multiplied by|to the power of) )`;
const SUM = new RegExp(
  String.raw`^(?:(?:what(?:'s| is|s)?|how much (?:is|are)|calculate|compute|solve|work out|evaluate) )?(?:the )?(?:(?:square|cube) root of ${NUMBER}|${NUMBER} (?:squared|cubed)|${NUMBER}(?:${OPERATOR}${NUMBER}){1,20})(?: ?=)?(?: \?)?$`,
  'u',
);

const THINGS_WRITTEN =
  '(?:joke|poem|story|song|riddle|haiku|limerick|rhyme|verse|tale|fairy tale|pun|recipe|fun fact|prayer|rap|picture|drawing)';
const WRITING: readonly RegExp[] = [
  // "write me a poem", "draft an email", "draw it", but not "draft budget", which is looked for.
  /^(?:write|rewrite|compose|draft|draw|paint|sketch|invent|generate|make up|come up with|recite|improvise) (?:(?:me|us|him|her|them) )?(?:an?|some|another|my|this|it|me|us|two|three|four|five|ten) ?(?=\S|$)/u,
  /^(?:translate) \S.* (?:in|into|to) \p{L}{3,20}$/u,
  /^(?:sing|rap|dance|roleplay|role-play) (?:(?:for|to|with) (?:me|us)|(?:me |us )?(?:an?|some) \p{L}{2,20})$/u,
  /^(?:pretend|imagine) (?:to be|you(?:'re| are)|that you) /u,
  new RegExp(
    String.raw`^(?:tell|give|make|sing|read|show|do) (?:(?:me|us) )?(?:an?|some|another|one|two|three) (?:\p{L}{2,20} ){0,2}${THINGS_WRITTEN}s?(?: |$)`,
    'u',
  ),
];

const CLOCK =
  /^(?:do you know |tell me )?(?:what(?:'s| is|s)? (?:(?:the )?(?:current (?:time|date|day|year|month)|(?:time|date|day|year|month|weekday) (?:is it|it is|today|now|right now|tomorrow))|today(?:'s date)?|tomorrow's date)|(?:what|which) (?:time|date|day|day of the week|year|month) (?:is it|it is|is today|is tomorrow|was yesterday)|how late is it)(?: (?:now|today|right now))?$/u;

/**
 * What is wanted that no text can answer; undefined of anything that a text may. A request that merely begins like one is none:
 * the whole must be arithmetic or ask for the time, and what is to be written must be named as the object ("write me a letter").
 */
export function beyondSources(request: string): Beyond | undefined {
  if (request.length > MAX_CHARS) return undefined;
  const folded = fold(request)
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/[ .?!]{1,20}$/u, '')
    .replace(COURTESY, '')
    .replace(/[ ,]{1,3}(?:please|pls|for me|for us)$/u, '');
  if (SUM.test(folded)) return 'sum';
  if (CLOCK.test(folded)) return 'clock';
  return WRITING.some((pattern) => pattern.test(folded)) ? 'writing' : undefined;
}
