import type { Mention } from '../mentions/mention.ts';
import type { PlacedDate } from './placedDate.ts';
import { inOneClause, wordAt, type Word } from '../mentions/sentence.ts';

/** The context of a date. */
interface Around {
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
}

const REPORT =
  /^(?:said|says|say|told|reported|reports|stated|announced|added|declared|confirmed|noted|explained|claimed|disclosed|learned|revealed|pointed)$/u;
/** Verbs that report or judge something, with that as their object. */
const TELLS =
  /^(?:sa(?:id|ys?|ying)|told|telling|(?:report|stat|announc|declar|confirm|claim|disclos|reveal|admitt|deni|deny|condemn|denounc|deplor|repudiat|critici[sz]|accus|blam|referr|mention|describ|discuss|regrett|comment|recall|remember|commemorat|mourn|protest|reject|acknowledg|analyz|analys|examin|investigat|link|charg|sentenc|convict|tri|try|suspect|arrest|order|urg|demand|ask|call|clarif|solv)(?:e?d|ing|ed|fied|fying))$/u;
const SHORT_PHRASE_WORDS = 4;

/** Returns true if a date says when something was reported rather than when it happened. */
export function isDateOfReport(mention: Mention, { from, to }: PlacedDate, { words, mentions }: Around): boolean {
  const ahead = to <= mention.at;
  if (ahead && (isToldOf(mention, words) || isComplement(mention, to, { words, mentions }))) return true;
  return mention.trigger.kind !== 'statement' && belongsToReport({ from, to }, { words, mentions });
}

/**
 * Returns true if a noun is the object of a reporting verb: "on Monday she condemned the attack", "today six men were
 * arrested for the murder".
 */
function isToldOf({ trigger, at }: Mention, words: readonly Word[]): boolean {
  if (trigger.word !== 'noun') return false;
  return words.some(
    ({ text, clause, capital }, index) =>
      index < at && clause === wordAt(words, at).clause && !capital && TELLS.test(text),
  );
}

/**
 * Returns true if a mention is the content of a warning or threat that the date before belongs to: "on Monday she
 * warned that floods …".
 */
function isComplement(mention: Mention, to: number, { words, mentions }: Around): boolean {
  return mentions.some(
    ({ trigger, at }) =>
      trigger.word === 'verb' &&
      /^(?:warning|threat|order|statement)$/u.test(trigger.kind) &&
      at >= to &&
      at < mention.at &&
      !inOneClause(words, at, mention.at),
  );
}

/** Returns true if a date belongs to a reporting verb: "said on Monday", "told the press today", "on Monday said". */
function belongsToReport({ from, to }: PlacedDate, { words, mentions }: Around): boolean {
  const { clause } = wordAt(words, from);
  const verb = words.findLastIndex(
    ({ text }, index) => index < from && index >= from - SHORT_PHRASE_WORDS && REPORT.test(text),
  );
  if (verb !== -1 && (from - verb <= 2 || wordAt(words, verb).clause === clause))
    return !mentions.some(({ at }) => at > verb && at < from);
  return REPORT.test(words[to]?.text ?? '') && !wordAt(words, to).afterMark;
}
