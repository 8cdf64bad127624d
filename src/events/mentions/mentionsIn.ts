import { wordAt, type Sentence, type Word } from './sentence.ts';
import { TRIGGERS } from './triggers.ts';
import { chooseTrigger } from './chooseTrigger.ts';
import type { Mention } from './mention.ts';
import { nounMention } from './nounMention.ts';
import { phraseMention } from './phraseMention.ts';
import { verbMention } from './verbMention.ts';

/** Finds the words of a sentence that express an event, in order; a phrase wins over its words. */
export function mentionsIn({ words }: Sentence): readonly Mention[] {
  const phrases = words.flatMap((_, at) => {
    const mention = phraseMention(words, at);
    return mention ? [{ mention, at }] : [];
  });
  const taken = new Set(phrases.flatMap(({ mention, at }) => [mention.at, at]));
  const single = words.flatMap((_, at) => (taken.has(at) ? [] : (wordMention(words, at) ?? [])));
  return [...phrases.map(({ mention }) => mention), ...single].sort((a, b) => a.at - b.at);
}

function wordMention(words: readonly Word[], at: number): Mention | undefined {
  const word = wordAt(words, at);
  const candidates = TRIGGERS.get(word.text);
  if (!candidates || (word.capital && at > 1 && !word.afterMark && wordAt(words, at - 1).capital)) return undefined;
  const [only, ...others] = candidates;
  const trigger = others.length === 0 ? only : chooseTrigger(candidates, words, at);
  return trigger && (trigger.word === 'verb' ? verbMention(trigger, words, at) : nounMention(trigger, words, at));
}
