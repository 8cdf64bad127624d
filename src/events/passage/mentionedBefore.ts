import { nounSense } from '../lexicon/senses.ts';
import type { ClauseTree, Token } from '../clauses/clauseTree.ts';
import { childrenOf } from '../clauses/treeWalk.ts';

/** What a pronoun may stand for. */
export type ReferentKind = 'person' | 'people' | 'body';

/** Something that a sentence mentions, with its head. */
export interface Mentioned {
  readonly tree: ClauseTree;
  readonly token: Token;
  readonly kinds: readonly ReferentKind[];
  readonly isSubject: boolean;
}

const BODY =
  /^(?:agency|airline|association|authority|bank|board|body|brand|bureau|cabinet|carmaker|chain|charity|church|club|coalition|college|commission|committee|company|congress|corporation|council|court|department|firm|foundation|government|group|hospital|institute|institution|maker|manufacturer|ministry|newspaper|organi[sz]ation|parliament|party|regulator|retailer|school|side|startup|studio|team|union|university)$/u;
/** "Americans", "Democrats": names of many. */
const PEOPLES = /\p{L}{3}(?:ans|crats|cans|ists|ites|ims|ews|ians)$/u;
const WITHIN_NAME = /^(?:flat|compound|fixed|amod|det|case|punct|nummod)/u;

/** Lists what the words of a sentence mention that acts: people, groups of them, and bodies such as companies. */
export function mentionedIn(tree: ClauseTree): readonly Mentioned[] {
  return tree.tokens.flatMap((token): readonly Mentioned[] => {
    if (!/^(?:NOUN|PROPN)$/u.test(token.upos) || WITHIN_NAME.test(token.relation)) return [];
    const kinds = kindsOf(tree, token);
    return kinds.length === 0 ? [] : [{ tree, token, kinds, isSubject: token.relation.startsWith('nsubj') }];
  });
}

function kindsOf(tree: ClauseTree, token: Token): readonly ReferentKind[] {
  const below = childrenOf(tree, token);
  if (below.some(({ relation, upos }) => relation === 'conj' && /^(?:NOUN|PROPN)$/u.test(upos))) return ['people'];
  const isNamed = token.name?.kind === 'person' || token.name?.kind === 'org';
  if (token.upos === 'PROPN' || (isNamed && /^\p{Lu}/u.test(token.written))) {
    if (!/^\p{Lu}/u.test(token.written)) return [];
    if (PEOPLES.test(token.text)) return ['people'];
    const hasArticle = below.some(({ relation, at }) => relation === 'det' && at < token.at);
    if (token.name?.kind === 'person') return hasArticle ? ['people', 'body'] : ['person'];
    return token.name?.kind === 'org' ? ['body', ...(hasArticle ? (['people'] as const) : [])] : [];
  }
  const isPlural = token.text !== token.lemma;
  const sense = nounSense(token.lemma);
  if (BODY.test(token.lemma) && !isPlural) return ['body'];
  if (sense === 'person') return [isPlural ? 'people' : 'person'];
  return sense === 'group' || isPlural ? ['people'] : [];
}
