const RAISED = { from: '0123456789+-−=()nia∘°′″', to: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵃ°°′″' };
const LOWERED = { from: '0123456789+-−=()aeoxhklmnpst', to: '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ' };
/** "1st", "M. le Dr", "nº": raised letters that are read as part of the word. */
const ORDINAL = /^(?:st|nd|rd|th|er|ère|re|e|ème|o|a|º|ª|TM|SM|®|™|©)$/u;

/** Writes raised text so that it does not run into what is before it: "10⁶", "x^(n+1)", "1st", "(note)³". */
export function raised(text: string): string {
  return ORDINAL.test(text.trim()) ? text : shifted(text, RAISED, '^');
}

/** Writes lowered text so that it does not run into what is before it: "H₂O", "v_max". */
export function lowered(text: string): string {
  return shifted(text, LOWERED, '_');
}

function shifted(text: string, { from, to }: typeof RAISED, mark: string): string {
  const inner = text.trim();
  if (inner === '' || inner.startsWith(mark) || /^[[(*†‡§]/u.test(inner)) return text;
  const letters = Array.from(inner, (letter) => to[from.indexOf(letter)]);
  if (letters.every((letter) => letter !== undefined)) return text.replace(inner, letters.join(''));
  return text.replace(inner, () => (/^[\p{L}\p{Nd}]+$/u.test(inner) ? `${mark}${inner}` : `${mark}(${inner})`));
}
