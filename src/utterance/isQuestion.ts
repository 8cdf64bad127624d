import { quotations } from '../language/quotations/quotations.ts';
import type { Intent } from './intent.ts';
import { messageWords, withoutEntities } from './messageWords.ts';
import { phraseOf } from './phrase.ts';

/** What an English question begins with, if nobody is asked for anything but an answer. */
const OPENING =
  /^(?:who|whom|whose|what|when|where|why|which|how|did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|anyone know|does anyone know|do we know|any idea|name)(?:'s|'re|'d)? \S+/u;
/** What goes on from an answer. */
const GOES_ON = /^(?:and|or|what about|how about|same for|in|since|before|after) [^.!]{2,60}$/u;
/** Questions between people. */
const PERSONAL =
  /^(?:how (?:are|r) (?:you|u|things|we|y'all)|what'?s (?:up|new|good)|what do you (?:guys|all|think)|(?:do|did|can|could|would|will|have|are|were|should) (?:you|u|i|we|anyone|anybody|someone|y'all)\b|(?:is|are) (?:anyone|anybody|there anyone|you|u)\b|who (?:else|wants|is in|'s in)\b|how come you|why (?:are|do|did|would) (?:you|u|we|i)\b|what are (?:you|we)\b|where are (?:you|we)\b|what should (?:i|we)\b|(?:anyone|anybody) (?:here|there|around|up|else|want|wanna|free)\b)/u;
const MARK = /[?？؟⁇]|;\s*$/u;
const MIN_WORDS = 2;

/**
 * Whether a message asks something of the articles, rather than talks to people: it has a question mark or begins like a
 * question, asks for something that a command gives, or is a quotation. `intent` is what it was read as. A reply to an
 * answer may be short: "and in Germany".
 */
export function isQuestion(message: string, intent: Intent, { isReply = false } = {}): boolean {
  if (intent.kind !== 'use') return false;
  // A bare "why?" goes on from the answer, too.
  if (isReply && (isCommand(intent) || intent.uses[0].fit?.isRead === true)) return true;
  const words = messageWords(message);
  const { folded } = phraseOf(words);
  if (folded.split(' ').length < MIN_WORDS && !/[¶§/]/u.test(folded)) return isCommand(intent);
  if (PERSONAL.test(folded) || PERSONAL.test(words.toLowerCase())) return false;
  if (isReply && GOES_ON.test(folded)) return true;
  if (OPENING.test(folded) || MARK.test(words)) return true;
  return isCommand(intent) && (quotations(withoutEntities(message)).length > 0 || intent.uses[0].command !== 'verify');
}

/** A number alone is no reference among people. */
function isCommand({ uses: [{ command, options }] }: Extract<Intent, { kind: 'use' }>): boolean {
  if (command === 'ask') return false;
  return command !== 'quote' || !/^[\d\s.,-]+$/u.test(String(options['text']));
}
