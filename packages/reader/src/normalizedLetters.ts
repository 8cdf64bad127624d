/** A character as the vocabulary has it: without case and accents; a space for white space, empty for what is dropped. */
interface Normalized {
  readonly letters: string;
  /** Whether it is a token of its own: punctuation or an ideograph. */
  readonly alone: boolean;
}

const known = new Map<string, Normalized>();
/** Texts have few different characters; the limit is for those that try them all. */
const KNOWN_MAX = 4096;

/** Normalizes one character as BERT's uncased models do. */
export function normalizedLetters(character: string): Normalized {
  const found = known.get(character);
  if (found) return found;
  const made = normalize(character);
  if (known.size < KNOWN_MAX) known.set(character, made);
  return made;
}

function normalize(character: string): Normalized {
  if (/[\t\n\r\p{White_Space}]/u.test(character)) return { letters: ' ', alone: false };
  if (/[\p{C}\uFFFD]/u.test(character)) return { letters: '', alone: false };
  const letters = character
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
  return { letters, alone: isIdeograph(character) || /^[\p{P}$+<=>^`|~]$/u.test(letters) };
}

/** The ranges of the reference, with its gap before U+2B920. */
function isIdeograph(character: string): boolean {
  return /[\u{4E00}-\u{9FFF}\u{3400}-\u{4DBF}\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B920}-\u{2CEAF}\u{F900}-\u{FAFF}\u{2F800}-\u{2FA1F}]/u.test(
    character,
  );
}
