import { dateExpressions } from '../../language/dates/dateExpressions.ts';
import { using, use, type Intent } from '../intent.ts';
import { namedArticle } from '../namedArticle.ts';
import type { Said } from '../said.ts';

/** What an event's time or place begins with. */
const WHERE_OR_WHEN =
  '(?:in|on|at|during|since|after|before|between|from|until|till|by|around|near|over|within|across|throughout|last|this|yesterday|today|tonight|next (?:week|month|year|spring|summer|autumn|fall|winter|weekend)|tomorrow|\\d{4}|january|february|march|april|may|june|july|august|september|october|november|december)';
const HAPPENED = new RegExp(
  `^(?:so )?(?:(?:what|anything|something|what else|what all|whatever|did anything|did something|what's|what is|what has|what have|what will|what was|what's been|what is going to|everything that)(?: (?:has|have|had|will|would|could|is|was|were|may|might|going|to|all|else|ever))*) (?:happen(?:ed|s|ing)?|occur(?:red|s)?|took place|taken place|take place|takes place|going on|went on|go on|going down|going to happen|been going on|planned|scheduled)(?: (${WHERE_OR_WHEN}\\b.*))?$`,
  'u',
);
const EVENTS =
  /^(?:(?:are|were) there |(?:what|which) (?:are|were) )?(?:(?:all|any|the|every|some|other|most|key|main|major|important|notable|significant|which|what|list of|list|find) )*(?:events?|incidents?|happenings|(?<=\b(?:most |key |main |major |important |notable |significant ))(?:important |key )?dates)(?: (?:are|were|happened|occurred|took place|there|that|which|mentioned|listed|described|reported))*(?:$| (?:of |about |on the subject of |regarding |concerning |involving )?(.+)$)/u;
const TIMELINE =
  /^(?:(?:a|the|full|complete|event|events) )*(?:time ?line|chronology|sequence of events|order of events)(?:$| (?:(?:of|for|about|from) )?(.+)$)/u;
const TODAY =
  /^(?:on this day|this day in history|today in history|what happened on this day(?: in history)?|what happened today in history)$/u;
const RANGE = /^(?:between|from) (.{2,40}?) (?:and|to|until|till|through|-) (.{2,40})$/iu;
const DAY = '2024-01-15';

/** Reads what asks for events: "what happened in May", "events in Iran", "timeline". */
export function readEvents({ phrase, surroundings: { articles, earlier } }: Said): Intent | undefined {
  const { folded, typed } = phrase;
  if (TODAY.test(folded)) return using(use('event', { day: 'today' }));
  const happened = HAPPENED.exec(folded);
  const asked = happened ?? EVENTS.exec(folded) ?? TIMELINE.exec(folded);
  if (!asked) return undefined;
  const length = (asked[1] ?? '').length;
  const about = length === 0 ? '' : typed.slice(typed.length - length).trim();
  const named =
    about === '' ? undefined : namedArticle(about.replace(/^(?:of|in|from|for) /iu, ''), articles, { isStrict: true });
  const own = named?.kind === 'article' ? named.id : earlier?.article;
  if (about === '' || named) return using(use('event', { article: named?.kind === 'all' ? '*' : own }));
  const event = use('event', { ...whenOf(about), article: earlier?.article });
  // If neither finds anything, the answer is about events: "happened" is no word to look for.
  return happened
    ? using(event, use('ask', { question: typed, article: earlier?.article, plain: true }), event)
    : using(event);
}

/** Two dates are options; everything else is words, which the command reads itself. */
function whenOf(about: string): Readonly<Record<string, string>> {
  const [, from = '', to = ''] = RANGE.exec(about) ?? [];
  return from !== '' && isDate(from) && isDate(to) ? { from, to } : { about };
}

function isDate(text: string): boolean {
  const [date] = dateExpressions(text, { reference: DAY });
  return date?.edtf != null && date.text.length >= text.length - 4;
}
