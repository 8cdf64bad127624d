import { CHOICE_MAX_CHARS } from '../../../src/reply/limits.ts';
import type { Choice } from '../../../src/command/command.ts';
import { ruleInWords } from '../../../src/reply/words/digests/ruleInWords.ts';
import { UNTIL_EXAMPLES, WHEN_EXAMPLES } from '../../../src/reply/words/digests/whenWords.ts';
import { parseMoment } from '../../../src/schedule/when/parseMoment.ts';
import { parseWhen, type WhenContext } from '../../../src/schedule/when/parseWhen.ts';
import { nearPhrases } from './nearPhrases.ts';

/** Suggests posting times: what is typed, in the words that describe it, if it is understood; else what is near it. */
export function whenChoices(typed: string, context: WhenContext): readonly Choice[] {
  const text = typed.trim();
  if (text === '') return WHEN_EXAMPLES.map((example) => ({ name: example, value: example }));
  const reading = parseWhen(text, context);
  const own = reading.kind === 'schedule' ? [{ name: ruleInWords(reading.rule), value: text }] : [];
  const begun = WHEN_EXAMPLES.filter((example) => example.toLowerCase().startsWith(text.toLowerCase()));
  const near = reading.kind === 'invalid' ? nearPhrases(text, reading.problem, context) : [];
  const phrases = [...new Set([...begun, ...near])].map((phrase) => ({ name: phrase, value: phrase }));
  return [...own, ...phrases].filter(({ value }) => value.length <= CHOICE_MAX_CHARS).map(shortened);
}

/** Suggests ends of a pause: what is typed, if it is one, and usual ones. */
export function untilChoices(
  typed: string,
  context: { readonly zone: string; readonly now: number },
): readonly Choice[] {
  const text = typed.trim();
  const isMoment = text !== '' && text.length <= CHOICE_MAX_CHARS && parseMoment(text, context) !== undefined;
  const begun = UNTIL_EXAMPLES.filter((example) => example.toLowerCase().startsWith(text.toLowerCase()));
  const all = [...(isMoment ? [text] : []), ...(begun.length > 0 ? begun : UNTIL_EXAMPLES)];
  return [...new Set(all)].map((value) => ({ name: value, value }));
}

function shortened({ name, value }: Choice): Choice {
  return { name: name.length > CHOICE_MAX_CHARS ? value : name, value };
}
