import type { Reader, TaggedSentence } from 'rapporteur-reader';
import { fold } from '../../language/folding/fold.ts';
import { LIGHT_VERBS } from '../../language/words/lightVerbs.ts';
import { particleVerbs } from '../../language/words/particleVerbs.ts';
import { relatedStems } from '../../language/words/relatedWords.ts';
import { stemmerFor } from '../../language/words/stem.ts';
import type { QuestionAsked, QuestionKind } from './questionAsked.ts';

/** Kinds of questions whose answer must be in a sentence with the deed, or beside one; yes or no may be said by its contrary. */
const OF_DEEDS: ReadonlySet<QuestionKind> = new Set(['who', 'when', 'quantity', 'yes-no']);

/** How an adjective that says what somebody or something is hangs on the rest. */
const PREDICATES: ReadonlySet<string> = new Set(['root', 'xcomp']);

/** Adds to a question what it asks about somebody having done, if it is of a kind that needs to know and can be tagged. */
export async function withDeed(
  asked: QuestionAsked,
  question: string,
  { reader, signal }: { readonly reader: Partial<Pick<Reader, 'tag'>>; readonly signal?: AbortSignal | undefined },
): Promise<QuestionAsked> {
  if (!reader.tag || !OF_DEEDS.has(asked.kind)) return asked;
  const tagging = await reader.tag([question], { priority: 'question', signal });
  const [tagged] = tagging.ready ? tagging.sentences : [];
  return tagged ? { ...asked, deed: deedIn(question, tagged, { isWhether: asked.kind === 'yes-no' }) } : asked;
}

/**
 * The stems of a question's verb, and of words related to it; empty if it has none that says enough. Of one that asks whether something
 * is so, the adjective if that says more ("Was he found guilty?").
 */
export function deedIn(
  question: string,
  { words }: TaggedSentence,
  { isWhether = false }: { readonly isWhether?: boolean } = {},
): ReadonlySet<string> {
  const stems = words.map(({ span }) => stemmerFor('en')(fold(question.slice(...span))));
  const verbs = words.filter(({ upos }) => upos === 'VERB');
  const adjective = isWhether
    ? words.find(({ upos, relation }) => upos === 'ADJ' && PREDICATES.has(relation))
    : undefined;
  const word = adjective ?? verbs.find(({ relation }) => relation === 'root') ?? verbs[0];
  if (!word) return new Set();
  const at = words.indexOf(word);
  const stem = stems[at]!;
  const isLight = LIGHT_VERBS.has(stem);
  // "Taken out" can be many a deed: only of yes or no does it matter little which.
  const particle = isWhether || !isLight ? particleVerbs(stems).find((one) => one.at === at) : undefined;
  if (particle) return new Set(particle.meant);
  return isLight ? new Set() : new Set([stem, ...relatedStems(stem)]);
}
