import type { Sentence } from '../sentence.ts';
import { TRIGGERS } from '../triggers.ts';
import { chosenTrigger } from './chosenTrigger.ts';
import type { Mention } from './mention.ts';
import { nounMention } from './nounMention.ts';
import { phraseMention } from './phraseMention.ts';
import { verbMention } from './verbMention.ts';

/** Finds the words of a sentence that tell of an event. */
export function mentionsIn(sentence: Sentence): readonly Mention[] {
  const { words } = sentence;
  return words.flatMap((word, at) => {
    const phrase = phraseMention(words, at);
    if (phrase) return [phrase];
    const candidates = TRIGGERS.get(word.text);
    if (!candidates || (word.capital && at > 1 && !word.afterMark && words[at - 1]!.capital)) return [];
    const trigger = candidates.length === 1 ? candidates[0]! : chosenTrigger(candidates, words, at);
    const mention =
      trigger && (trigger.word === 'verb' ? verbMention(trigger, words, at) : nounMention(trigger, words, at));
    return mention ? [mention] : [];
  });
}
