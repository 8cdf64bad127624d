import { normalizedLetters } from './normalizedLetters.ts';

/** The tokens of a text; parallel arrays. */
export interface Tokens {
  readonly ids: readonly number[];
  /** Where each token begins and ends in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Whether each token continues the one before, within a run of letters. */
  readonly continues: readonly boolean[];
  /** Whether the text goes on after the last token. */
  readonly isCut: boolean;
}

export interface Tokenizer {
  /** Splits a text into at most `max` tokens, in time linear in what is read of it. */
  readonly encode: (text: string, max: number) => Tokens;
}

/** What is read of `tokenizer.json`. */
export interface TokenizerFile {
  readonly model: {
    readonly vocab: Readonly<Record<string, number>>;
    readonly unk_token: string;
    readonly continuing_subword_prefix: string;
    readonly max_input_chars_per_word: number;
  };
}

/** A run of letters, or one punctuation mark or ideograph: its letters as the vocabulary has them, and where each stands. */
interface Run {
  readonly letters: string[];
  readonly starts: number[];
  readonly ends: number[];
}

/** Makes BERT's uncased WordPiece tokenizer, with offsets into the text given. */
export function createTokenizer({ model }: TokenizerFile): Tokenizer {
  const prefix = model.continuing_subword_prefix;
  const first = new Map<string, number>();
  const continuing = new Map<string, number>();
  let longest = 1;
  for (const [piece, id] of Object.entries(model.vocab)) {
    if (piece.startsWith(prefix) && piece !== prefix) continuing.set(piece.slice(prefix.length), id);
    first.set(piece, id);
    longest = Math.max(longest, piece.length);
  }
  const unknown = model.vocab[model.unk_token]!;

  /** Cuts a run greedily, longest piece first; undefined if some of it is in no piece. */
  const piecesOf = ({ letters }: Run): readonly (readonly [id: number, from: number, to: number])[] | undefined => {
    if (letters.length > model.max_input_chars_per_word) return undefined;
    const pieces: (readonly [number, number, number])[] = [];
    for (let from = 0; from < letters.length;) {
      const known = from === 0 ? first : continuing;
      let to = Math.min(letters.length, from + longest);
      let id: number | undefined;
      while (to > from && (id = known.get(letters.slice(from, to).join(''))) === undefined) to--;
      if (id === undefined) return undefined;
      pieces.push([id, from, to]);
      from = to;
    }
    return pieces;
  };

  return {
    encode(text, max) {
      const tokens = { ids: [] as number[], starts: [] as number[], ends: [] as number[], continues: [] as boolean[] };
      for (const run of runsOf(text, model.max_input_chars_per_word)) {
        for (const [id, from, to] of piecesOf(run) ?? [[unknown, 0, run.letters.length] as const]) {
          if (tokens.ids.length === max) return { ...tokens, isCut: true };
          tokens.ids.push(id);
          tokens.starts.push(run.starts[from]!);
          tokens.ends.push(run.ends[to - 1]!);
          tokens.continues.push(from > 0);
        }
      }
      return { ...tokens, isCut: false };
    },
  };
}

/** Splits at white space, around punctuation and around ideographs. Letters beyond `most` of a run only move its end. */
function* runsOf(text: string, most: number): Generator<Run> {
  let run: Run = { letters: [], starts: [], ends: [] };
  let at = 0;
  for (const character of text) {
    const start = at;
    at += character.length;
    const { letters, alone } = normalizedLetters(character);
    if ((alone || letters === ' ') && run.letters.length > 0) {
      yield run;
      run = { letters: [], starts: [], ends: [] };
    }
    if (letters === ' ') continue;
    for (const letter of letters) {
      if (run.letters.length > most) run.ends[most] = at;
      else {
        run.letters.push(letter);
        run.starts.push(start);
        run.ends.push(at);
      }
    }
    if (alone && run.letters.length > 0) {
      yield run;
      run = { letters: [], starts: [], ends: [] };
    }
  }
  if (run.letters.length > 0) yield run;
}
