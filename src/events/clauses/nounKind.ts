import { lexicalKind } from '../lexicon/kindLexicon.ts';
import { KIND_OF_NOUN, KIND_OF_VERB } from '../lexicon/kindWords.ts';
import { nounSense } from '../lexicon/senses.ts';
import type { EventKind } from '../mentions/triggers.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { caseOf, childrenOf } from './treeWalk.ts';

/** Nouns that leave it to the word before them to say what happens: "the listing ceremony". */
const OCCASION = /^(?:ceremony|event|process|season|day|campaign|programme|program|drive)$/u;
const MEDICAL = /^(?:clinical|drug|vaccine|medical|phase|scientific)$/u;
const ARMED = /^(?:missile|air|aerial|drone|rocket|military|cruise|bomb|bombing|artillery|retaliatory|nuclear)$/u;
const LEGAL = /^(?:court|courtroom|copyright|custody|divorce|extradition|judicial|legal|libel|patent|trademark)$/u;
const SPACE =
  /^(?:astronaut|cosmonaut|moon|nasa|orbit|orbiter|planet|probe|rocket|rover|satellite|shuttle|space|spacecraft|telescope)$/u;
const DECREE = /^(?:executive|court|restraining|gag|presidential|supervision|protection|stop-work|emergency)$/u;

/** Returns the kind of a noun, or of another word that is no verb, by itself and by the words that modify it. */
export function nounKind(tree: ClauseTree, token: Token): EventKind {
  const { lemma, text } = token;
  if (text === 'up') return 'growth';
  if (text === 'down') return 'decline';
  const below = childrenOf(tree, token);
  const modifiers = below.filter(({ at, relation }) => at < token.at && /^(?:amod|compound)/u.test(relation));
  const has = (pattern: RegExp): boolean => modifiers.some((word) => pattern.test(word.text));
  const of = (markers: RegExp): Token | undefined => below.find((child) => markers.test(caseOf(tree, child)));
  const base = /^re-(?<base>\p{L}{4,})$/u.exec(lemma)?.groups?.['base'] ?? lemma;
  const plain = kindOfOccasion(token, modifiers) ?? KIND_OF_NOUN.get(base) ?? KIND_OF_VERB.get(base);
  switch (lemma) {
    case 'battle':
    case 'dispute':
    case 'fight':
      return has(LEGAL) ? 'lawsuit' : (plain ?? 'other');
    case 'campaign':
      return has(ARMED) ? 'operation' : (plain ?? 'other');
    case 'flight':
    case 'mission':
      return isAboutSpace(tree) ? 'launch' : (plain ?? 'other');
    case 'appearance':
      return has(/^court$/u) ? 'trial' : (plain ?? 'other');
    case 'tour':
      // "A tour of Asia" is a journey; a musician's is one of shows.
      return of(/^(?:of|to)$/u) ? 'visit' : (plain ?? 'other');
    case 'loss':
      return of(/^(?:to|at|against)$/u) ? 'match' : (plain ?? 'other');
    case 'order':
      return !has(DECREE) && of(/^(?:of|for)$/u) ? 'purchase' : (plain ?? 'other');
    case 'release': {
      const thing = of(/^of$/u);
      if (!thing) return plain ?? 'other';
      const sense = nounSense(thing.lemma);
      if (sense === 'person' || thing.name?.kind === 'person') return 'release';
      return /^(?:data|video|footage|photo|image|figure|document|paper|transcript|film|album|recording)$/u.test(
        thing.lemma,
      )
        ? 'publication'
        : (plain ?? 'other');
    }
    case 'strike':
      return has(ARMED) || of(/^(?:against|on)$/u) ? 'attack' : (plain ?? 'other');
    case 'trial':
    case 'investigation':
      return has(MEDICAL) ? 'study' : (plain ?? 'trial');
    default:
      return plain ?? 'other';
  }
}

/** Returns true if a sentence tells of space flight, so that a mission in it is one. */
export function isAboutSpace({ tokens }: ClauseTree): boolean {
  return tokens.some(({ lemma }) => SPACE.test(lemma));
}

function kindOfOccasion({ lemma }: Token, modifiers: readonly Token[]): EventKind | undefined {
  const last = modifiers.at(-1);
  if (!last || !OCCASION.test(lemma) || last.upos !== 'NOUN') return undefined;
  const kind = KIND_OF_NOUN.get(last.lemma) ?? lexicalKind(last.lemma, 'noun');
  return kind === 'other' ? undefined : kind;
}
