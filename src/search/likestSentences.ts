import type { Collection } from './index/collection.ts';
import type { Place } from './findLiteral.ts';
import type { Allowed } from './shortlist.ts';
import { wantedWords } from './query/wantedWords.ts';
import { createMeter } from '../runtime/steps/createMeter.ts';
import type { Steps } from '../runtime/steps/steps.ts';

/**
 * Finds in steps the sentences that have most of a text's different words, including common ones, each weighted by how
 * few sentences have it; most similar first. Time is proportional to all indexed words.
 */
export function* likestSentences(
  text: string,
  collection: Collection,
  { allowed, limit }: { readonly allowed: Allowed | undefined; readonly limit: number },
): Steps<readonly Place[]> {
  const { articles, vocabulary } = collection;
  const words = new Map(wantedWords(text, collection).map(({ token, ids }) => [token.text, ids] as const));
  const sentences = [...articles.values()].reduce((sum, { sentenceBlock }) => sum + sentenceBlock.length, 0);
  const wordOf = new Int32Array(vocabulary.terms.length).fill(-1);
  const weights = Array.from(words.values(), (ids, word) => {
    for (const id of ids) wordOf[id] = word;
    const holding = [...ids].reduce((sum, id) => sum + vocabulary.sentencesWith(id), 0);
    return Math.log(1 + sentences / (1 + holding));
  });
  const lastSeen = new Int32Array(weights.length).fill(-1);
  let stamp = -1;
  const best: { readonly place: Place; readonly weight: number }[] = [];
  const meter = createMeter();
  for (const indexed of articles.values()) {
    const { terms, sentenceStart, sentenceBlock } = indexed;
    for (let sentence = 0; sentence < sentenceBlock.length; sentence += 1) {
      if (meter.spend(sentenceStart[sentence + 1]! - sentenceStart[sentence]! + 1)) yield;
      stamp += 1;
      let weight = 0;
      for (let at = sentenceStart[sentence]!; at < sentenceStart[sentence + 1]!; at += 1) {
        const word = wordOf[terms[at]!]!;
        if (word < 0 || lastSeen[word] === stamp) continue;
        lastSeen[word] = stamp;
        weight += weights[word]!;
      }
      if (weight <= (best.length < limit ? 0 : best.at(-1)!.weight)) continue;
      if (allowed && !allowed({ indexed, block: sentenceBlock[sentence]! })) continue;
      const at = best.findIndex((other) => other.weight < weight);
      best.splice(at === -1 ? best.length : at, 0, { place: { indexed, sentence }, weight });
      if (best.length > limit) best.pop();
    }
  }
  return best.map(({ place }) => place);
}
