import type { Reader, TaggedSentence } from 'rapporteur-reader';
import { fold } from '../../language/folding/fold.ts';
import { LIGHT_VERBS } from '../../language/words/lightVerbs.ts';
import { relatedStems } from '../../language/words/relatedWords.ts';
import { stemmerFor } from '../../language/words/stem.ts';
import type { QuestionAsked, QuestionKind } from './questionAsked.ts';

/** Kinds of questions whose answer must be in a sentence with the deed, or beside one. */
const OF_DEEDS: ReadonlySet<QuestionKind> = new Set(['who', 'when', 'quantity']);

/** Adds to a question what it asks about somebody having done, if it is of a kind that needs to know and can be tagged. */
export async function withDeed(
  asked: QuestionAsked,
  question: string,
  { reader, signal }: { readonly reader: Partial<Pick<Reader, 'tag'>>; readonly signal?: AbortSignal | undefined },
): Promise<QuestionAsked> {
  if (!reader.tag || !OF_DEEDS.has(asked.kind)) return asked;
  const tagging = await reader.tag([question], { priority: 'question', signal });
  const [tagged] = tagging.ready ? tagging.sentences : [];
  return tagged ? { ...asked, deed: deedIn(question, tagged) } : asked;
}

/** The stems of a question's verb, and of words related to it; empty if it has none that says enough. */
export function deedIn(question: string, { words }: TaggedSentence): ReadonlySet<string> {
  const verbs = words.filter(({ upos }) => upos === 'VERB');
  const verb = verbs.find(({ relation }) => relation === 'root') ?? verbs[0];
  if (!verb) return new Set();
  const stem = stemmerFor('en')(fold(question.slice(...verb.span)));
  return LIGHT_VERBS.has(stem) ? new Set() : new Set([stem, ...relatedStems(stem)]);
}
