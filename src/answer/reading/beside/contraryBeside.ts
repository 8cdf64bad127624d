import { contraryStems } from '../../../language/words/contraries.ts';
import { relatedStems } from '../../../language/words/relatedWords.ts';
import { besideOf, type Beside } from './besideOf.ts';
import type { QuestionAsked } from '../questionAsked.ts';
import { stemsSaid } from '../stemsSaid.ts';

/**
 * Finds the sentence that decides a yes-or-no question by saying the contrary, where the likeliest one says nothing of what is asked:
 * "The residents asked for a second gate. Their application was turned down." to "Was it approved?". Returns its index, that of the
 * sentence right before or after; undefined if there is none.
 */
export function contraryBeside(asked: QuestionAsked, read: readonly Beside[], at: number): number | undefined {
  const one = read[at];
  if (asked.kind !== 'yes-no' || !one || !asked.deed || asked.deed.size === 0) return undefined;
  const contraries = new Set([...asked.deed].slice(0, DEEDS_MAX).flatMap(contraryStems));
  const speaks = (text: string): boolean => {
    const said = stemsSaid(text);
    return said.some((stem) => asked.deed!.has(stem)) || isContrary(said, contraries);
  };
  if (speaks(one.text)) return undefined;
  return besideOf(read, at).find((other) => isContrary(stemsSaid(read[other]!.text), contraries));
}

/** The deed itself and the word that is nearest to it: contraries of the others mostly belong to another sense. */
const DEEDS_MAX = 2;
const RELATED_MAX = 6;

/** Whether one of the words says the contrary; those of which none is known, as "barred", by a related word ("prevented"). */
function isContrary(said: readonly string[], contraries: ReadonlySet<string>): boolean {
  return said.some((stem) => {
    if (contraries.has(stem)) return true;
    if (contraryStems(stem).length > 0) return false;
    return relatedStems(stem)
      .slice(0, RELATED_MAX)
      .some((other) => contraries.has(other));
  });
}
