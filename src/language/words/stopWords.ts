import {
  ara,
  cat,
  ces,
  dan,
  deu,
  fin,
  fra,
  hun,
  ita,
  jpn,
  nld,
  nob,
  pol,
  por,
  ron,
  rus,
  spa,
  swe,
  tha,
  tur,
  zho,
} from 'stopword';
import { fold } from '../folding/fold.ts';
import { primaryLanguage } from './stem.ts';

/** Function words and the words that questions are put with; in English what follows is more exact than the package. */
const ENGLISH = `a about above across after again against all almost along already also although always am among an and another any
  anybody anyone anything are around as at be became because become becomes been before being below between both but by
  can cannot could did do does doing done don down during each either else ever every everyone everything few for from
  further get gets give given go going got had has have having he hence her here hers herself him himself his how
  however i if in indeed instead into is it its itself just let like made make makes many may me might mine more most
  much must my myself near neither never no nobody nor not nothing now of off often on once one only onto or other
  others our ours ourselves out over own per perhaps please rather s same say says several shall she should since so
  some somebody someone something such t than that the their theirs them themselves then there therefore these they
  this those though through thus to together too toward towards under until up upon us use used very was we well were
  what whatever when whenever where whereas wherever whether which while who whoever whom whose why will with within
  without would yes yet you your yours yourself yourselves tell show explain describe doesn didn isn wasn aren weren
  hasn haven hadn won wouldn couldn shouldn`;

const LISTS: Readonly<Record<string, readonly string[]>> = {
  ar: ara,
  ca: cat,
  cs: ces,
  da: dan,
  de: deu,
  es: spa,
  fi: fin,
  fr: fra,
  hu: hun,
  it: ita,
  ja: jpn,
  nb: nob,
  nl: nld,
  no: nob,
  pl: pol,
  pt: por,
  ro: ron,
  ru: rus,
  sv: swe,
  th: tha,
  tr: tur,
  zh: zho,
};

const sets = new Map<string, ReadonlySet<string>>();

/** Returns the stop words of a BCP 47 language, folded; none for a language without a list. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  const code = primaryLanguage(language);
  const known = sets.get(code);
  if (known) return known;
  const words = code === 'en' ? ENGLISH.split(/\s+/u) : (LISTS[code] ?? []);
  const made = new Set(words.map(fold));
  sets.set(code, made);
  return made;
}
