import { fold } from '../../language/folding/fold.ts';
import { particleVerbs } from '../../language/words/particleVerbs.ts';
import { stemmerFor } from '../../language/words/stem.ts';

/** Lists the stems of an English text's words, and of those that its verbs with particles stand for ("looks into": `investig`). */
export function stemsSaid(text: string): readonly string[] {
  const stems = (fold(text).match(/[\p{L}\p{N}'-]+/gu) ?? []).map(stemmerFor('en'));
  return [...stems, ...particleVerbs(stems).flatMap(({ meant }) => meant)];
}
