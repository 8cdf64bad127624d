import { entryAt } from '../../runtime/entryAt.ts';

/** What words do to what follows them: deny or doubt it, or make it a condition or an open question. */
export type Doubt = 'denial' | 'condition';

const VERBS = 'reject disput refut rebut doubt dismiss contest disprov debunk disavow refus';
const DENIALS = new Set(
  [
    'deny denies denied denying denial denials denier deniers',
    'fail fails failed failing false falsely untrue unlikely impossible incorrectly wrongly mistakenly',
    'doubtful refusal refusals rejection rejections supposedly purportedly',
    ...VERBS.split(' ').flatMap((stem) => ['', 'e', 's', 'es', 'ed', 'ing'].map((ending) => stem + ending)),
  ].flatMap((list) => list.split(' ')),
);
const CONDITIONS = new Set('if whether provided assuming suppose supposing'.split(' '));

/** Tells what an English word does to what follows it; undefined for other words, and in other languages. */
export function doubtOf(word: string, language = 'en'): Doubt | undefined {
  if (entryAt(language.split('-'), 0).toLowerCase() !== 'en') return undefined;
  const lower = word.toLowerCase();
  if (DENIALS.has(lower)) return 'denial';
  return CONDITIONS.has(lower) ? 'condition' : undefined;
}
