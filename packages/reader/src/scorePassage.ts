import type { PassageReading, SentenceReading, Span } from './reader.ts';
import type { EncodedPassage } from './inputs.ts';

/** The most tokens of an answer. */
const ANSWER_MAX_TOKENS = 30;

/** Reads the sentences' scores and the answer's words from the model's `span` output, `[begin, end]` a token. */
export function scorePassage(
  { input, tokens }: EncodedPassage,
  { logits, sentences }: { readonly logits: ArrayLike<number>; readonly sentences: readonly Span[] },
): PassageReading {
  const begin = (token: number): number => logits[(input.passageAt + token) * 2]!;
  const end = (token: number): number => logits[(input.passageAt + token) * 2 + 1]!;
  const none = logits[0]! + logits[1]!;

  const scoreOf = (from: number, to: number): SentenceReading | undefined => {
    if (from >= to) return undefined;
    const both = logSumExp(begin, from, to) + logSumExp(end, from, to);
    const [first, last] = bestSpan(begin, end, { from, to });
    return {
      score: both - none,
      answer: [tokens.starts[first]!, tokens.ends[last]!],
      answerScore: begin(first) + end(last) - none,
    };
  };

  const whole = scoreOf(0, tokens.ids.length);
  const places = tokenRanges(tokens.starts, sentences);
  return {
    score: whole?.score ?? -Infinity,
    noAnswer: whole ? noAnswerOf(logits, { begin, end, to: tokens.ids.length }) : 1,
    answer: whole?.answer,
    sentences: places.map(([from, to]) => scoreOf(from, to)),
  };
}

/** Finds which tokens begin in which sentence, in one walk: both are in order. */
function tokenRanges(starts: readonly number[], sentences: readonly Span[]): readonly Span[] {
  let token = 0;
  return sentences.map(([start, end]) => {
    while (token < starts.length && starts[token]! < start) token++;
    const from = token;
    while (token < starts.length && starts[token]! < end) token++;
    return [from, token];
  });
}

/** Finds the best begin and end of an answer within `[from, to)`. */
function bestSpan(
  begin: (token: number) => number,
  end: (token: number) => number,
  { from, to }: { readonly from: number; readonly to: number },
): readonly [number, number] {
  let best: readonly [number, number] = [from, from];
  let most = -Infinity;
  for (let first = from; first < to; first++) {
    for (let last = first; last < Math.min(to, first + ANSWER_MAX_TOKENS); last++) {
      const sum = begin(first) + end(last);
      if (sum <= most) continue;
      most = sum;
      best = [first, last];
    }
  }
  return best;
}

/** The probability that both begin and end are nowhere, of all places they can be. */
function noAnswerOf(
  logits: ArrayLike<number>,
  { begin, end, to }: { begin: (token: number) => number; end: (token: number) => number; to: number },
): number {
  const nowhere = (none: number, somewhere: number): number => 1 / (1 + Math.exp(somewhere - none));
  return nowhere(logits[0]!, logSumExp(begin, 0, to)) * nowhere(logits[1]!, logSumExp(end, 0, to));
}

function logSumExp(value: (token: number) => number, from: number, to: number): number {
  let most = -Infinity;
  for (let token = from; token < to; token++) most = Math.max(most, value(token));
  let sum = 0;
  for (let token = from; token < to; token++) sum += Math.exp(value(token) - most);
  return most + Math.log(sum);
}
