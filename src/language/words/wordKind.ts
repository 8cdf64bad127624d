import { entryAt } from '../../runtime/entryAt.ts';

/** What a change of a word does to a sentence: turns it round, changes an amount, or neither. */
export type WordKind = 'negation' | 'number' | 'word';

const NEGATIONS: Readonly<Record<string, string>> = {
  en: `not no non never none nobody nothing neither nor nowhere without unless except cannot hardly barely scarcely rarely
    seldom`,
  de: `nicht nichts nie niemals niemand niemandem niemanden kein keine keiner keinem keinen keines keinerlei nirgends
    nirgendwo ohne weder noch kaum außer sofern`,
  fr: `ne pas jamais aucun aucune rien ni sans sauf guère nul nulle non`,
  es: `no nunca jamás ningún ninguna ninguno nadie nada ni sin tampoco excepto salvo apenas`,
  it: `non no mai nessun nessuna nessuno niente nulla né senza tranne eccetto neanche nemmeno`,
  pt: `não nunca jamais nenhum nenhuma ninguém nada nem sem exceto salvo`,
  nl: `niet niets nooit niemand geen nergens noch zonder tenzij behalve nauwelijks`,
};

const NUMBERS: Readonly<Record<string, string>> = {
  en: `zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions trillion trillions dozen dozens half third thirds quarter quarters twice double triple
    first second`,
  de: `null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig
    siebzig achtzig neunzig hundert tausend million millionen milliarde milliarden dutzend hälfte drittel viertel
    doppelt erste erster ersten zweite zweiter zweiten dritte dritten`,
  fr: `zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente
    quarante cinquante soixante cent cents mille million millions milliard milliards douzaine moitié tiers quart
    premier première deuxième second seconde troisième`,
  es: `cero dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien ciento mil millón millones
    docena mitad tercio primero primera segundo segunda tercero`,
  it: `zero due tre quattro cinque sei sette otto nove dieci undici dodici venti trenta cento mille mila milione
    milioni miliardo miliardi dozzina metà terzo primo prima secondo`,
  pt: `zero dois duas três quatro cinco seis sete oito nove dez onze doze vinte trinta cem mil milhão milhões dúzia
    metade terço primeiro primeira segundo`,
  nl: `nul twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig honderd duizend miljoen miljard
    dozijn helft derde kwart eerste tweede`,
};

const negations = sets(NEGATIONS);
const numbers = sets(NUMBERS);
const CONTRACTED_NOT = /n['’]t$/iu;
const ELIDED_NOT = /^n['’]/iu;

/**
 * Tells what kind of word this is in a language (BCP 47; languages without a list here are read as English). Anything
 * with a digit is a number.
 */
export function wordKind(word: string, language = 'en'): WordKind {
  if (/\p{N}/u.test(word)) return 'number';
  const lower = word.toLowerCase();
  const primary = primaryOf(language);
  if (negations[primary]?.has(lower) === true || (primary === 'en' && CONTRACTED_NOT.test(lower))) return 'negation';
  if (primary === 'fr' && ELIDED_NOT.test(lower)) return 'negation';
  return numbers[primary]?.has(lower) === true ? 'number' : 'word';
}

const NUMERO = /^(?:No|NO|no\.|Nos\.|nos\.)\.?\s?\p{N}/u;

/** Whether the word that begins here counts what follows, and denies nothing: "no. 4", "No 10". */
export function isNumero(text: string, start: number): boolean {
  return NUMERO.test(text.slice(start, start + 6));
}

const NEGATING_PREFIX = /^(?:un|in|im|il|ir|dis|non|anti|a|mis|ab)-?$/u;

/** Returns true if one word is the other with a prefix that negates it, such as "likely" and "unlikely". */
export function negatesByPrefix(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a.toLowerCase(), b.toLowerCase()] : [b.toLowerCase(), a.toLowerCase()];
  if (short.length < 3 || !long.endsWith(short)) return false;
  return NEGATING_PREFIX.test(long.slice(0, long.length - short.length));
}

function primaryOf(language: string): string {
  const primary = entryAt(language.split('-'), 0).toLowerCase();
  return Object.hasOwn(negations, primary) ? primary : 'en';
}

function sets(lists: Readonly<Record<string, string>>): Readonly<Record<string, ReadonlySet<string>>> {
  return Object.fromEntries(Object.entries(lists).map(([language, list]) => [language, new Set(list.split(/\s+/u))]));
}
