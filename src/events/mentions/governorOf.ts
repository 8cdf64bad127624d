import { wordAt, type Word } from './sentence.ts';
import { FAILS, FOILS, NEGATION, PLANNED, PLANS, POSSIBLE } from './clauseWords.ts';
import type { Modality } from './mention.ts';

/** Verbs that turn a noun into an event: "conducted attacks", "claimed responsibility for shootings". */
const SUPPORT =
  /^(?:conduct|carr(?:y|ied)|commit|perpetrat|launch|stage|mount|claim|mak(?:e|ing)|made|suffer|hold|held|see|saw|witness|report|unleash|order|execut|survive|include|plant|place|hurl|thr[eo]w|detonat|explod|participat)/u;
const DOUBTS =
  /^(?:risk|risks|fear|fears|feared|likelihood|possibility|danger|potential|possible|likely|unlikely|probable|threat|threats|warn|warned|warning|warns|warnings|closer|chance|chances|plans|plan|capable|ability|able|hypothetical|if|any|against|prone|could|may|might|would|should|can|will)$/u;
/** How far back to look for a noun's governor. */
const GOVERNOR_WORDS = 9;
const DOUBT_WORDS = 6;

/** A noun's governor, and whether it says that the event happened. */
interface Governed {
  readonly modality: Modality;
  /** Index of the verb that makes it an event. */
  readonly support?: number;
}

/**
 * Finds what governs a noun, among the words before it: "foiled an attack", "launched attacks", "the risk of attacks".
 */
export function governorOf(words: readonly Word[], at: number): Governed {
  const { clause } = wordAt(words, at);
  for (let back = at - 1; back >= Math.max(0, at - GOVERNOR_WORDS); back -= 1) {
    const word = wordAt(words, back);
    if (word.clause !== clause) break;
    if (FOILS.test(word.text)) return { modality: isDenied(words, back) ? 'actual' : 'foiled', support: back };
    if (SUPPORT.test(word.text) && !word.capital) return { modality: supportModality(words, back), support: back };
    if (PLANS.test(word.text) && !/^plans?$|^plot/u.test(word.text)) return { modality: 'planned' };
    const doubts = DOUBTS.test(word.text) && !(word.text === 'against' || (word.text === 'any' && back !== at - 1));
    if (doubts && back >= at - DOUBT_WORDS) return { modality: 'possible' };
  }
  return { modality: 'actual' };
}

function supportModality(words: readonly Word[], at: number): Modality {
  const group = words
    .slice(Math.max(0, at - 3), at)
    .filter((word) => word.clause === wordAt(words, at).clause)
    .map((word) => word.text);
  if (group.some((word) => NEGATION.test(word))) return 'denied';
  if (group.some((word) => POSSIBLE.test(word))) return 'possible';
  if (group.some((word) => PLANNED.test(word))) return 'planned';
  if (group.includes('to')) return 'possible';
  return wordAt(words, at).text.endsWith('ing') && group.some((word) => /^(?:to|of|closer)$/u.test(word))
    ? 'possible'
    : 'actual';
}

function isDenied(words: readonly Word[], at: number): boolean {
  return words.slice(Math.max(0, at - 3), at).some((word) => NEGATION.test(word.text) || FAILS.test(word.text));
}
