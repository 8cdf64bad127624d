import type { Mention } from '../mentions/mention.ts';
import type { Place } from './places.ts';
import { wordAt, type Sentence } from '../mentions/sentence.ts';

const OWNER_MAX_COST = 20;

/** For each place, the mentions it belongs to: the nearest one, or all if the place opens the sentence. */
export function placeOwners(
  places: readonly Place[],
  { text, sentence: { words }, mentions }: { text: string; sentence: Sentence; mentions: readonly Mention[] },
): readonly (readonly Mention[])[] {
  let previous: readonly Mention[] = [];
  return places.map((place, index) => {
    const last = places[index - 1];
    const listed =
      last !== undefined && /^,?\s*(?:and|or|,)?\s*(?:the\s+)?$/u.test(text.slice(last.span[1], place.span[0]));
    if (listed && previous.length > 0) return previous;
    const from = words.findIndex((word) => word.span[1] > place.span[0]);
    const after = text.slice(place.span[1], place.span[1] + 24);
    const before = text.slice(Math.max(0, place.span[0] - 12), place.span[0]);
    const adjective = isAdjective(before, after) && !mentions.some(({ at }) => at === from + 1);
    previous = adjective ? [] : ownersAt(from, { words, mentions });
    return previous;
  });
}

const FUNCTION_WORD =
  /^\s(?:in|on|at|and|or|by|to|of|for|from|with|was|were|is|are|has|have|had|after|before|during|when|where|who|which|that|while|as|because|since|until|will|would|could|but|this|last|early|late|today|yesterday|killing|leaving|\p{Ll}+ed|\p{Ll}+ly)\b/u;

/** Returns true if a place's name only modifies a noun: "US" of "US authorities". */
function isAdjective(before: string, after: string): boolean {
  if (
    /^\s(?:and|or)\s\p{Lu}[\p{L}-]*\s(?!in\b|and\b|or\b|on\b)\p{Ll}/u.test(after) &&
    !/\b(?:in|at|near)\s+(?:the\s+)?$/iu.test(before)
  )
    return true;
  return (
    /^\s\p{Ll}/u.test(after) &&
    !FUNCTION_WORD.test(after) &&
    !/\b(?:in|at|near|outside|across|throughout)\s+(?:the\s+)?$/iu.test(before)
  );
}

function ownersAt(
  from: number,
  { words, mentions }: { words: Sentence['words']; mentions: readonly Mention[] },
): readonly Mention[] {
  if (
    from <= 2 &&
    words.slice(0, from).every(({ text }) => /^(?:in|at|near|across|throughout|the|outside)$/u.test(text)) &&
    from > 0
  )
    return mentions;
  let best: { mention: Mention; cost: number } | undefined;
  for (const mention of mentions) {
    const ahead = from > mention.at;
    const between = ahead ? from - mention.at : mention.from - from;
    const clauses = Math.abs(wordAt(words, from).clause - wordAt(words, mention.at).clause);
    const others = mentions.filter((other) =>
      ahead ? other.at > mention.at && other.at < from : other.at > from && other.at < mention.at,
    ).length;
    if (
      !ahead &&
      mention.trigger.word === 'noun' &&
      (between > 2 || clauses > 0) &&
      !(mention.support !== undefined && clauses === 0)
    )
      continue;
    const cost = between + clauses * 6 + others * 6 + (ahead || between === 1 ? 0 : 3);
    if (cost <= OWNER_MAX_COST && (!best || cost < best.cost)) best = { mention, cost };
  }
  return best ? [best.mention] : [];
}
