declare module 'snowball-stemmers' {
  /** Throws for an algorithm that does not exist. */
  function newStemmer(algorithm: string): { stem(word: string): string };
  const snowball: { newStemmer: typeof newStemmer };
  export default snowball;
}

/** Stop words by ISO 639-3 code. */
declare module 'stopword' {
  type Words = readonly string[];
  export const ara: Words, cat: Words, ces: Words, dan: Words, deu: Words, fin: Words, fra: Words, hun: Words;
  export const ita: Words, jpn: Words, nld: Words, nob: Words, pol: Words, por: Words, porBr: Words, ron: Words;
  export const rus: Words, spa: Words, swe: Words, tha: Words, tur: Words, zho: Words;
}
