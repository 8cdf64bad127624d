import { using, use, type Intent } from '../intent.ts';
import type { Said } from '../said.ts';

const HELP =
  /^(?:(?:help|info|more)(?: me)?(?: (?:with|on|for|about))?|how (?:do|can|should|would) (?:i|we|you)(?: use)?|how does|how to(?: use)?|what (?:does|is)|explain|usage of)(?: (?:the|a))?(?: command)? (\/?[a-z]{3,12})(?: command)?(?: (?:work|works|do|used|function))?$/u;
const ARTICLES = '(?:sources|articles|documents|texts|stories|pieces|reports|files)';
const SOURCES = new RegExp(
  `^(?:list |list of |what |which |what are |how many |how many of )?${ARTICLES}(?: (?:do|did|can|have|are|is)(?: (?:you|i|we|it|there))?(?: (?:have|know|got|read|search|use|been given|see))?)?$|^(?:what do you know|what do you have|what have you got|what have you read|what are you based on|what is it based on|where do you get (?:answers|information|quotes) from)$`,
  'u',
);
/** Which of them does not matter. */
const DETERMINERS = /(?<=^| )(?:the|your|all|other|available|here|loaded|of them) ?(?=\S|$)/gu;
const DIGEST =
  /^(?:(?:set ?up|create|make|schedule|start|add|post|edit|change|pause|resume|delete|stop|new)(?: (?:a|an|the|my|our))?(?: (?:new|weekly|daily|monthly|hourly|regular|automatic|scheduled))* digests?\b.*|(?:weekly|daily|monthly|hourly|scheduled)? ?digests?)$/u;
/** Something that is to be posted again and again. */
const REGULARLY =
  /^(?:(?:post|send|share|publish|repeat|message|email|remind) (?:\S+ ){1,8}|(?:an? |the )?(?:summary|recap|briefing|overview|update|report|events) )(?:(?:every|each) (?:day|morning|evening|afternoon|week|weekday|weekend|month|hour|quarter|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?|daily|weekly|monthly|hourly|regularly|automatically)(?: \S+){0,6}$/u;
const SETTINGS =
  /^(?:(?:change|show|open|edit)(?: the| my| your| bot)* settings|settings|configure(?: the bot| this| you)?|configuration|set ?up the bot)$/u;

/** Reads questions about the bot itself: its commands, its articles, digests and settings. */
export function readHelp({ phrase: { folded }, surroundings: { commands, earlier } }: Said): Intent | undefined {
  const named = HELP.exec(folded)?.[1];
  const command = named === undefined ? undefined : commandNamed(named, commands);
  const isMarked = named?.startsWith('/') === true || /^(?:help|usage|how)/u.test(folded) || / command/u.test(folded);
  if (command !== undefined && isMarked && !earlier) return using(use('help', { command }));
  if (command !== undefined && named?.startsWith('/') === true) return using(use('help', { command }));
  if (asksForSources(folded)) return using(use('sources'));
  if ((DIGEST.test(folded) || REGULARLY.test(folded)) && commands.includes('digest'))
    return using(use('help', { command: 'digest' }));
  if (SETTINGS.test(folded) && commands.includes('settings')) return using(use('help', { command: 'settings' }));
  return undefined;
}

/** Whether a folded text asks which articles there are: "how many articles do you have". */
export function asksForSources(folded: string): boolean {
  return SOURCES.test(folded.replace(DETERMINERS, '').trim());
}

function commandNamed(typed: string, commands: readonly string[]): string | undefined {
  const name = typed.replace(/^\//u, '');
  const single = name.replace(/s$/u, '');
  const other: Readonly<Record<string, string>> = {
    summarize: 'summary',
    summarise: 'summary',
    digests: 'digest',
    source: 'sources',
    quoting: 'quote',
    check: 'verify',
    events: 'event',
  };
  return commands.find((one) => one === name || one === single || one === other[name]);
}
