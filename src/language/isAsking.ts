/** Whether a sentence is itself a question: what it asks is answered by another one. */
export function isAsking(sentence: string): boolean {
  return /\?["'”’»)\]*_]{0,3}$/u.test(sentence.trimEnd().slice(-8));
}
