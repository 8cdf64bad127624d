import type { Span } from '../span.ts';

const NUMBER_WORDS =
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half
  zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert tausend millionen milliarden
  deux trois quatre cinq sept huit neuf dix vingt trente cent mille dos tres cuatro cinco siete ocho nueve diez cien mil due
  quattro cinque sei sette otto nove dieci cento`.split(/\s+/u);
const SCALES = `hundred hundreds thousand thousands million millions billion billions trillion trillions dozen mn bn tn tausend
  million millionen milliarde milliarden mille millions milliard milliards mil millón millones mila milione milioni miliardo
  miliardi milhão milhões duizend miljoen miljard`;
const UNITS = `percent percentage per\\scent prozent pour\\scent por\\sciento por\\scento percento procent basis
  km kilometre kilometres kilometer kilometers m metre metres meter meters cm centimetres centimeters mm millimetres millimeters
  mile miles foot feet ft inch inches yard yards kg kilo kilos kilogram kilograms kilogrammes g gram grams mg µg t ton tons
  tonne tonnes tonnen lb lbs pound pounds ounce ounces oz l litre litres liter liters ml gallon gallons barrel barrels hectare
  hectares ha acre acres square cubic degree degrees grad volt volts kv watt watts kw mw gw twh kwh mwh gwh megawatt megawatts
  gigawatt gigawatts kilowatt kilowatts hz khz mhz ghz kb mb gb tb kbit mbit gbit hpa kpa mph kph km/h m/s knots
  second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries
  stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren meilen heure heures jour jours semaine
  semaines mois ans année années hora horas día días semana semanas meses año años
  dollar dollars euro euros cent cents yen yuan rouble roubles ruble rubles rupee rupees franc francs franken krone kronen crowns
  usd eur gbp`;
const words = (list: string): string =>
  list
    .trim()
    .split(/\s+/u)
    .sort((a, b) => b.length - a.length)
    .join('|');

const SIGN = String.raw`[%‰$€£¥₽₹₴₺°′″]`;
const CURRENCY = String.raw`(?:US|A|C|NZ|HK)?[$€£¥₽₹₴₺]`;
const NUMBER = new RegExp(
  String.raw`(?:\p{N}|(?<![\p{L}\p{M}\p{N}])(?:${NUMBER_WORDS.join('|')}|${words(SCALES)}))$`,
  'iu',
);
const AFTER = new RegExp(
  String.raw`\s?(?:${SIGN}(?:\s?[CFK](?![\p{L}\p{N}]))?|[-‐ ](?:${words(SCALES)}|${words(UNITS)})(?![\p{L}\p{M}\p{N}])|(?:${words(UNITS)})(?![\p{L}\p{M}\p{N}]))`,
  'iuy',
);
const BEFORE = new RegExp(String.raw`${CURRENCY}\s?$`, 'u');
const REACH = 30;

/** Finds the plus or minus that a stretch ends with, right before a number and after no other. */
export function signBefore(text: string, [start, end]: Span): Span | undefined {
  const isSign = /[+\u2212-]/u.test(text[end - 1] ?? '') && /\p{N}/u.test(text[end] ?? '');
  return isSign && end - start === 1 && !/[\p{L}\p{N}]/u.test(text[start - 1] ?? '') ? [end - 1, end] : undefined;
}

const PER = new RegExp(String.raw`\p{N}\s?(?:${words(UNITS)})$`, 'iu');
const RATE = /\/[\p{L}µ][\p{L}\p{N}]*(?![\p{L}\p{M}\p{N}])/uy;

/**
 * Finds the sign, unit or scale right after a text that ends with a number, or the rest of a unit such as `/m³` after
 * `mg`: what a quotation that stops there cuts off.
 */
export function quantityAfter(text: string, end: number): Span | undefined {
  RATE.lastIndex = end;
  const rate =
    text[end] === '/' && PER.test(text.slice(Math.max(0, end - REACH), end)) ? RATE.exec(text)?.[0] : undefined;
  if (rate !== undefined) return [end, end + rate.length];
  if (!NUMBER.test(text.slice(Math.max(0, end - REACH), end))) return undefined;
  AFTER.lastIndex = end;
  const found = AFTER.exec(text)?.[0];
  if (found === undefined) return undefined;
  const start = end + (found.length - found.trimStart().replace(/^[-‐]/u, '').length);
  return [start, end + found.length];
}

/** Finds the currency sign right before a text that begins with a number. */
export function quantityBefore(text: string, start: number): Span | undefined {
  if (!/\p{N}/u.test(text[start] ?? '')) return undefined;
  const found = BEFORE.exec(text.slice(Math.max(0, start - 6), start))?.[0];
  return found === undefined ? undefined : [start - found.length, start - found.length + found.trimEnd().length];
}
