import { trimmed, type Span } from '../../language/span.ts';
import { placeNamed } from '../places/gazetteer.ts';
import type { Mention } from '../mentions/mention.ts';
import { inOneClause, spanOfWords, wordAt, type Sentence, type Word } from '../mentions/sentence.ts';

const ACTOR_MAX_WORDS = 9;
/** Nouns for people and organizations that act. */
export const COMMON_ACTOR =
  /^(?:police|authorities|officials?|prosecutors?|court|government|army|military|troops|soldiers|guerrillas|rebels|gunmen|militants|terrorists|agents?|agency|agencies|forces|investigators|detectives|judge|jury|parliament|president|minister|ministry|company|firm|group|affiliate|organization|party|militia|navy|commandos?|suspects?|workers|protesters|students|insurgents|attackers?|bombers?|assailants|individuals|operatives|senate|committee|union|commission|council|board|researchers|scientists|commander|leader|head|attorney|general|spokesman|spokeswoman|cell|cartel|kidnappers|residents|voters|team)$/u;
const PRONOUN = /^(?:he|she|it|they|we|i|you|who|which|that|this|these|those|there|one|others?|some|many|all|what)$/u;
const STOPS =
  /^(?:of|in|at|on|near|from|to|for|with|during|after|before|when|while|that|who|which|and|but|was|were|is|are|has|have|had|today|yesterday|this|last)$/u;
const LEADS_IN =
  /^(?:on|in|at|during|after|before|since|over|for|meanwhile|however|likewise|additionally|also|by|early|late|with|without|as|under|through|following|according|like|despite|from|to|of|than|\p{Ll}+ing)$/u;

/** Finds who does what a mention describes: the subject of an active verb, or what follows "by". */
export function actorsOf(text: string, mention: Mention, sentence: Sentence): readonly Span[] {
  const { words } = sentence;
  const found = [
    byPhrase(words, mention),
    mention.trigger.word === 'noun' ? ownerOf(words, mention) : subjectOf(words, mention),
  ];
  const spans = found.flatMap((span) => (span && named(words, span) ? [trimmed(text, span)] : []));
  return spans.filter((span, index) => spans.findIndex(([start]) => start === span[0]) === index);
}

function subjectOf(words: readonly Word[], { from, passive, at, trigger }: Mention): Span | undefined {
  const opening = words.findIndex((word) => word.clause === wordAt(words, at).clause);
  if (!passive && /^(?:who|which|that)$/u.test(words[opening]?.text ?? '') && opening > 0)
    return nameBefore(words, opening);
  if (passive || (trigger.form === 'past' && words[at + 1]?.text === 'by')) return undefined;
  return phraseBefore(words, from);
}

/** The name that a clause with "who" or "which" is about. */
function nameBefore(words: readonly Word[], end: number): Span | undefined {
  let start = end;
  while (start > 0 && wordAt(words, start - 1).capital && (start === end || !wordAt(words, start).afterMark))
    start -= 1;
  return start === end ? undefined : spanOfWords(words, start, end - 1);
}

/** The noun phrase that ends before a word: back to the start of its clause, without an opening adverbial. */
function phraseBefore(words: readonly Word[], end: number): Span | undefined {
  if (end === 0) return undefined;
  const { clause } = wordAt(words, end - 1);
  if (clause !== wordAt(words, end).clause) return undefined;
  let start = end - 1;
  while (
    start > 0 &&
    wordAt(words, start - 1).clause === clause &&
    end - start < ACTOR_MAX_WORDS + 6 &&
    (!wordAt(words, start).afterMark || isListed(words, start, end))
  )
    start -= 1;
  if (LEADS_IN.test(wordAt(words, start).text) && start + 2 < end) return undefined;
  while (
    start < end - 1 &&
    /^(?:and|but|then|so|the|an?|that|where|when|while|after|before|because|meanwhile|following)$/u.test(
      wordAt(words, start).text,
    )
  )
    start += 1;
  while (
    end - 2 > start &&
    (/^\d+$/u.test(wordAt(words, end - 1).text) ||
      /^(?:in|on|by|since|later|then|also)$/u.test(wordAt(words, end - 1).text))
  )
    end -= 1;
  const last = wordAt(words, end - 1);
  if (end - start > ACTOR_MAX_WORDS || PRONOUN.test(last.text) || PRONOUN.test(wordAt(words, start).text))
    return undefined;
  return [wordAt(words, start).span[0], last.span[1]];
}

/** Returns true if a word continues a list of names: "the Netherlands" of "Belgium, Germany, and the Netherlands". */
function isListed(words: readonly Word[], at: number, end: number): boolean {
  const joined = words.slice(at, end).some(({ text }) => text === 'and' || text === 'or');
  return (
    joined &&
    wordAt(words, at - 1).capital &&
    at > 1 &&
    (wordAt(words, at).capital || /^(?:and|or|the)$/u.test(wordAt(words, at).text))
  );
}

function byPhrase(words: readonly Word[], { at, trigger, passive }: Mention): Span | undefined {
  if (trigger.word === 'verb' && !passive && trigger.form !== 'past') return undefined;
  const by = words.findIndex(
    (word, index) => index > at && index <= at + 8 && word.text === 'by' && word.clause === wordAt(words, at).clause,
  );
  if (by === -1 || !words[by + 1]) return undefined;
  let end = by + 1;
  while (
    end < words.length &&
    end - by <= ACTOR_MAX_WORDS &&
    inOneClause(words, end, by) &&
    !(end > by + 1 && (wordAt(words, end).afterMark || STOPS.test(wordAt(words, end).text)))
  )
    end += 1;
  let start = by + 1;
  while (start < end - 1 && /^(?:the|an?)$/u.test(wordAt(words, start).text)) start += 1;
  return spanOfWords(words, start, end - 1);
}

/** The name before a noun: "IS" of "the IS attack", "the group's attack"; or the subject of its supporting verb. */
function ownerOf(words: readonly Word[], { at, support }: Mention): Span | undefined {
  for (let back = at - 1; back >= Math.max(0, at - 4); back -= 1)
    if (wordAt(words, back).possessive && inOneClause(words, back, at)) {
      let start = back;
      while (
        start > 0 &&
        wordAt(words, start - 1).capital &&
        inOneClause(words, start - 1, back) &&
        !wordAt(words, start).afterMark
      )
        start -= 1;
      return [wordAt(words, start).span[0], wordAt(words, back).span[0] + wordAt(words, back).text.length];
    }
  const name = words[at - 1];
  if (
    support === undefined &&
    name?.capital &&
    at > 1 &&
    name.clause === wordAt(words, at).clause &&
    placeNamed(name.text) === undefined
  )
    return name.span;
  if (support === undefined) return undefined;
  let from = support;
  while (
    from > 0 &&
    /^(?:has|have|had|also|was|were|not|never|reportedly|allegedly)$/u.test(wordAt(words, from - 1).text)
  )
    from -= 1;
  return phraseBefore(words, from);
}

/** Returns true if a phrase contains a name or a word for people who act. */
function named(words: readonly Word[], [start, end]: Span): boolean {
  const inside = words.filter(({ span }) => span[0] >= start && span[1] <= end + 2);
  if (
    inside.some(({ text }) =>
      /^(?:january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u.test(
        text,
      ),
    ) &&
    inside.length <= 2
  )
    return false;
  const [first, second] = inside;
  return inside.some(
    ({ text, capital }, index) =>
      COMMON_ACTOR.test(text) ||
      (capital && (index > 0 || words[0] !== first || second === undefined || second.capital)),
  );
}
