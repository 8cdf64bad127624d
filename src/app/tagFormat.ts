import type { EventClass, NameKind, PartOfSpeech, TaggedSentence, Word } from 'rapporteur-reader';
import type { Article } from '../article/article.ts';
import type { ArticleTags } from '../article/tags.ts';
import type { Steps } from '../runtime/steps/steps.ts';

/** Words that are encoded or decoded in one step: less than a millisecond's worth. */
const STEP_WORDS = 200;

/** Encodes an article's tags in about nine bytes a word: the edition, the labels that occur, then the sentences. */
export function* encodeTags({ edition }: Article, { sentences }: ArticleTags): Steps<Uint8Array> {
  const labels: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (label: string): number => {
    const known = numbers.get(label);
    if (known !== undefined) return known;
    numbers.set(label, labels.length);
    return labels.push(label) - 1;
  };
  const body = createWriter();
  let [last, waiting] = [0, 0];
  for (const [start, { words, isTree, isComplete }] of sentences) {
    body.write(start - last, words.length, (isTree ? 1 : 0) + (isComplete ? 2 : 0));
    last = start;
    let end = 0;
    for (const [index, { span, upos, head, relation, name, event, telling }] of words.entries()) {
      const labelled = [upos, relation, name ? `${name.begins ? 'B' : 'I'}-${name.kind}` : '', event ?? ''];
      body.write(
        span[0] - end,
        span[1] - span[0],
        stepTo(head, index),
        ...labelled.map(numberOf),
        Math.round(10 * telling),
      );
      end = span[1];
    }
    waiting += words.length + 1;
    if (waiting < STEP_WORDS) continue;
    waiting = 0;
    yield;
  }
  const head = Buffer.from(JSON.stringify({ edition, labels, sentences: sentences.size }));
  const opening = createWriter();
  opening.write(head.length);
  return Buffer.concat([opening.bytes(), head, body.bytes()]);
}

/** Decodes what `encodeTags` wrote; undefined for another edition, and for bytes that do not fit the article. */
export function* decodeTags(bytes: Uint8Array, article: Article): Steps<ArticleTags | undefined> {
  const reading = createNumbers(bytes);
  const head = headOf(reading.take(reading.next()));
  if (head?.edition !== article.edition) return undefined;
  const sentences = new Map<number, TaggedSentence>();
  let [start, waiting] = [0, 0];
  for (let at = 0; at < head.sentences; at += 1) {
    start += reading.next();
    const [length, flags] = [reading.next(), reading.next()];
    const words: Word[] = [];
    for (let index = 0; index < length; index += 1) {
      const word = wordOf(reading, { index, length, end: words.at(-1)?.span[1] ?? 0, labels: head.labels });
      if (!word || start < 0 || start + word.span[1] > article.source.length) return undefined;
      words.push(word);
    }
    if (reading.isOver()) return undefined;
    sentences.set(start, { words, isTree: flags % 2 === 1, isComplete: flags >= 2 });
    waiting += length + 1;
    if (waiting < STEP_WORDS) continue;
    waiting = 0;
    yield;
  }
  return reading.isAtEnd() ? { sentences } : undefined;
}

/** The way from a word to its head: 0 for the root, 1 for the word itself, which happens in heads that are no tree. */
function stepTo(head: number, index: number): number {
  if (head === -1) return 0;
  return head >= index ? head - index + 1 : head - index;
}

interface Head {
  readonly edition: string;
  readonly labels: readonly string[];
  readonly sentences: number;
}

/** The file's checksum has been compared, so this only tells our own format from others. */
function headOf(bytes: Uint8Array): Head | undefined {
  try {
    const head = JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<Head> | null;
    return typeof head?.edition === 'string' && Array.isArray(head.labels) && typeof head.sentences === 'number'
      ? (head as Head)
      : undefined;
  } catch {
    return undefined;
  }
}

function wordOf(
  reading: Numbers,
  {
    index,
    length,
    end,
    labels,
  }: { readonly index: number; readonly length: number; readonly end: number; readonly labels: readonly string[] },
): Word | undefined {
  const start = end + reading.next();
  const span = [start, start + reading.next()] as const;
  const step = reading.next();
  const [upos, relation, name, event] = Array.from({ length: 4 }, () => labels[reading.next()]);
  const telling = reading.next() / 10;
  const head = step === 0 ? -1 : index + step - (step > 0 ? 1 : 0);
  if (!upos || !relation || name === undefined || event === undefined || reading.isOver()) return undefined;
  if (span[0] < 0 || span[1] < span[0] || head < -1 || head >= length) return undefined;
  return {
    span,
    upos: upos as PartOfSpeech,
    head,
    relation,
    name: name === '' ? undefined : { kind: name.slice(2) as NameKind, begins: name.startsWith('B-') },
    event: event === '' ? undefined : (event as EventClass),
    telling,
  };
}

/** Writes whole numbers in a byte each where they are small: seven bits a byte, the sign in the lowest. */
function createWriter() {
  let bytes = new Uint8Array(1024);
  let length = 0;
  return {
    write(...numbers: readonly number[]): void {
      for (const number of numbers) {
        if (length + 8 > bytes.length) {
          const larger = new Uint8Array(2 * bytes.length);
          larger.set(bytes);
          bytes = larger;
        }
        let rest = number < 0 ? -2 * number - 1 : 2 * number;
        for (; rest >= 128; rest = Math.floor(rest / 128)) bytes[length++] = (rest % 128) + 128;
        bytes[length++] = rest;
      }
    },
    bytes: () => bytes.subarray(0, length),
  };
}

interface Numbers {
  readonly next: () => number;
  readonly take: (count: number) => Uint8Array;
  /** Whether more was read than there is. */
  readonly isOver: () => boolean;
  readonly isAtEnd: () => boolean;
}

/** Reads what `createWriter` wrote; zeros beyond the end. */
function createNumbers(bytes: Uint8Array): Numbers {
  let at = 0;
  return {
    next() {
      let [number, unit] = [0, 1];
      for (let byte = 128; byte >= 128 && at <= bytes.length; unit *= 128) {
        byte = bytes[at] ?? 0;
        at += 1;
        number += (byte % 128) * unit;
      }
      return number % 2 === 1 ? -(number + 1) / 2 : number / 2;
    },
    take(count) {
      const taken = bytes.subarray(at, at + Math.max(0, count));
      at += Math.max(0, count);
      return taken;
    },
    isOver: () => at > bytes.length,
    isAtEnd: () => at === bytes.length,
  };
}
