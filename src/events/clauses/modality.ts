import { KIND_OF_NOUN } from '../lexicon/kindWords.ts';
import type { Modality } from '../mentions/mention.ts';
import type { ClauseTree, Token } from './clauseTree.ts';
import { childBy, childrenOf, isParted, parentOf, relationOf } from './treeWalk.ts';
import { hasTo, verbGroup } from './verbGroup.ts';

/** Verbs with a future in what they govern: "plans to open", "was scheduled for", "seek the arrest". */
const PLANS =
  /^(?:plan|prepare|intend|vow|aim|hope|want|schedule|expect|propose|consider|promise|pledge|urge|seek|set|slate|due|agree|decide|demand|await|threaten|commit|offer|look|project|forecast|predict|request|ask|order|call|wish|need|mean|move|vote|ready|order|anticipate|book|advise|recommend|encourage)$/u;
const DENIES = /^(?:deny|reject|dispute|refute|disprove|dismiss|debunk|contradict|rebut)$/u;
const FAILS = /^(?:fail|refuse|decline|neglect|omit|forget|miss|avoid|stop)$/u;
const FOILS = /^(?:foil|thwart|prevent|avert|disrupt|intercept|frustrate|block|abort)$/u;
const CANCELS = /^(?:cancel|postpone|scrap|call|abandon|shelve|delay|suspend|drop|axe)$/u;
/** Verbs that leave open whether what they govern is so. */
const LEAVES_OPEN =
  /^(?:allege|accuse|suspect|believe|think|suggest|speculate|imagine|doubt|fear|assume|guess|wonder|appear|seem|claim|rumor|suppose|worry|consider|discuss|debate|contemplate|charge|allow|permit|enable)$/u;
const PLANNED_WORD =
  /^(?:planned|proposed|upcoming|scheduled|forthcoming|coming|future|next|expected|pending|prospective|intended)$/u;
const OPEN_WORD =
  /^(?:possible|potential|alleged|suspected|hypothetical|likely|imminent|apparent|attempted|purported|reported)$/u;
/** What is said of something that may come about or not. */
const OPEN_SUBJECT = /^(?:possible|impossible|unlikely|conceivable|improbable)$/u;
const FOILED_WORD = /^(?:foiled|thwarted|averted|failed|botched|aborted)$/u;
const CANCELLED_WORD = /^(?:cancelled|canceled|postponed|scrapped|abandoned)$/u;
/** Verbs by which somebody says what he will do. */
const ANNOUNCES = /^(?:say|announce|confirm|promise|pledge|vow|declare|reveal|agree|decide|state|add|warn)$/u;
const SETTLED =
  /^(?:set|due|likely|ready|poised|slated|scheduled|expected|going|about|bound|supposed|eager|willing|able)$/u;
const LEVELS_MAX = 8;

/** Says whether an event happened, as its own clause and those that govern it say. */
export function modalityOf(tree: ClauseTree, token: Token): Modality {
  return token.upos === 'VERB' ? verbModality(tree, token, LEVELS_MAX) : nounModality(tree, token, LEVELS_MAX);
}

/** "Said that it would close": what was said to come, told later. */
function isFutureInPast(tree: ClauseTree, verb: Token, head: Token | undefined): boolean {
  return (
    head?.upos === 'VERB' &&
    ANNOUNCES.test(head.lemma) &&
    verb.relation === 'ccomp' &&
    verb.at > head.at &&
    verbGroup(tree, head).tense === 'past' &&
    verbGroup(tree, verb).auxiliaries.some(({ text }) => text === 'would')
  );
}

function verbModality(tree: ClauseTree, verb: Token, levels: number): Modality {
  const group = verbGroup(tree, verb);
  const head = parentOf(tree, verb);
  if (group.negated) return group.tense === 'future' || group.tense === 'modal' ? 'possible' : 'denied';
  if (childrenOf(tree, verb).some(({ relation, text }) => relation === 'mark' && /^(?:if|unless|whether)$/u.test(text)))
    return 'possible';
  if (group.tense === 'future') return 'planned';
  if (group.tense === 'modal') return isFutureInPast(tree, verb, head) ? 'planned' : 'possible';
  if (!head || levels === 0) return group.tense === 'infinitive' ? 'planned' : 'actual';
  const relation = relationOf(verb);
  if (isPastOfItsOwn(tree, verb, head)) return 'actual';
  if (
    relation === 'conj' &&
    !ownSubject(tree, verb) &&
    (group.tense === 'infinitive' || verbGroup(tree, head).tense === 'infinitive' || group.auxiliaries.length === 0)
  )
    return head.upos === 'VERB' ? inherited(verbModality(tree, head, levels - 1), 'conj') : 'actual';
  if (hasTo(tree, verb) || relation === 'xcomp') return infinitiveModality(tree, { verb, head, relation, levels });
  if (relation === 'ccomp' && head.upos === 'VERB' && !isParted(tree, head.at, verb.at)) {
    if (DENIES.test(head.lemma) && !verbGroup(tree, head).negated) return 'denied';
    if (LEAVES_OPEN.test(head.lemma)) return 'possible';
    if (PLANS.test(head.lemma) && /^(?:propose|demand|recommend|urge|request|order|seek)$/u.test(head.lemma))
      return 'planned';
    return 'actual';
  }
  if (relation === 'advcl' && group.tense === 'gerund' && head.upos === 'VERB') {
    const from = childrenOf(tree, verb).some(({ text, at }) => text === 'from' && at < verb.at);
    if (from && FOILS.test(head.lemma)) return 'foiled';
    if (childrenOf(tree, verb).some(({ text }) => text === 'without')) return 'denied';
    if (
      childrenOf(tree, verb).some(({ text, at }) => /^(?:of|for|with)$/u.test(text) && at < verb.at) &&
      LEAVES_OPEN.test(head.lemma)
    )
      return 'possible';
    return inherited(verbModality(tree, head, levels - 1), 'advcl');
  }
  return 'actual';
}

/** "Could not capitalize, but won": a past form goes with no "could" and no "did". */
function isPastOfItsOwn(tree: ClauseTree, verb: Token, head: Token): boolean {
  return (
    verb.relation === 'conj' &&
    head.upos === 'VERB' &&
    head.text === head.lemma &&
    verb.text !== verb.lemma &&
    !/(?:ing|s)$/u.test(verb.text) &&
    verbGroup(tree, head).auxiliaries.some(({ text }) =>
      /^(?:could|would|might|did|will|can|may|ca|wo)$/u.test(text),
    ) &&
    childBy(tree, verb, /^aux/u) === undefined
  );
}

function infinitiveModality(
  tree: ClauseTree,
  { verb, head, relation, levels }: { verb: Token; head: Token; relation: string; levels: number },
): Modality {
  if (relation === 'advcl' && head.upos === 'VERB') {
    if (isResult(tree, verb, head)) return 'actual';
    // "Returned to win" and "only to lose" tell of what happened; mostly it is a purpose.
    return verbGroup(tree, head).tense === 'past' && verb.event !== undefined && PLANS.test(head.lemma)
      ? 'planned'
      : PLANS.test(head.lemma)
        ? 'planned'
        : 'possible';
  }
  // "One of three to have won it twice".
  if (
    head.upos !== 'VERB' &&
    relation === 'acl' &&
    verbGroup(tree, verb).auxiliaries.some(({ text }) => text === 'have')
  )
    return 'actual';
  // "Were able to locate him".
  if (head.text === 'able' && /^(?:was|were)$/u.test(childBy(tree, head, /^cop$/u)?.text ?? '')) return 'actual';
  if (head.upos !== 'VERB')
    return SETTLED.test(head.text) ||
      /^(?:plan|decision|agreement|deal|vote|order|proposal|promise|pledge|effort|move|bid|bill|intention|vow)$/u.test(
        head.lemma,
      )
      ? 'planned'
      : 'possible';
  const governing = verbGroup(tree, head);
  if (FAILS.test(head.lemma)) return governing.negated ? 'actual' : 'denied';
  if (governing.negated) return 'denied';
  // "Denied having met them".
  if (DENIES.test(head.lemma)) return 'denied';
  if (PLANS.test(head.lemma) || SETTLED.test(head.text)) return 'planned';
  if (LEAVES_OPEN.test(head.lemma)) return /^(?:appear|seem)$/u.test(head.lemma) ? 'actual' : 'possible';
  if (head.lemma === 'go' && head.text === 'going') return 'planned';
  if (/^(?:try|attempt|struggle|fight)$/u.test(head.lemma)) return 'possible';
  return inherited(verbModality(tree, head, levels - 1), 'xcomp');
}

const CONTEST_RESULT =
  /^(?:beat|win|defeat|draw|take|claim|clinch|seal|secure|snatch|score|equali[sz]e|overcome|retain|edge)$/u;
const STRUGGLES = /^(?:rally|recover|fight|battle|bounce|rise|climb|surge|storm|win|score)$/u;
const RETURNS = /^(?:come|hit|go|return|move)$/u;

/** "Came from behind to beat them", "won the race to clinch the title": how a contest went on, which is no purpose. */
function isResult(tree: ClauseTree, verb: Token, head: Token): boolean {
  if (verb.event === undefined || !CONTEST_RESULT.test(verb.lemma) || head.at > verb.at) return false;
  if (!/^(?:past|perfect|pluperfect)$/u.test(verbGroup(tree, head).tense) || verbGroup(tree, head).negated)
    return false;
  const between = tree.tokens.slice(head.at + 1, verb.at);
  return (
    STRUGGLES.test(head.lemma) ||
    (RETURNS.test(head.lemma) && between.some(({ text }) => /^(?:back|behind|ahead|level|down)$/u.test(text)))
  );
}

/** What goes over from a verb to what hangs from it. */
function inherited(modality: Modality, _link: string): Modality {
  return modality;
}

function ownSubject(tree: ClauseTree, verb: Token): boolean {
  return childBy(tree, verb, /^nsubj/u) !== undefined;
}

function nounModality(tree: ClauseTree, noun: Token, levels: number): Modality {
  const words = childrenOf(tree, noun)
    .filter(({ at, relation }) => at < noun.at && /^(?:amod|compound|det|advmod)/u.test(relation))
    .map(({ text }) => text);
  const has = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  if (has(FOILED_WORD)) return 'foiled';
  if (has(CANCELLED_WORD) || has(/^no$/u)) return 'denied';
  if (has(PLANNED_WORD)) return 'planned';
  if (has(OPEN_WORD)) return 'possible';
  const head = parentOf(tree, noun);
  if (!head || levels === 0) return 'actual';
  const relation = relationOf(noun);
  // "A cut was possible".
  if (relation === 'nsubj' && OPEN_SUBJECT.test(head.text)) return 'possible';
  if (head.upos !== 'VERB') return 'actual';
  if (relation === 'nsubj' && CANCELS.test(head.lemma) && verbGroup(tree, head).passive) return 'denied';
  if (relation === 'obj' && (CANCELS.test(head.lemma) || FOILS.test(head.lemma)))
    return FOILS.test(head.lemma) ? 'foiled' : 'denied';
  if (relation === 'obj' && DENIES.test(head.lemma)) return 'denied';
  if (
    relation === 'obj' &&
    /^(?:plan|seek|propose|schedule|await|demand|threaten|consider|prepare|want|request|promise|expect|urge|anticipate|predict|call|hope|pledge)$/u.test(
      head.lemma,
    )
  )
    return 'planned';
  if (
    relation === 'nsubj' &&
    verbGroup(tree, head).passive &&
    /^(?:plan|schedule|expect|propose|set|slate|book)$/u.test(head.lemma)
  )
    return 'planned';
  if (relation === 'nsubj' && SETTLED.test(head.text) && head.upos === 'VERB') return 'planned';
  // "His sacking will reignite talk": what is to come of it, which is past.
  if (relation === 'nsubj' && isToldAsPast(tree, noun) && childBy(tree, head, /^obj$/u)) return 'actual';
  if (relation === 'obj' || relation === 'nsubj') {
    const governing = verbModality(tree, head, levels - 1);
    return governing === 'planned' || governing === 'possible' || (governing === 'denied' && relation === 'obj')
      ? governing
      : 'actual';
  }
  return 'actual';
}

/** "Hale's sacking", "her arrest", "the bank's decision": what is told of as known, with whom it befell or who took it. */
function isToldAsPast(tree: ClauseTree, noun: Token): boolean {
  const below = childrenOf(tree, noun);
  return (
    below.some(
      ({ relation, upos, name }) =>
        relation === 'nmod:poss' &&
        (upos === 'PRON' || name?.kind === 'person' || KIND_OF_NOUN.get(noun.lemma) === 'decision'),
    ) && !below.some(({ at, relation }) => at > noun.at && relation.startsWith('nmod'))
  );
}
